"""A list of the duty desk on A4 upright: its head, its pages and their foot, whatever its rows are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_time
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

LEFT, RIGHT = 16.0, 194.0
"""Between which x, in mm, its tables stand."""
CELL, BOLD, HEAD = Style(10.5), Style(10.5, bold=True), Style(10, bold=True)
_TOP, _FOOT = 45.0, 280.0
_SMALL = Style(8.5)
_MIDDLE = (LEFT + RIGHT) / 2


@dataclass(frozen=True, slots=True)
class UprightHead:
    """`left` and `right` stand under the line, `for_whom` at the foot."""

    title: str
    office: OfficeFacts
    left: str
    right: str
    printed_at: datetime
    printed_by: str
    for_whom: str = "内部使用"


def draw_upright(head: UprightHead, blocks: Iterable[Block]) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4, title=head.title, author=head.office.company) as sheet:
        pages = paginate(list(blocks), _FOOT - _TOP, _FOOT - _TOP)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, head)
            page.draw(sheet, _TOP)
            sheet.text(LEFT, 288, f"打印 {show_time(head.printed_at)} {head.printed_by}  {head.for_whom}", _SMALL)
            sheet.text(RIGHT, 288, number, _SMALL, Side.RIGHT)
        return sheet.finish()


def words_block(words: str, style: Style, *, above: float = 4.0, holds: int = 1) -> Block:
    """A line of its own inside the list, kept with what follows."""

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + above + 4.2, words, on_one_line(words, style, RIGHT - LEFT))

    return Block(above + 6.4, draw, holds=holds)


def signature_block(*labels: str) -> Block:
    """Places for signatures, side by side on a line to write on."""
    room = (RIGHT - LEFT) / len(labels)

    def draw(sheet: Sheet, top: float) -> None:
        for at, label in enumerate(labels):
            left = LEFT + at * room
            end = sheet.text(left, top + 11, label, CELL)
            sheet.rule(end + 2, left + room - 6, top + 12, 0.25)

    return Block(16, draw)


def _draw_head(sheet: Sheet, head: UprightHead) -> None:
    office = head.office
    sheet.text(LEFT, 17, office.company, on_one_line(office.company, Style(10.5, bold=True), 90))
    sheet.text(RIGHT, 17, office.service_centre, on_one_line(office.service_centre, Style(10), 80), Side.RIGHT)
    sheet.text(_MIDDLE, 29, head.title, on_one_line(head.title, Style(18, bold=True), RIGHT - LEFT), Side.MIDDLE)
    sheet.rule(LEFT, RIGHT, 34, sheet.paper.weights.heavy)
    sheet.text(LEFT, 40, head.left, on_one_line(head.left, Style(10), 118))
    sheet.text(RIGHT, 40, head.right, on_one_line(head.right, Style(10), 56), Side.RIGHT)
