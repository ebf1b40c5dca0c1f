"""Paints the rows of every table: hairline below, tint and bar for the current one, cells by their column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets import cells
from ui.widgets.chip import chip_width
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, Split, State
from ui.widgets.painting import fill, hairline
from ui.widgets.rows_model import RowsModel
from ui.widgets.sizes import Pt, px, width_of

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
PAD = 8


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a whole row differs from others: `quiet` is not due or past, `struck` is void."""

    quiet: bool = False
    struck: bool = False
    bold: bool = False


_PLAIN = RowLook()


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """One delegate, driven by the model's columns."""

    def __init__(self, model: RowsModel[R], look: Callable[[R], RowLook] | None = None) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self.row_height = 32

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row_at(index)
        if row is None:
            return
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            fill(painter, place, Tone.ACCENT_TINT)
            if index.column() == 0:
                fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        hairline(painter, place.left(), place.right(), place.bottom() - 1)
        look = self._look(row) if self._look else _PLAIN
        self._paint_cell(painter, _inner(place), self._model.columns[index.column()], row, look)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = self._model.row_at(index)
        width = 0 if row is None else cell_width(self._model.columns[index.column()], row)
        return QSize(width, px(self.row_height))

    def _paint_cell(self, painter: QPainter, place: QRectF, column: Column[R], row: R, look: RowLook) -> None:
        value = column.value(row)
        if column.kind is Kind.OWN and column.paint is not None:
            column.paint(painter, place, row)
        elif column.kind is Kind.CHECK:
            if value is not None:
                cells.paint_check(painter, place.center(), ticked=bool(value))
        elif isinstance(value, State):
            self._paint_state(painter, place, column, value, look)
        elif isinstance(value, Split):
            cells.paint_split(painter, place, value)
        else:
            self._paint_words(painter, place, column, row, look)

    def _paint_state(self, painter: QPainter, place: QRectF, column: Column[Any], state: State, look: RowLook) -> None:
        if column.kind is Kind.CHIP:
            cells.paint_chip_cell(painter, place, state)
        else:
            cells.paint_state(painter, place, state, quiet=look.quiet and not look.struck)

    def _paint_words(self, painter: QPainter, place: QRectF, column: Column[R], row: R, look: RowLook) -> None:
        cells.paint_text(
            painter,
            place,
            column.text_of(row),
            Tone.INK3 if look.quiet or look.struck else column.tone_of(row),
            right=column.right,
            bold=column.bold or look.bold,
            struck=look.struck and column.kind is Kind.MONEY,
        )


def cell_width(column: Column[R], row: R) -> int:
    """How wide a cell wants to be, in logical pixels."""
    value = column.value(row)
    if column.kind is Kind.CHECK:
        inner = px(cells.BOX)
    elif column.kind is Kind.CHIP and isinstance(value, State):
        inner = chip_width(value.word, value.icon)
    elif isinstance(value, State):
        inner = round(width_of(value.word)) + (px(19) if value.icon else 0)
    elif isinstance(value, Split):
        inner = max(px(72), round(width_of(column.text_of(row), bold=True)))
    else:
        inner = round(width_of(column.text_of(row), Pt.BODY, bold=column.bold))
    return inner + 2 * px(PAD) + 2


def text_width(text: str) -> int:
    """How wide a bold text under a column is, as a sum stands there."""
    return round(width_of(text, bold=True)) + 2 * px(PAD) + 2


def _inner(place: QRectF) -> QRectF:
    return place.adjusted(px(PAD), 0, -px(PAD), -1)
