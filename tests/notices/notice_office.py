"""An office with three buildings that writes notices, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.core.clock import SetClock
from app.estate.office_facts import OfficeFacts
from app.notices.asked import Door, NewNotice, NoticeWanted
from app.notices.compose import Filled, compose
from app.notices.issued.notice_rows import IssuedNotice
from app.notices.paper_facts import NoticePaper
from app.notices.templates.read_template import read_template
from app.notices.templates.shipped import shipped_document
from app.notices.templates.template import NoticeKind, Template
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder

EVENING = datetime(2026, 11, 23, 18, 25)
OFFICE = OfficeFacts("禾木里物业服务有限公司", "阳光花园物业服务中心", "阳光花园", "0571-5550100")
PLANNED = {
    "from": "2026-11-26T08:30",
    "to": "2026-11-26T17:30",
    "place": "3 号楼、5 号楼全部单元\n地下车库 B1 层照明与门禁",
}
SUDDEN = {"from": "2026-11-23T18:20", "next_news": "2026-11-23T20:00", "place": "2 栋"}


class NoticeOffice(OfficeBuilder):
    """Buildings 2 (three entrances), 3 and 5; a resident 张建国 in each home."""

    def __init__(self, folder: DataFolder, clock: SetClock) -> None:
        super().__init__(folder.path, clock)
        for code in ("2-1-101", "2-2-101", "2-3-101", "3-1-501", "5-1-201"):
            self.unit(code)

    def begun(self, code: str, values: Mapping[str, str], kind: NoticeKind | None = None) -> NewNotice:
        """A new notice with everything that office and template know, and these values."""
        first = self.office.notices.begin(NoticeWanted(code, values.get("place", "")), kind)
        return replace(first, values={**first.values, **values})

    def issues(
        self,
        code: str,
        values: Mapping[str, str],
        kind: NoticeKind | None = None,
        doors: tuple[Door, ...] = (),
    ) -> int:
        """The cashier issues a notice."""
        return self.office.notices.issue(self.cashier, replace(self.begun(code, values, kind), doors=doors))

    def notice(self, notice_id: int) -> IssuedNotice:
        return self.office.notices.notice(notice_id)

    def posted(self, notice_id: int, *places: str) -> list[int]:
        """The lines of these places, or of all of them."""
        lines = self.office.postings.of(notice_id)
        return [one.id for one in lines if not one.message and (not places or one.place in places)]

    def breaches(self) -> list[str]:
        return [f"{one.truth}: {one.breaches}" for one in self.office.verify() if one.breaches]


def template(code: str) -> Template:
    """A shipped template."""
    return read_template(code, shipped_document(code))


def paper(code: str, kind: NoticeKind, values: Mapping[str, str]) -> NoticePaper:
    """The words of a shipped template with its usual texts and these values."""
    held = template(code)
    usual = {field.id: field.usual_for(kind) for field in held.fields_of(kind)}
    filled = {**usual, "phone": OFFICE.telephone, **values}
    return compose(held, Filled(kind, filled, "N-2026-0041", EVENING, OFFICE))
