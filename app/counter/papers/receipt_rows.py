"""The lines of a receipt as table rows, and which rows stand on which page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.money import Money, total
from app.counter.papers.receipt_layouts import ReceiptLayout, TableLayout
from app.counter.receipts.receipt_facts import ReceiptFacts, ReceiptLine
from app.paper.lettering import MM
from app.paper.refusals import TextDoesNotFit
from app.paper.text_fitting import Fitted, fit

_GAP = 2.5  # mm between a cell and the next column
_AMOUNT_ROOM = 25  # mm: -9,999,999.99 at 11 points
_AFTER_ROWS = 1.4  # mm between the last row and the total
_GROWN_PADDING = 0.8  # mm above and below the lines of a row that grew


@dataclass(frozen=True, slots=True)
class Row:
    """A line, its four text cells as they fit, and the height it takes in mm."""

    cells: tuple[Fitted, ...]
    amount: Money
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page, the height of a free row on it, and where its table ends."""

    rows: tuple[Row, ...]
    row_height: float
    bottom: float

    @property
    def subtotal(self) -> Money:
        """本页小计."""
        return total(row.amount for row in self.rows)


def pages(facts: ReceiptFacts, layout: ReceiptLayout) -> tuple[Page, ...]:
    """Spread the lines over pages: the tallest row height that needs one page, else as many pages as it takes."""
    table = layout.table
    room = table.bottom - table.body
    rows: tuple[Row, ...] = ()
    for height in table.rows:
        rows = _rows(facts.lines, table, layout.right, height)
        if _height(rows) <= room + 1e-6:
            return (Page(rows, height, _bottom(table, rows, height)),)
    return tuple(Page(chunk, table.rows[-1], _bottom(table, chunk, table.rows[-1])) for chunk in _chunks(rows, room))


def _bottom(table: TableLayout, rows: tuple[Row, ...], height: float) -> float:
    if table.least_rows is None:
        return table.bottom
    wanted = max(_height(rows), table.least_rows * height)
    return min(table.bottom, table.body + wanted + _AFTER_ROWS)


def _rows(lines: Sequence[ReceiptLine], table: TableLayout, right: float, height: float) -> tuple[Row, ...]:
    ends = (*table.columns[1:], right - _AMOUNT_ROOM)
    rooms = [end - start - _GAP for start, end in zip(table.columns, ends, strict=True)]
    return tuple(_row(line, rooms, table, height) for line in lines)


def _row(line: ReceiptLine, rooms: Sequence[float], table: TableLayout, height: float) -> Row:
    texts = (line.item, line.period, line.quantity, line.unit_price)
    cells = tuple(fit(text, table.cell, room) for text, room in zip(texts, rooms, strict=True))
    grown = max(len(cell.lines) * cell.lead / MM + _GROWN_PADDING for cell in cells)
    tallest = max(len(cell.lines) for cell in cells)
    needed = height if tallest == 1 else max(height, grown)
    if needed > table.bottom - table.body:
        raise TextDoesNotFit(max(texts, key=len))
    return Row(cells, line.amount, needed)


def _chunks(rows: tuple[Row, ...], room: float) -> Iterator[tuple[Row, ...]]:
    while _height(rows) > room + 1e-6:
        count = _how_many_fit(rows, room)
        if len(rows) - count == 1 and count > 2:
            count -= 1  # a row never stands alone behind a break
        yield rows[:count]
        rows = rows[count:]
    yield rows


def _how_many_fit(rows: tuple[Row, ...], room: float) -> int:
    return next(count for count in range(len(rows), 0, -1) if _height(rows[:count]) <= room + 1e-6)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)
