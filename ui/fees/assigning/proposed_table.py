"""What laying a tariff on the chosen units would do: conflicts first, then the first period of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from app.core.language import tr
from app.core.show import show_date, show_decimal
from app.estate.unit_code import natural
from app.estate.unit_facts import UnitRow
from app.fees.assignments import ProposedAssignment
from app.fees.following import SEAMLESS
from app.fees.new_assignments import NONE_OWN, PLAIN, Own, OwnTerms
from ui.fees.assigning.assigned_table import next_amount, next_due, next_state, period_words
from ui.fees.assigning.following_words import following_state
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.table_view import TableView

T = TypeVar("T")
_LATELY = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One unit of the proposal, by one of its meters if the tariff goes by meter; who lives there, what is agreed."""

    proposed: ProposedAssignment
    person: str
    own: OwnTerms = PLAIN
    handover: date | None = None

    @property
    def handed_over_before(self) -> bool:
        """Whether the flat was handed over lately, but the charges begin only later: some days would be free."""
        begins = self.proposed.next.begins
        return self.handover is not None and begins - _LATELY <= self.handover < begins


def proposed_lines(
    proposed: Sequence[ProposedAssignment], units: Iterable[UnitRow], own: Own = NONE_OWN
) -> list[ProposedLine]:
    """The conflicts, then what is to be looked at, then the rest, each in building order."""
    known = {unit.id: unit for unit in units}
    lines = [_line(one, known.get(one.unit_id), own.get(one.unit_id, PLAIN)) for one in proposed]
    return sorted(lines, key=_urgency)


class ProposedTable(TableView[ProposedLine]):
    """A conflict names the tariff that lies there already."""

    def __init__(self) -> None:
        super().__init__(tr("What would be assigned"), _columns(), key=_key)

    def show_proposed(self, lines: Sequence[ProposedLine], usual: date) -> None:
        """Show these; meters, what is agreed and days other than the `usual` have columns only where there are any."""
        self.show_rows(lines)
        self.hide_column(tr("Meter"), hidden=not any(line.proposed.meter for line in lines))
        self.hide_column(tr("Agreed"), hidden=all(line.own == PLAIN for line in lines))
        self.hide_column(tr("Charge from"), hidden=all(line.proposed.first == usual for line in lines))


def own_words(own: OwnTerms) -> str | None:
    """What is agreed for one unit: `coefficient 1.2, vacant 0.7, from 2026-03-18`; None where nothing is."""
    said = []
    if own.modifiers.coefficient != 1:
        said.append(tr("coefficient {factor}").format(factor=show_decimal(own.modifiers.coefficient, 0)))
    if own.modifiers.vacant_factor != 1:
        said.append(tr("vacant {factor}").format(factor=show_decimal(own.modifiers.vacant_factor, 0)))
    if own.first is not None:
        said.append(tr("from {day}").format(day=show_date(own.first)))
    return tr(", ").join(said) or None


def _key(line: ProposedLine) -> tuple[int, int]:
    return line.proposed.unit_id, line.proposed.meter_id or 0


def _columns() -> list[Column[ProposedLine]]:
    return [
        Column(tr("Unit"), _code, bold=True, sort=lambda line: natural(_code(line))),
        Column(tr("Person"), lambda line: line.person, least=6),
        Column(tr("Meter"), lambda line: line.proposed.meter, tone=Tone.INK2, dash=True),
        Column(tr("Agreed"), lambda line: own_words(line.own), dash=True),
        Column(tr("Charge from"), lambda line: line.proposed.first, Kind.DATE),
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


def _line(one: ProposedAssignment, unit: UnitRow | None, own: OwnTerms) -> ProposedLine:
    if unit is None:
        return ProposedLine(one, "", own)
    return ProposedLine(one, unit.person, own, unit.facts.handover_date)


def _urgency(line: ProposedLine) -> int:
    one = line.proposed
    if one.overlap is not None or one.lacks_meter:
        return 0
    amiss = one.next.charge is None or line.handed_over_before or one.following != SEAMLESS
    return 1 if amiss else 2


def _code(line: ProposedLine) -> str:
    return line.proposed.unit_code


def _unless_overlap(line: ProposedLine, value: T) -> T | None:
    return value if line.proposed.overlap is None else None


def _remark(line: ProposedLine) -> State | None:
    overlap = line.proposed.overlap
    if overlap is not None:
        words = tr("“{tariff}” since {day}").format(tariff=overlap.tariff, day=show_date(overlap.first))
        return State(words, "circle-alert", Mood.DANGER)
    seam = following_state(line.proposed)
    if seam is not None:
        return seam
    if line.handed_over_before and line.handover is not None:
        words = tr("handed over {day}: days before {begins} are free")
        begins = show_date(line.proposed.next.begins)
        return State(words.format(day=show_date(line.handover), begins=begins), "triangle-alert", Mood.WARN)
    return next_state(line.proposed.next)
