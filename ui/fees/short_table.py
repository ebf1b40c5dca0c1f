"""A table that stands as high as its few rows, at every text scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent

from ui.widgets.table_view import TableView

R = TypeVar("R")


class ShortTable(TableView[R]):
    """Shows `least` to `most` rows without scrolling."""

    least, most = 1, 5

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, and take their height."""
        super().show_rows(rows)
        self._take_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_head"):
            self._take_height()

    def _take_height(self) -> None:
        shown = max(self.least, min(self.most, len(self.rows_model.all_rows)))
        self.setFixedHeight(self.height_of_rows(shown) + 2)
