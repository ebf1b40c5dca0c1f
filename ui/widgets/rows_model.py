"""Frozen rows as a table model: shown in one order, filtered by typed words, found again by their key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.core.money import Money, total
from ui.widgets.columns import Column, Kind

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[R]):
    """The rows of a table; `key` tells one row from another when they are loaded again."""

    replaced = Signal()

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], Hashable]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.key = key
        self._all: list[R] = []
        self._shown: list[R] = []
        self._words: dict[Hashable, str] = {}
        self._filter: tuple[str, ...] = ()
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[R]:
        """The rows as shown: filtered and in order."""
        return self._shown

    @property
    def all_rows(self) -> Sequence[R]:
        """The rows as given, whatever the filter hides."""
        return self._all

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """Column and direction that a head was clicked for; None is the order given."""
        return self._sorted

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the same ones in the same order are only painted anew."""
        self._all = list(rows)
        self._words.clear()
        self._arrange()

    def refresh(self) -> None:
        """Paint all cells anew, when what the columns read besides the row has changed."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))
        self.replaced.emit()

    def filter_by(self, text: str) -> None:
        """Keep the rows that hold every word of the text, in any cell."""
        self._filter = tuple(text.lower().split())
        self._arrange()

    def row_at(self, index: _Index) -> R | None:
        """The row under an index."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def place_of(self, key: Hashable) -> int | None:
        """Where the row of this key is shown."""
        return next((at for at, row in enumerate(self._shown) if self.key(row) == key), None)

    def sum_of(self, column: Column[R]) -> Money:
        """What a money column comes to over the rows shown."""
        return total(value for row in self._shown if isinstance(value := column.value(row), Money))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title} {self._said(column, row)}".strip()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if column >= 0 else None
        self._arrange()

    def _said(self, column: Column[R], row: R) -> str:
        if column.kind is Kind.CHECK:
            return "✓" if column.value(row) else "–"
        return column.text_of(row)

    def _arrange(self) -> None:
        shown = [row for row in self._all if self._fits(row)] if self._filter else list(self._all)
        if self._sorted is not None:
            at, order = self._sorted
            shown.sort(key=self.columns[at].key_of, reverse=order == Qt.SortOrder.DescendingOrder)
        same = [self.key(row) for row in shown] == [self.key(row) for row in self._shown]
        if same:
            self._shown = shown
            self.refresh()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        self.replaced.emit()

    def _fits(self, row: R) -> bool:
        key = self.key(row)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = " ".join(column.text_of(row) for column in self.columns).lower()
        return all(word in words for word in self._filter)
