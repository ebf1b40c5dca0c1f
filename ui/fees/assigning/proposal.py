"""The frame of a proposal: where it stands, its rows, and how the one with the bar comes about."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.fees.explain_strip import ExplainStrip
from ui.fees.filter_box import filter_of
from ui.shell.actions import Action
from ui.widgets.empty_state import EmptyState
from ui.widgets.note_strip import NoteStrip
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

L = TypeVar("L")


class Proposal(QWidget, Generic[L]):
    """Nothing is written yet; subclasses show their rows in `table`, and say in `strip` what stands in the way."""

    def __init__(self, table: TableView[L], fold: Action) -> None:
        super().__init__()
        self.strip = NoteStrip()
        self.pane = TablePane(table, EmptyState(tr("No units")), filter_cap="Ctrl F", sums=True)
        self.explained = ExplainStrip(fold)
        self._rows = table
        bar = row(self.strip, filter_of(self.pane, tr("Room or name")), space=12, margins=(24, 10, 24, 4))
        bar.setStretchFactor(self.strip, 1)
        self.setLayout(column(bar, row(self.pane, margins=(16, 0, 16, 0)), Rule(), self.explained, space=0))
        table.current_changed.connect(self._explain)

    def take_focus(self) -> None:
        """To the rows."""
        self._rows.setFocus()

    def fold(self) -> None:
        """Fold the explanation away, or show it again."""
        self.explained.fold()

    def _explain(self, line: L | None) -> None:
        """Say how the charge of a row comes about, or why there is none."""
        raise NotImplementedError
