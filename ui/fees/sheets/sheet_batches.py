"""The imports of the fees room so far, the last first; those taken back stay in the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.ids import UserId
from app.core.language import tr
from app.core.show import show_time
from app.fees.opening.sheet_results import FeesBatch
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


class FeesBatches(TableView[FeesBatch]):
    """Rows, units and, where the sheet brings money, the amount of each import."""

    def __init__(self, *, money: bool) -> None:
        self._people: Mapping[UserId, str] = {}
        amount: list[Column[FeesBatch]] = [Column(tr("Amount"), lambda batch: batch.amount, Kind.MONEY, bold=True)]
        columns: list[Column[FeesBatch]] = [
            Column(tr("When"), lambda batch: show_time(batch.at)),
            Column(tr("File"), lambda batch: batch.file, bold=True, stretch=True),
            Column(tr("Rows"), lambda batch: f"{batch.rows:,}", Kind.NUMBER),
            Column(tr("Units"), lambda batch: f"{batch.units:,}", Kind.NUMBER),
            *(amount if money else []),
            Column(tr("Wrong rows"), lambda batch: f"{batch.bad:,}", Kind.NUMBER),
            Column(tr("By"), lambda batch: self._people.get(batch.by, ""), tone=Tone.INK2),
            Column(tr("State"), _state, Kind.STATE),
        ]
        super().__init__(tr("Imports so far"), columns, key=lambda batch: batch.id, look=_look)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what is told after each import where words are large."""
        for title in (tr("Units"), tr("By")):
            self.hide_column(title, hidden=narrow)

    def show_batches(self, batches: Sequence[FeesBatch], people: Mapping[UserId, str]) -> None:
        """Show these, with the names of those who imported."""
        self._people = people
        self.show_rows(batches)


def _look(batch: FeesBatch) -> RowLook:
    return RowLook(quiet=batch.undone_at is not None)


def _state(batch: FeesBatch) -> State:
    if batch.undone_at is None:
        return State(tr("in the book"), "circle-check", Mood.OK)
    return State(tr("taken back {time}").format(time=show_time(batch.undone_at)), "undo-2")
