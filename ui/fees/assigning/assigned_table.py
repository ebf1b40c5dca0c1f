"""The units that a tariff lies on: since when, until when, and what each is charged next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.ids import UnitId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_date, show_months
from app.estate.unit_code import natural
from app.fees.assignments import AssignmentRow, NextPeriod
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.skip_words import reason_state
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class AssignedLine:
    """A tariff on a unit, and who lives there."""

    row: AssignmentRow
    person: str


def assigned_lines(rows: Sequence[AssignmentRow], people: Mapping[UnitId, str]) -> list[AssignedLine]:
    """The rows with their people, those that go on before those that have ended."""
    lines = [AssignedLine(row, people.get(row.unit_id, "")) for row in rows]
    return sorted(lines, key=lambda line: line.row.until is not None)


class AssignedTable(TableView[AssignedLine]):
    """Enter is left to the page."""

    def __init__(self, today: date) -> None:
        self._today = today
        super().__init__(tr("Units with this tariff"), _columns(), key=lambda line: line.row.id, look=self._look)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what can be read elsewhere where there is little room."""
        for title in (tr("Charged until"), tr("Due")):
            self.hide_column(title, hidden=narrow)

    def show_lines(self, lines: Sequence[AssignedLine]) -> None:
        """Show these; meters have a column only where there are any."""
        self.show_rows(lines)
        self.hide_column(tr("Meter"), hidden=not any(line.row.meter for line in lines))

    def _look(self, line: AssignedLine) -> RowLook:
        return RowLook(quiet=line.row.until is not None and line.row.until <= self._today)


def period_words(upcoming: NextPeriod) -> str | None:
    """The next period as months or days; None where there is none."""
    return None if upcoming.charge is None else show_months(upcoming.charge.period.first, upcoming.charge.period.until)


def next_amount(upcoming: NextPeriod) -> Money | None:
    """What the next period costs."""
    return None if upcoming.charge is None else upcoming.charge.amount


def next_due(upcoming: NextPeriod) -> date | None:
    """When the next period is due."""
    return None if upcoming.charge is None else upcoming.charge.due_on


def next_state(upcoming: NextPeriod) -> State | None:
    """Why nothing comes next, if nothing does."""
    return None if upcoming.reason is None else reason_state(upcoming.reason)


def _columns() -> list[Column[AssignedLine]]:
    return [
        Column(tr("Unit"), lambda line: line.row.unit_code, bold=True, sort=lambda line: natural(line.row.unit_code)),
        Column(tr("Person"), lambda line: line.person, least=6),
        Column(tr("Meter"), lambda line: line.row.meter, tone=Tone.INK2, dash=True),
        Column(tr("Since"), lambda line: line.row.first, Kind.DATE, tone=Tone.INK2),
        Column(tr("No charges from"), _until, tone=Tone.INK2, dash=True),
        Column(tr("Remark"), lambda line: next_state(line.row.next), Kind.STATE, stretch=True),
        Column(tr("Charged until"), _charged, tone=Tone.INK2, dash=True),
        Column(tr("Next period"), lambda line: period_words(line.row.next), dash=True),
        Column(tr("Due"), lambda line: next_due(line.row.next), Kind.DATE, tone=Tone.INK2, dash=True),
        Column(tr("Amount"), lambda line: next_amount(line.row.next), Kind.MONEY, total=True, dash=True, bold=True),
    ]


def _until(line: AssignedLine) -> str | None:
    return None if line.row.until is None else show_date(line.row.until)


def _charged(line: AssignedLine) -> str | None:
    """The last day that was charged: people read days, not half-open ends."""
    until = line.row.charged_until
    return None if until is None else show_date(until - timedelta(days=1))
