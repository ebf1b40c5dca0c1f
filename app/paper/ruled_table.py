"""Tables on cut sheets: columns with heads, rows as high as their longest cell, a hairline under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.money import NOTHING, Money
from app.paper.blocks import Block
from app.paper.lettering import MM, Style, advance
from app.paper.line_breaking import break_lines
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import LEAD, Fitted, fit

_MIDDLE = 0.36  # ems from the middle of a line of text down to its baseline


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column between two x in mm; texts stand at its left edge or, figures, at its right one."""

    head: str
    left: float
    right: float
    style: Style
    side: Side = Side.LEFT
    wraps: bool = False

    @property
    def x(self) -> float:
        """Where its texts stand."""
        return self.right if self.side is Side.RIGHT else self.left

    def fitted(self, text: str) -> Fitted:
        """A cell: on more lines where the column wraps, else smaller, at last on more lines at 8 points."""
        room = self.right - self.left
        if not self.wraps:
            return fit(text, self.style, room)
        lines = [
            line
            for part in text.split("\n")
            for line in break_lines(part, room, lambda character: advance(character, self.style))
        ]
        return Fitted(tuple(lines), self.style)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Columns, the span of the rules, and the height of a row of one line in mm."""

    columns: tuple[TableColumn, ...]
    left: float
    right: float
    row: float

    def head(self, style: Style, height: float) -> Block:
        """The heads between a frame line above and a hairline below."""

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(self.left, self.right, top, sheet.paper.weights.frame)
            baseline = top + height / 2 + style.size * _MIDDLE / MM
            for column in self.columns:
                sheet.text(column.x, baseline, column.head, style, column.side)
            sheet.rule(self.left, self.right, top + height, sheet.paper.weights.frame)

        return Block(height, draw, holds=2)

    def line(
        self,
        cells: Sequence[str],
        *,
        head: Block | None = None,
        holds: int = 0,
        amount: Money = NOTHING,
        bold: bool = False,
        weight: float | None = None,
    ) -> Block:
        """One row; `bold` for sums, `weight` (mm) for another rule under it than the hairline."""
        fitted = [column.fitted(cell) for column, cell in zip(self.columns, cells, strict=True)]
        height = max(self.row, *(_height(one) + self.row - _one_line(one) for one in fitted))

        def draw(sheet: Sheet, top: float) -> None:
            for column, cell in zip(self.columns, fitted, strict=True):
                style = Style(cell.style.size, cell.style.bold or bold)
                _cell(sheet, column, Fitted(cell.lines, style), top + height / 2)
            sheet.rule(self.left, self.right, top + height, weight or sheet.paper.weights.row or 0.2)

        return Block(height, draw, holds, head, amount)


def _one_line(fitted: Fitted) -> float:
    return fitted.style.size * LEAD / MM


def _height(fitted: Fitted) -> float:
    return len(fitted.lines) * fitted.lead / MM


def _cell(sheet: Sheet, column: TableColumn, cell: Fitted, middle: float) -> None:
    first = middle + cell.style.size * _MIDDLE / MM - (len(cell.lines) - 1) * cell.lead / MM / 2
    sheet.lines(column.x, first, cell, column.side)


def paragraph(text: str, style: Style, left: float, right: float, *, mark: str = "", gap: float = 1.2) -> Block:
    """Words in as many lines as they need, `gap` mm before the next block; a `mark` stands in front of the first."""
    indent = 4.2 if mark else 0.0
    lines = break_lines(text, right - left - indent, lambda character: advance(character, style))
    fitted = Fitted(tuple(lines), style)
    lead = style.size * LEAD / MM

    def draw(sheet: Sheet, top: float) -> None:
        baseline = top + lead * 0.8
        if mark:
            sheet.text(left, baseline, mark, style)
        sheet.lines(left + indent, baseline, fitted)

    return Block(len(lines) * lead + gap, draw)


def title_block(words: str, style: Style, left: float) -> Block:
    """A head over a table, kept with the head and the first row of it."""

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(left, top + 5.4, words, style)

    return Block(8.0, draw, holds=2)


def gap_block(height: float) -> Block:
    """Nothing, so many mm high."""
    return Block(height, lambda _sheet, _top: None)
