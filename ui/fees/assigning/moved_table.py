"""What moving units to another tariff would do: those that cannot move first, then both prices of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.ids import UnitId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_date
from app.estate.unit_code import natural
from app.fees.move_plan import ProposedMove
from ui.fees.assigning.assigned_table import next_amount, next_due, next_state, period_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.table_view import TableView

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One unit that would move, and who lives there."""

    move: ProposedMove
    person: str


def moved_lines(moves: Sequence[ProposedMove], people: Mapping[UnitId, str]) -> list[MovedLine]:
    """Those that cannot move, then the rest, each in building order."""
    lines = [MovedLine(move, people.get(move.unit_id, "")) for move in moves]
    return sorted(lines, key=lambda line: line.move.trouble is None)


class MovedTable(TableView[MovedLine]):
    """The last day of the old tariff, and the first period by the new one."""

    def __init__(self) -> None:
        super().__init__(tr("What would move"), _columns(), key=lambda line: line.move.assignment_id)

    def show_lines(self, lines: Sequence[MovedLine]) -> None:
        """Show these; meters have a column only where there are any."""
        self.show_rows(lines)
        self.hide_column(tr("Meter"), hidden=not any(line.move.meter for line in lines))

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the foot explains too where there is little room."""
        self.hide_column(tr("Due"), hidden=narrow)


def _columns() -> list[Column[MovedLine]]:
    return [
        Column(tr("Unit"), lambda line: line.move.unit_code, bold=True, sort=lambda line: natural(line.move.unit_code)),
        Column(tr("Person"), lambda line: line.person, least=6),
        Column(tr("Meter"), lambda line: line.move.meter, tone=Tone.INK2, dash=True),
        Column(tr("Old until"), lambda line: line.move.day - _DAY, Kind.DATE, tone=Tone.INK2),
        Column(tr("Remark"), _remark, Kind.STATE, stretch=True),
        Column(tr("First period"), lambda line: _unless_trouble(line, period_words(line.move.next)), dash=True),
        Column(tr("Due"), _due, Kind.DATE, tone=Tone.INK2, dash=True),
        Column(tr("Amount so far"), lambda line: next_amount(line.move.before), Kind.MONEY, tone=Tone.INK2, dash=True),
        Column(tr("New amount"), _amount, Kind.MONEY, total=True, dash=True, bold=True),
    ]


def _remark(line: MovedLine) -> State | None:
    trouble = line.move.trouble
    if trouble is not None:
        words = tr("charged through {day} already").format(day=show_date(trouble.charged_until - _DAY))
        return State(words, "circle-alert", Mood.DANGER)
    return next_state(line.move.next)


def _due(line: MovedLine) -> date | None:
    return None if line.move.trouble is not None else next_due(line.move.next)


def _amount(line: MovedLine) -> Money | None:
    return None if line.move.trouble is not None else next_amount(line.move.next)


def _unless_trouble(line: MovedLine, words: str | None) -> str | None:
    return None if line.move.trouble is not None else words
