"""The head of an office paper on a cut sheet: company over centre, title, number, and the mark of a copy."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.show import show_time
from app.counter.receipts.receipt_facts import CopyMark
from app.paper.lettering import MM, Style
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_SIDE_ROOM = 58.0  # mm for the texts left and right of the title
_MARK = (26.6, 8.0)  # mm


@dataclass(frozen=True, slots=True)
class PaperHead:
    """Texts as printed; `number` stands large at the right over `below`."""

    company: str
    centre: str
    title: str
    number: str
    below: str


def draw_head(sheet: Sheet, head: PaperHead, span: tuple[float, float], top: float, mark: CopyMark | None) -> float:
    """Draw the head below `top` within the span (mm); answers the y of the rule that closes it."""
    left, right = span
    sheet.text(left, top + 4, head.company, on_one_line(head.company, Style(11, bold=True), _SIDE_ROOM))
    sheet.text(left, top + 9.2, head.centre, on_one_line(head.centre, Style(10), _SIDE_ROOM))
    middle = (left + right) / 2
    sheet.spaced(middle, top + 8.6, head.title, Style(22, bold=True), 6)
    number = on_one_line(head.number, Style(14, bold=True), _SIDE_ROOM)
    sheet.text(right, top + 4.2, head.number, number, Side.RIGHT)
    sheet.text(right, top + 9.2, head.below, Style(10), Side.RIGHT)
    if mark is not None:
        _draw_mark(sheet, mark, middle + 27, top)
    sheet.rule(left, right, top + 13.2, sheet.paper.weights.heavy)
    return top + 13.2


def copy_line(mark: CopyMark) -> str:
    """The line that every copy carries."""
    return f"补打 {show_time(mark.at)}  {mark.by}  不作第二份凭证"


def _draw_mark(sheet: Sheet, mark: CopyMark, left: float, top: float) -> None:
    words = f"补打 第 {mark.copy_no} 次"
    style = on_one_line(words, Style(11, bold=True), _MARK[0] - 1.5)
    sheet.frame(left, top + 1.6, _MARK, sheet.paper.weights.mark)
    sheet.text(left + _MARK[0] / 2, top + 1.6 + _MARK[1] / 2 + style.size * 0.36 / MM, words, style, Side.MIDDLE)
