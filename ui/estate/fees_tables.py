"""The fees of a unit, as the fees room tells them: the tariffs that lie on it and its last charges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.core.language import mark, tr
from app.core.money import Money
from app.core.show import show_date, show_decimal, show_months
from app.fees.assigned import Vacancy
from app.fees.unit_fees import LastCharge, UnitFee
from app.fees.words.explain_words import price_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.skip_words import reason_state
from ui.widgets.table_view import TableView

_CYCLES = {1: mark("monthly"), 3: mark("quarterly"), 6: mark("half-yearly"), 12: mark("yearly")}
_DAY = timedelta(days=1)
_MOST = 8


class TariffsTable(TableView[UnitFee]):
    """Only to be read; tariffs are laid on units in their own tab."""

    def __init__(self, today: date) -> None:
        self._today = today
        super().__init__(tr("Tariffs of this unit"), self._columns(), key=lambda fee: fee.row.id, row_height=30)

    def show_fees(self, lying: Sequence[UnitFee]) -> None:
        """Show those that are not over."""
        self.show_rows(lying)
        self.hide_column(tr("Agreed"), hidden=not any(map(agreed_words, lying)))
        self.hide_column(tr("Remark"), hidden=all(fee.row.next.reason is None for fee in lying))
        self._take_height()

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the tab of tariffs tells where words are large."""
        for title in (tr("Cycle"), tr("From")):
            self.hide_column(title, hidden=narrow)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(self.height_of_rows(max(1, len(self.rows_model.rows))) + 1)

    def _columns(self) -> list[Column[UnitFee]]:
        return [
            Column(tr("Fee item"), lambda fee: fee.row.tariff.item.name, bold=True, least=10),
            Column(tr("Tariff"), self._tariff, stretch=True),
            Column(tr("Agreed"), agreed_words, tone=Tone.INK2),
            Column(tr("Cycle"), self._cycle),
            Column(tr("From"), lambda fee: fee.row.first, Kind.DATE, tone=Tone.INK2),
            Column(tr("Remark"), _remark, Kind.STATE),
            Column(tr("Next period"), _period, tone=Tone.INK2, dash=True),
            Column(tr("Due"), _due, Kind.DATE, tone=Tone.INK2, dash=True),
            Column(tr("Amount"), _amount, Kind.MONEY, dash=True),
        ]

    def _tariff(self, fee: UnitFee) -> str:
        row = fee.row
        named = f"{row.tariff.name} · {row.meter}" if row.meter else row.tariff.name
        return f"{named}  {price_words(row.tariff.version_on(self._today).terms)}"

    def _cycle(self, fee: UnitFee) -> str:
        terms = fee.row.tariff.version_on(self._today).terms
        return tr("by meter") if terms.formula.is_metered else tr(_CYCLES[terms.cycle_months])


def agreed_words(fee: UnitFee) -> str:
    """What was agreed for this unit alone: its factors, a vacant discount, an end."""
    words = []
    if fee.coefficient != 1:
        words.append(f"× {show_decimal(fee.coefficient)}")
    if fee.vacant_factor != 1:
        words.append(tr("vacant × {factor}").format(factor=show_decimal(fee.vacant_factor)))
    words += [_vacancy_words(one) for one in fee.vacancies]
    if fee.row.until is not None:
        words.append(tr("until {day}").format(day=show_date(fee.row.until - _DAY)))
    return tr(", ").join(words)


def _vacancy_words(one: Vacancy) -> str:
    facts = {"factor": show_decimal(one.factor), "first": show_date(one.first)}
    if one.until is None:
        return tr("vacant × {factor} from {first}").format(**facts)
    return tr("vacant × {factor} {first} – {last}").format(**facts, last=show_date(one.until - _DAY))


def _remark(fee: UnitFee) -> State | None:
    return None if fee.row.next.reason is None else reason_state(fee.row.next.reason)


def _period(fee: UnitFee) -> str | None:
    charge = fee.row.next.charge
    return None if charge is None else show_months(charge.period.first, charge.period.until)


def _due(fee: UnitFee) -> date | None:
    charge = fee.row.next.charge
    return None if charge is None else charge.due_on


def _amount(fee: UnitFee) -> Money | None:
    charge = fee.row.next.charge
    return None if charge is None else charge.amount


class LastChargesTable(TableView[LastCharge]):
    """The newest charges, with what became of each."""

    def __init__(self) -> None:
        columns: list[Column[LastCharge]] = [
            Column(tr("Fee item"), lambda one: one.name, bold=True, least=10, stretch=True),
            Column(tr("Period"), _charged_period, tone=Tone.INK2, dash=True),
            Column(tr("Due"), lambda one: one.due_on, Kind.DATE, tone=Tone.INK2),
            Column(tr("Amount"), lambda one: one.amount, Kind.MONEY),
            Column(tr("Adjusted"), lambda one: one.adjusted or None, Kind.MONEY, tone=Tone.INK2, dash=True),
            Column(tr("Unpaid"), lambda one: one.outstanding or None, Kind.MONEY, dash=True),
            Column(tr("State"), _state, Kind.STATE),
        ]
        super().__init__(tr("Last charges"), columns, key=lambda one: one.id, row_height=28, look=_look)

    def show_charges(self, charges: Sequence[LastCharge]) -> None:
        """Show these, as high as they are."""
        self.show_rows(charges)
        self.hide_column(tr("Adjusted"), hidden=not any(one.adjusted for one in charges))
        self.setFixedHeight(self.height_of_rows(max(1, min(_MOST, len(charges)))) + 1)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the counter tells where words are large."""
        self.hide_column(tr("Due"), hidden=narrow)
        self.setFixedHeight(self.height_of_rows(max(1, min(_MOST, len(self.rows_model.rows)))) + 1)


def _charged_period(one: LastCharge) -> str | None:
    return None if one.first is None or one.until is None else show_months(one.first, one.until)


def _look(one: LastCharge) -> RowLook:
    return RowLook(quiet=one.cancelled, struck=one.cancelled)


def _state(one: LastCharge) -> State:
    if one.cancelled:
        return State(tr("undone"), "undo-2")
    if not one.outstanding:
        return State(tr("settled"), "circle-check", Mood.OK)
    return State(tr("part paid") if one.outstanding != one.amount + one.adjusted else tr("unpaid"))
