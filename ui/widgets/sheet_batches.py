"""The imports of one kind so far, the last first; those taken back stay in the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from app.core.ids import UserId
from app.core.language import tr
from app.core.show import show_time
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.sheet_words import batch_state
from ui.widgets.table_view import TableView

B = TypeVar("B", bound=Any)


class SheetBatches(TableView[B]):
    """When, which file, what is `counted` of it, by whom, how it stands; large words push the heads `spare` out."""

    def __init__(self, counted: Sequence[Column[B]], spare: Sequence[str]) -> None:
        self._people: Mapping[UserId, str] = {}
        self._spare = spare
        columns: list[Column[B]] = [
            Column(tr("When"), lambda batch: show_time(batch.at)),
            Column(tr("File"), lambda batch: batch.file, bold=True, stretch=True),
            *counted,
            Column(tr("By"), lambda batch: self._people.get(batch.by, ""), tone=Tone.INK2),
            Column(tr("State"), lambda batch: batch_state(batch.undone_at), Kind.STATE),
        ]
        super().__init__(tr("Imports so far"), columns, key=lambda batch: batch.id, look=_look)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what is told after each import where words are large."""
        for title in (*self._spare, tr("By")):
            self.hide_column(title, hidden=narrow)

    def show_batches(self, batches: Sequence[B], people: Mapping[UserId, str]) -> None:
        """Show these, with the names of those who imported."""
        self._people = people
        self.show_rows(batches)


def _look(batch: Any) -> RowLook:
    return RowLook(quiet=batch.undone_at is not None)
