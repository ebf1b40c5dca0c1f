"""A table with all that belongs to it: the line that filters it, what to say when it is empty, the sum row."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.language import tr, tr_n
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_box import SearchBox
from ui.widgets.sum_row import SumRow
from ui.widgets.surface import row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption

R = TypeVar("R")


class TablePane(QWidget, Generic[R]):
    """Filter line above, rows or the words for none, sums below.

    The filter line stands `filter_side` pixels from the edges; in it ↑ ↓ move in the table, Enter opens its current row
    and Esc is left to the page.
    """

    def __init__(
        self,
        table: TableView[R],
        empty: EmptyState,
        *,
        filter_hint: str = "",
        filter_cap: str = "",
        filter_side: int = 24,
        sums: bool = False,
    ) -> None:
        super().__init__()
        self.table = table
        self.empty = empty
        self.filter_box = SearchBox(filter_hint or tr("Filter these rows"), filter_hint, filter_cap)
        self.sum_row: SumRow | None = SumRow(table) if sums else None
        self._count = caption("", Tone.INK2)
        self._stack = QStackedWidget()
        self._no_match = EmptyState(tr("No row holds all these words"), tr("Delete a word to see more"))
        self._lay_out(filter_side if filter_hint else None)
        self.filter_box.typed.connect(table.rows_model.filter_by)
        self.filter_box.moved.connect(self._on_moved)
        self.filter_box.entered.connect(self._on_entered)
        table.rows_model.replaced.connect(self._on_replaced)
        self._on_replaced()

    def clear_filter(self) -> bool:
        """Show all rows again; whether there was a filter."""
        filtered = bool(self.filter_box.text())
        self.filter_box.clear()
        return filtered

    def _lay_out(self, filter_side: int | None) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if filter_side is not None:
            margins = (filter_side, 12, filter_side, 8)
            outer.addLayout(row(self.filter_box, self._count, space=12, margins=margins))
        else:
            self.filter_box.setParent(self)
            self.filter_box.hide()
        for part in (self.table, self.empty, self._no_match):
            self._stack.addWidget(part)
        outer.addWidget(self._stack, 1)
        if self.sum_row is not None:
            outer.addWidget(self.sum_row)

    def _on_replaced(self) -> None:
        model: Any = self.table.rows_model
        shown, whole = len(model.rows), len(model.all_rows)
        self._stack.setCurrentWidget(self.table if shown else self._no_match if whole else self.empty)
        self._count.show_text(_count(shown, whole))

    def _on_moved(self, by: int) -> None:
        now = self.table.currentIndex().row()
        last = self.table.rows_model.rowCount() - 1
        self.table.choose(max(0, min(last, now + by)) if now >= 0 else 0)

    def _on_entered(self) -> None:
        current = self.table.current()
        if current is None:
            self.table.choose(0)
            current = self.table.current()
        if current is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.opened.emit(current)


def _count(shown: int, whole: int) -> str:
    if shown == whole:
        return tr_n("{n} row", "{n} rows", whole).format(n=f"{whole:,}")
    return tr("{shown} of {whole} rows").format(shown=f"{shown:,}", whole=f"{whole:,}")
