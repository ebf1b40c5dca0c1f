"""张贴记录: every place of a notice with room for hour and name, A4; who goes round takes it along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_time, show_whole
from app.notices.paper_facts import NoticePaper
from app.paper.blocks import Block, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "通知张贴记录"
_LEFT, _RIGHT, _TOP, _FOOT = 20.0, 192.0, 52.0, 272.0
_CELL = Style(11)
_TABLE = RuledTable(
    (
        TableColumn("序号", _LEFT, 31, _CELL),
        TableColumn("张贴地点", 32, 82, Style(12, bold=True), wraps=True),
        TableColumn("张贴时间", 85, 117, _CELL),
        TableColumn("张贴人", 119, 139, _CELL, wraps=True),
        TableColumn("取下时间", 141, 173, _CELL),
        TableColumn("取下人", 175, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
    9.6,
)


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place as it stands on the list; a moment is empty until then."""

    place: str
    posted_at: datetime | None = None
    posted_by: str = ""
    removed_at: datetime | None = None
    removed_by: str = ""


@dataclass(frozen=True, slots=True)
class PlacesList:
    """What stands on the paper."""

    paper: NoticePaper
    lines: Sequence[PlaceLine]
    due_by: datetime | None
    printed_at: datetime
    printed_by: str


def places_pdf(facts: PlacesList) -> bytes:
    """The list as a PDF; the same bytes for the same facts."""
    with Sheet(A4, title=TITLE, author=facts.paper.centre) as sheet:
        pages = paginate(list(_blocks(facts)), _FOOT - _TOP, _FOOT - _TOP)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, facts)
            page.draw(sheet, _TOP)
            sheet.text(_LEFT, 282, f"打印 {facts.printed_by}  {show_time(facts.printed_at)}", Style(9))
            sheet.text(_RIGHT, 282, number, Style(9), Side.RIGHT)
        return sheet.finish()


def _blocks(facts: PlacesList) -> Iterator[Block]:
    head = _TABLE.head(Style(9.5, bold=True), 8)
    yield head
    blank = max(0, 6 - len(facts.lines)) if not facts.lines else 0
    for at, line in enumerate((*facts.lines, *(PlaceLine("") for _ in range(blank))), 1):
        yield _TABLE.line(_cells(at, line), head=head)


def _cells(at: int, line: PlaceLine) -> tuple[str, ...]:
    posted = "" if line.posted_at is None else f"{line.posted_at:%m-%d %H:%M}"
    removed = "" if line.removed_at is None else f"{line.removed_at:%m-%d %H:%M}"
    return (show_whole(at), line.place, posted, line.posted_by, removed, line.removed_by)


def _draw_head(sheet: Sheet, facts: PlacesList) -> None:
    paper = facts.paper
    sheet.text(_LEFT, 21, paper.centre, on_one_line(paper.centre, Style(11, bold=True), 90))
    sheet.text(_RIGHT, 21, paper.number, Style(13, bold=True), Side.RIGHT)
    sheet.text(_LEFT, 34, TITLE, Style(20, bold=True))
    due = "" if facts.due_by is None else f"最迟贴完  {show_time(facts.due_by)}"
    sheet.text(_RIGHT, 34, due, Style(14, bold=True), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 38, sheet.paper.weights.heavy)
    said = f"{paper.title}  {paper.kind}".strip()
    sheet.text(_LEFT, 45.5, said, on_one_line(said, Style(12, bold=True), 110))
    sheet.text(_RIGHT, 45.5, f"发出  {paper.issued}", Style(10.5), Side.RIGHT)
