"""The tariffs that lie on a unit today, as the fees room tells them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.core.language import mark, tr
from app.core.show import show_months
from app.fees.assignments import AssignmentRow
from app.fees.explain_words import price_words
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.table_view import TableView

_CYCLES = {1: mark("monthly"), 3: mark("quarterly"), 6: mark("half-yearly"), 12: mark("yearly")}


class TariffsTable(TableView[AssignmentRow]):
    """Only to be read; tariffs are laid on units in their own tab."""

    def __init__(self, today: date) -> None:
        self._today = today
        super().__init__(tr("Tariffs of this unit"), self._columns(), key=lambda row: row.id, row_height=30)

    def show_tariffs(self, rows: Sequence[AssignmentRow]) -> None:
        """Show those that have not ended."""
        lying = [row for row in rows if row.until is None or row.until > self._today]
        self.show_rows(lying)
        self.setFixedHeight(self.height_of_rows(max(1, len(lying))) + 1)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the tab of tariffs tells where words are large."""
        for title in (tr("Cycle"), tr("From")):
            self.hide_column(title, hidden=narrow)
        self.setFixedHeight(self.height_of_rows(max(1, len(self.rows_model.rows))) + 1)

    def _columns(self) -> list[Column[AssignmentRow]]:
        return [
            Column(tr("Fee item"), lambda row: row.tariff.item.name, bold=True, least=10),
            Column(tr("Tariff"), self._tariff, stretch=True),
            Column(tr("Cycle"), lambda row: tr(_CYCLES[row.tariff.version_on(self._today).terms.cycle_months])),
            Column(tr("From"), lambda row: row.first, Kind.DATE, tone=Tone.INK2),
            Column(tr("Next period"), _period, tone=Tone.INK2, dash=True),
            Column(tr("Amount"), _amount, Kind.MONEY, dash=True),
        ]

    def _tariff(self, row: AssignmentRow) -> str:
        terms = row.tariff.version_on(self._today).terms
        return f"{row.tariff.name}  {price_words(terms)}"


def _period(row: AssignmentRow) -> str | None:
    charge = row.next.charge
    return None if charge is None else show_months(charge.period.first, charge.period.until)


def _amount(row: AssignmentRow) -> object:
    return None if row.next.charge is None else row.next.charge.amount
