"""退款单 on A5: what was paid, what is taken off, what goes back, who takes it; drawn from its stored facts alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.money import Money, total
from app.core.show import show_money, show_time
from app.counter.papers.refund_foot import draw_refund_foot
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.refunds.refund_facts import RefundFacts, RefundLine
from app.paper.amount_in_words import amount_in_words
from app.paper.lettering import MM, MissingGlyph, Style, missing_in, width
from app.paper.pages import page_words
from app.paper.profiles import A5_LANDSCAPE
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import Fitted, fit, on_one_line

TITLE = "退款单"
LEFT, RIGHT = 22.0, 198.0
_COLUMNS = (22.0, 53.0, 77.0, 123.0)
_HEADS = ("事项", "时长", "期间", "计算")
_ROOMS = (29.0, 22.0, 44.0, 49.0)
_BODY, _BAND, _BAND_HEIGHT = 46.6, 76.2, 12.0  # mm; the band moves down by at most as much as the foot has room
_LOWEST_BAND, _FULL_PAGE = 86.0, 121.0
_CARRY_HEIGHT = 9.0  # mm: the band of 本页小计
_HEIGHTS = (7.4, 6.6, 5.9, 5.3)
_MIDDLE = 0.36  # ems from the middle of a line of text down to its baseline
_REASON = "退款原因"


@dataclass(frozen=True, slots=True)
class _Row:
    """Four texts as they fit, the amount (none beside the reason), the height in mm; `back` rows make the total."""

    cells: tuple[Fitted, ...]
    amount: Money | None
    height: float
    back: bool


def refund_pdf(facts: RefundFacts, copy: CopyMark | None = None, *, voided: bool = False) -> bytes:
    """The slip as a PDF, the same bytes for the same facts; a copy differs by its marks alone.

    Raises TextDoesNotFit when a text cannot stand at 8 points.
    """
    with Sheet(A5_LANDSCAPE, title=f"{TITLE} {facts.label}", author=facts.company) as sheet:
        pages, end = _pages(facts), _BAND
        for number, rows in enumerate(pages, start=1):
            is_last = number == len(pages)
            _head(sheet, facts, copy, voided=voided)
            _room(sheet, facts)
            end = _table(sheet, rows)
            _page_number(sheet, number, len(pages))
            if not is_last:
                _carry_on(sheet, rows, end)
                sheet.next_page()
        band = max(_BAND, end)
        _total(sheet, facts, band)
        draw_refund_foot(sheet, facts, band + _BAND_HEIGHT, copy)
        return sheet.finish()


def missing_in_refund(facts: RefundFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks; they are boxed to be written by hand."""
    texts = (facts.company, facts.service_centre, facts.unit, facts.payer, facts.method, facts.reason, facts.cashier)
    cells = (text for line in facts.lines for text in (line.item, line.period, line.arithmetic))
    return missing_in(*dict.fromkeys((*texts, facts.approver, *cells, *facts.notes)))


def _pages(facts: RefundFacts) -> list[list[_Row]]:
    rows: list[_Row] = []
    for height in _HEIGHTS:
        rows = [*(_row(line, height) for line in facts.lines), _reason(facts.reason, height)]
        if sum(row.height for row in rows) <= _LOWEST_BAND - _BODY:
            return [rows]
    pages: list[list[_Row]] = []
    while sum(row.height for row in rows) > _LOWEST_BAND - _BODY:
        count = _that_fit(rows[:-1])
        pages.append(rows[:count])
        rows = rows[count:]
    return [*pages, rows]


def _that_fit(rows: Sequence[_Row]) -> int:
    """How many rows a whole page takes; at least one is left for the last page."""
    room, count = _FULL_PAGE - _BODY, 0
    for row in rows[:-1]:
        room -= row.height
        if room < 0:
            break
        count += 1
    return max(count, 1)


def _row(line: RefundLine, height: float) -> _Row:
    style = Style(10.5, bold=line.back)
    texts = (line.item, line.length, line.period, line.arithmetic)
    cells = tuple(fit(text, style, room, most_lines=3) for text, room in zip(texts, _rooms(line), strict=True))
    tallest = max(len(cell.lines) * cell.lead / MM + 0.8 for cell in cells if cell.lines)
    needed = height if max(len(cell.lines) for cell in cells) == 1 else max(height, tallest)
    return _Row(cells, line.amount, needed, line.back)


def _rooms(line: RefundLine) -> tuple[float, ...]:
    """A matter without a length may run on into its column."""
    first, *others = _ROOMS
    return (first if line.length else _COLUMNS[2] - _COLUMNS[0] - 2, *others)


def _reason(reason: str, height: float) -> _Row:
    room = RIGHT - _COLUMNS[1]
    words = fit(reason, Style(10.5), room, most_lines=3)
    tall = height if len(words.lines) == 1 else max(height, len(words.lines) * words.lead / MM + 0.8)
    label = fit(_REASON, Style(10.5), _ROOMS[0])
    return _Row((label, words), None, tall, back=False)


