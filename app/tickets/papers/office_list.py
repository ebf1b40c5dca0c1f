"""A list for the office's own use, A4 landscape: its head, its pages and their foot, whatever its rows are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_time
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4_LANDSCAPE
from app.paper.ruled_table import title_block
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

LEFT, RIGHT = 14.0, 283.0
"""Between which x, in mm, its tables stand."""
CELL, HEAD, SECTION = Style(9.5), Style(9.5, bold=True), Style(11.5, bold=True)
INTERNAL = "内部使用  不得张贴"

_TOP, _FOOT = 40.0, 194.0
_SMALL = Style(8.5)


@dataclass(frozen=True, slots=True)
class ListHead:
    """What stands above the rows of every page: `left` and `right` are the words under the line."""

    title: str
    office: OfficeFacts
    printed_at: datetime
    printed_by: str
    left: str
    right: str


def draw_list(head: ListHead, blocks: Iterable[Block]) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4_LANDSCAPE, title=head.title, author=head.office.company) as sheet:
        pages = paginate(list(blocks), _FOOT - _TOP, _FOOT - _TOP)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, head)
            page.draw(sheet, _TOP)
            sheet.text(LEFT, 201, f"打印 {head.printed_by}", _SMALL)
            sheet.text(RIGHT, 201, number, _SMALL, Side.RIGHT)
        return sheet.finish()


def section(words: str) -> Block:
    """A head inside the list, kept with the rows under it."""
    return title_block(words, SECTION, LEFT)


def _draw_head(sheet: Sheet, head: ListHead) -> None:
    office = head.office
    sheet.text(LEFT, 19, office.company, on_one_line(office.company, Style(11, bold=True), 100))
    sheet.text(LEFT, 25, office.service_centre, on_one_line(office.service_centre, Style(10), 100))
    sheet.spaced(148.5, 25, head.title, Style(20, bold=True), 6)
    sheet.text(RIGHT, 25, show_time(head.printed_at), Style(12, bold=True), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 30, sheet.paper.weights.heavy)
    sheet.text(LEFT, 35.4, head.left, on_one_line(head.left, Style(9.5), 200))
    sheet.text(RIGHT, 35.4, head.right, Style(9.5), Side.RIGHT)
