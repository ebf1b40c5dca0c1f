"""A table inside a question: as high as its rows ask for, and where the window is low it scrolls by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize

from ui.widgets.columns import Column
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView

R = TypeVar("R")


class ListTable(TableView[R]):
    """Asks for `most` rows or as many as there are, and makes do with `least`: what stands below stays in view.

    A `steady` one asks for `most` whatever there are, so that nothing moves when other rows come.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        most: int = 10,
        least: int = 2,
        row_height: int = 32,
        steady: bool = False,
    ) -> None:
        super().__init__(name, columns, key, row_height=row_height)
        self._most, self._least_rows, self._steady = most, least, steady

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._most))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(self._least_rows))

    def _height(self, most: int) -> int:
        rows = most if self._steady else min(self.rows_model.rowCount(), most)
        return self.height_of_rows(max(1, rows)) + px(2)
