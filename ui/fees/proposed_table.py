"""What laying a tariff on the chosen units would do: conflicts first, then the first period of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.core.ids import UnitId
from app.core.language import tr
from app.core.show import show_date
from app.estate.unit_code import natural
from app.fees.assignments import ProposedAssignment
from ui.fees.assigned_table import next_amount, next_due, next_state, period_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.table_view import TableView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One unit of the proposal, and who lives there."""

    proposed: ProposedAssignment
    person: str


def proposed_lines(proposed: Sequence[ProposedAssignment], people: Mapping[UnitId, str]) -> list[ProposedLine]:
    """The conflicts, then the units that would be skipped, then the rest, each in building order."""
    lines = [ProposedLine(one, people.get(one.unit_id, "")) for one in proposed]
    return sorted(lines, key=lambda line: _urgency(line.proposed))


class ProposedTable(TableView[ProposedLine]):
    """A conflict names the tariff that lies there already."""

    def __init__(self) -> None:
        super().__init__(tr("What would be assigned"), _columns(), key=lambda line: line.proposed.unit_id)


def _columns() -> list[Column[ProposedLine]]:
    return [
        Column(tr("Unit"), _code, bold=True, sort=lambda line: natural(_code(line))),
        Column(tr("Person"), lambda line: line.person, least=6),
        Column(tr("Remark"), _remark, Kind.STATE, stretch=True),
        Column(tr("First period"), lambda line: _unless_overlap(line, period_words(line.proposed.next)), dash=True),
        Column(
            tr("Due"),
            lambda line: _unless_overlap(line, next_due(line.proposed.next)),
            Kind.DATE,
            tone=Tone.INK2,
            dash=True,
        ),
        Column(
            tr("Amount"),
            lambda line: _unless_overlap(line, next_amount(line.proposed.next)),
            Kind.MONEY,
            total=True,
            dash=True,
            bold=True,
        ),
    ]


def _urgency(one: ProposedAssignment) -> int:
    if one.overlap is not None:
        return 0
    return 1 if one.next.charge is None else 2


def _code(line: ProposedLine) -> str:
    return line.proposed.unit_code


def _unless_overlap(line: ProposedLine, value: T) -> T | None:
    return value if line.proposed.overlap is None else None


def _remark(line: ProposedLine) -> State | None:
    overlap = line.proposed.overlap
    if overlap is not None:
        words = tr("“{tariff}” since {day}").format(tariff=overlap.tariff, day=show_date(overlap.first))
        return State(words, "circle-alert", Mood.DANGER)
    return next_state(line.proposed.next)
