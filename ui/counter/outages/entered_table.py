"""The papers that are in already, by number, the newest in view."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import show_time
from app.counter.methods import NAMES
from app.counter.outages.back_entries import Entered
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


class EnteredTable(TableView[Entered]):
    """One row a paper; those that were taken back are struck."""

    def __init__(self) -> None:
        super().__init__(
            tr("Entered papers"),
            [
                Column(tr("Number"), lambda row: row.label, least=9),
                Column(tr("Room"), lambda row: row.unit, least=8),
                Column(tr("Payer"), lambda row: row.payer, stretch=True),
                Column(tr("Amount"), lambda row: row.amount, Kind.MONEY),
                Column(tr("Method"), lambda row: tr(NAMES[row.method])),
                Column(tr("Reference"), lambda row: row.reference, tone=Tone.INK2),
                Column(tr("Written at"), _written, tone=Tone.INK2),
                Column(tr("Collected by"), lambda row: row.collector, tone=Tone.INK2),
            ],
            lambda row: row.number,
            look=lambda row: RowLook(struck=row.voided, quiet=row.voided),
        )

    def show_entered(self, rows: Sequence[Entered], newest: int | None) -> None:
        """Show the papers, with the one that came in last in view."""
        self.show_rows(rows)
        if newest is not None:
            self.choose_key(newest)


def _written(row: Entered) -> str:
    return "" if row.written_at is None else show_time(row.written_at)[5:]
