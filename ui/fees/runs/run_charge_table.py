"""What a billing run charged, as it stands now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.ids import UnitId
from app.core.language import tr
from app.core.show import show_months
from app.estate.unit_code import natural
from app.fees.run_charges import RunCharge, totals_of
from ui.fees.runs.preview_facts import ItemLine
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """A charge of a run, and who lives there."""

    row: RunCharge
    person: str


def charge_lines(charges: Sequence[RunCharge], people: Mapping[UnitId, str]) -> list[ChargeLine]:
    """The charges with their people."""
    return [ChargeLine(one, people.get(one.unit_id, "")) for one in charges]


def lines_of_items(charges: Sequence[RunCharge]) -> list[ItemLine]:
    """What the run charged by fee item."""
    totals = totals_of(charges)
    largest = max((one.amount for one in totals), default=None)
    return [ItemLine(one.item, True, one.charges, one.amount, largest) for one in totals if largest is not None]


class RunChargeTable(TableView[ChargeLine]):
    """Each charge with what became of it."""

    def __init__(self) -> None:
        columns: list[Column[ChargeLine]] = [
            Column(
                tr("Unit"), lambda line: line.row.unit_code, bold=True, sort=lambda line: natural(line.row.unit_code)
            ),
            Column(tr("Person"), lambda line: line.person, least=6, stretch=True),
            Column(tr("Fee item"), lambda line: line.row.item.name, stretch=True, whole=True),
            Column(tr("Tariff"), lambda line: line.row.tariff, tone=Tone.INK2, stretch=True),
            Column(tr("Period"), lambda line: show_months(line.row.period.first, line.row.period.until)),
            Column(tr("Due"), lambda line: line.row.due_on, Kind.DATE, tone=Tone.INK2),
            Column(tr("State"), _state, Kind.STATE),
            Column(tr("Amount"), lambda line: line.row.amount, Kind.MONEY, total=True, bold=True),
        ]
        super().__init__(tr("Charges of this run"), columns, key=lambda line: line.row.id, look=_look)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the tariff's page tells too where there is little room."""
        for title in (tr("Tariff"), tr("Due")):
            self.hide_column(title, hidden=narrow)


def _look(line: ChargeLine) -> RowLook:
    return RowLook(quiet=line.row.cancelled, struck=line.row.cancelled)


def _state(line: ChargeLine) -> State:
    row = line.row
    if row.cancelled:
        return State(tr("undone"), "undo-2")
    if not row.outstanding:
        return State(tr("settled"), "circle-check", Mood.OK)
    if row.outstanding != row.amount + row.adjusted:
        return State(tr("part paid"))
    return State(tr("adjusted, open") if row.adjusted else tr("unpaid"))