def _head(sheet: Sheet, facts: RefundFacts, copy: CopyMark | None, *, voided: bool) -> None:
    sheet.text(LEFT, 16.6, facts.company, on_one_line(facts.company, Style(11, bold=True), 62))
    sheet.text(LEFT, 22.0, facts.service_centre, on_one_line(facts.service_centre, Style(10), 62))
    sheet.spaced((LEFT + RIGHT) / 2, 20.4, TITLE, Style(22, bold=True), 9)
    number = on_one_line(facts.label, Style(14, bold=True), 40)
    sheet.text(RIGHT, 16.6, facts.label, number, Side.RIGHT)
    sheet.text(RIGHT - width(facts.label, number) - 2.6, 16.6, "No.", Style(10), Side.RIGHT)
    sheet.text(RIGHT, 22.0, show_time(facts.issued_at), Style(10), Side.RIGHT)
    marks = ([f"补打 第 {copy.copy_no} 次"] if copy else []) + (["已作废"] if voided else [])
    if marks:
        _mark(sheet, marks)
    sheet.rule(LEFT, RIGHT, 26.1, sheet.paper.weights.heavy)


def _mark(sheet: Sheet, marks: Sequence[str]) -> None:
    tall, breadth, left = 5.2 * len(marks) + 1.6, 27.0, 129.0
    top = 18.6 - tall / 2
    sheet.frame(left, top, (breadth, tall), sheet.paper.weights.mark)
    style = on_one_line(max(marks, key=len), Style(12, bold=True), breadth - 1.5)
    for place, words in enumerate(marks):
        middle = top + 0.8 + 5.2 * (place + 0.5)
        sheet.text(left + breadth / 2, middle + style.size * _MIDDLE / MM, words, style, Side.MIDDLE)


def _room(sheet: Sheet, facts: RefundFacts) -> None:
    baseline = 33.6
    end = sheet.text(LEFT, baseline, facts.unit_word, Style(9.5)) + 2.6
    sheet.text(end, baseline, facts.unit, on_one_line(facts.unit, Style(16, bold=True), 70 - end))
    end = sheet.text(72, baseline, "原交款人", Style(9.5)) + 2.6
    payer = fit(facts.payer, Style(13, bold=True), 138 - end, most_lines=2)
    sheet.lines(end, baseline - (len(payer.lines) - 1) * payer.lead / MM / 1.5, payer)
    method = fit(facts.method, Style(10.5), 40, most_lines=2)
    sheet.lines(RIGHT, baseline - (len(method.lines) - 1) * method.lead / MM / 1.5, method, Side.RIGHT)
    start = RIGHT - max(width(line, method.style) for line in method.lines) - 2
    sheet.text(start, baseline, "退款方式", Style(9.5), Side.RIGHT)


def _table(sheet: Sheet, rows: Sequence[_Row]) -> float:
    weights = sheet.paper.weights
    sheet.rule(LEFT, RIGHT, 39.2, weights.frame)
    for x, head in zip(_COLUMNS, _HEADS, strict=True):
        sheet.text(x, 44.2, head, Style(10, bold=True))
    sheet.text(RIGHT, 44.2, "金额 (元)", Style(10, bold=True), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, _BODY, weights.row or weights.frame)
    top = _BODY
    for place, row in enumerate(rows):
        middle = top + row.height / 2
        for x, cell in zip(_COLUMNS, row.cells, strict=False):
            first = middle + cell.style.size * _MIDDLE / MM - (len(cell.lines) - 1) * cell.lead / MM / 2
            sheet.lines(x, first, cell)
        amount = Style(11, bold=row.back)
        if row.amount is not None:
            sheet.text(RIGHT, middle + amount.size * _MIDDLE / MM, show_money(row.amount), amount, Side.RIGHT)
        top += row.height
        if place < len(rows) - 1:
            sheet.rule(LEFT, RIGHT, top, weights.row or weights.frame)
    return top


def _carry_on(sheet: Sheet, rows: Sequence[_Row], top: float) -> None:
    """What goes back by the rows of this page; what is taken off on it is shown and not summed, as in the total."""
    style = Style(12, bold=True)
    for y in (top, top + _CARRY_HEIGHT):
        sheet.rule(LEFT, RIGHT, y, sheet.paper.weights.heavy)
    subtotal = total(row.amount for row in rows if row.back and row.amount is not None)
    sheet.text(LEFT, top + 6.2, "本页应退小计", style)
    sheet.text(_COLUMNS[2], top + 6.2, "续下页", style)
    sheet.text(RIGHT, top + 6.2, show_money(subtotal, sign=True), style, Side.RIGHT)


def _total(sheet: Sheet, facts: RefundFacts, band: float) -> None:
    weights, baseline = sheet.paper.weights, band + 8.0
    for y in (band, band + _BAND_HEIGHT):
        sheet.rule(LEFT, RIGHT, y, weights.heavy)
    figure = show_money(facts.total, sign=True)
    end = sheet.text(LEFT, baseline, "退款", Style(12, bold=True))
    start = sheet.text(end + 2, baseline, "（大写）", Style(9.5)) + 2
    words = amount_in_words(facts.total)
    room = RIGHT - width(figure, Style(21, bold=True)) - 3 - start
    sheet.text(start, baseline, words, on_one_line(words, Style(14, bold=True), room, 8.5))
    sheet.text(RIGHT, baseline, figure, Style(21, bold=True), Side.RIGHT)


def _page_number(sheet: Sheet, number: int, count: int) -> None:
    sheet.text(RIGHT, 137.0, page_words(number, count), Style(8.5), Side.RIGHT)
