"""The notice that is written: what is asked for, of which template, and what led to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.notices.asked import NewNotice, NoticeWanted
from app.notices.templates.template import NoticeKind, Template

if TYPE_CHECKING:
    from app.office import Office


@dataclass(frozen=True, slots=True)
class NoticeInHand:
    """`asked` as it began; `kinds` may be chosen from; `wanted` is what led here, None where an earlier one did."""

    asked: NewNotice
    template: Template
    kinds: tuple[NoticeKind, ...]
    wanted: NoticeWanted | None = None

    @property
    def step(self) -> str:
        """The step of the incident that asked for it; empty where none did."""
        return "" if self.wanted is None else self.wanted.step


def begun(office: Office, wanted: NoticeWanted) -> NoticeInHand:
    """A new notice with what office and incident know. Raises TemplateUnknown."""
    asked = office.notices.begin(wanted)
    template = office.notice_templates.newest(asked.code).template
    return NoticeInHand(asked, template, template.first_kinds, wanted)


def following(office: Office, notice_id: int, kind: NoticeKind) -> NoticeInHand:
    """A notice that follows an earlier one. Raises NoticeUnknown, NoticeCalledOff."""
    asked = office.notices.follow(notice_id, kind)
    return NoticeInHand(asked, office.notice_templates.newest(asked.code).template, (kind,))


def of_kind(office: Office, hand: NoticeInHand, kind: NoticeKind) -> NoticeInHand:
    """The same of another kind."""
    anew = office.notices.begin(hand.wanted or NoticeWanted(hand.asked.code), kind)
    return replace(hand, asked=replace(hand.asked, kind=kind, values=anew.values))
