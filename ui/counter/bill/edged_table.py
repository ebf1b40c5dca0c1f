"""A table whose words stand under the words above it: narrow empty columns keep the edges, the tint runs through."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt

from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import PAD
from ui.widgets.sizes import Pt, px, width_of
from ui.widgets.table_view import TableView

R = TypeVar("R")
_EDGE = 12
_CHECKS = 52
_ROOM_FOR_A_TICK = 22


def edge() -> Column[Any]:
    """An empty column at the left or right edge."""
    return Column("", lambda _row: None)


class EdgedTable(TableView[R]):
    """`sortable` False keeps the order of the rows, where it means something."""

    sortable = True

    def _set_up(self) -> None:
        super()._set_up()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setMinimumSectionSize(1)

    def _least(self, at: int) -> int:
        if self.sortable:
            return super()._least(at)
        column = self.rows_model.columns[at]
        words = width_of(column.title, Pt.CAPTION, bold=True)
        return round(max(words, width_of("0") * column.least)) + 2 * px(PAD) + 2

    def _width(self, at: int) -> int:
        column = self.rows_model.columns[at]
        if column.kind is Kind.CHECK:
            return px(_CHECKS)
        if not column.title and at in (0, len(self.rows_model.columns) - 1):
            return px(_EDGE)
        return super()._width(at) + (px(_ROOM_FOR_A_TICK) if column.kind is Kind.OWN else 0)
