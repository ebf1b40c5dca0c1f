"""What a sheet of tariffs on units will do: what is new, what ends, what begins on another day, what is as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.errors import Refusal
from app.core.ids import AssignmentId, MeterId
from app.fees.opening.assignment_line import AssignmentLine
from app.fees.opening.sheet_refusals import AssignmentTwice, ChargedByOtherTerms
from app.fees.refusals import AssignmentEnded, AssignmentOverlaps, EndsInsideCharged
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.versions import Tariff


class Deed(StrEnum):
    """What a row does."""

    NEW = "new"
    ENDED = "ended"
    MOVED = "moved"
    AS_IT_WAS = "as_it_was"


@dataclass(frozen=True, slots=True)
class Lying:
    """A tariff that lies on the unit, or that a row of the sheet (`row`) lays there."""

    tariff: Tariff
    meter_id: MeterId | None
    first: date
    until: date | None
    modifiers: Modifiers
    charged_until: date | None = None
    id: AssignmentId | None = None
    row: int = 0

    def overlaps(self, first: date, until: date | None) -> bool:
        """Whether it applies on some of these days."""
        mine = self.until is None or first < self.until
        return mine and (until is None or self.first < until) and self.until != self.first


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A good row, what it does, and the tariff on the unit that it ends or begins anew."""

    line: AssignmentLine
    deed: Deed
    former: Lying | None = None


def plan_unit(
    lines: Sequence[AssignmentLine], lying: Sequence[Lying]
) -> tuple[list[PlannedLine], list[tuple[AssignmentLine, Refusal]]]:
    """The rows of one unit and fee item against what lies there: those that say more of it first, then the new ones."""
    there, planned = list(lying), list[PlannedLine]()
    faults: list[tuple[AssignmentLine, Refusal]] = []
    for line in sorted(lines, key=lambda one: _known(one, there) is None):
        former = _known(line, there)
        done = _of_known(line, former) if former is not None else PlannedLine(line, Deed.NEW)
        if isinstance(done, PlannedLine):
            rest = [one for one in there if one is not former]
            done = _in_the_way(line, rest) or done
        if isinstance(done, Refusal):
            faults.append((line, done))
            continue
        there = [one for one in there if one is not former]
        there.append(_laid(line, former))
        planned.append(done)
    return planned, faults


def _known(line: AssignmentLine, lying: Iterable[Lying]) -> Lying | None:
    """The tariff on the unit that a row means: the same one from the same day, else one not charged yet."""
    mine = (line.tariff.id, line.meter_id)
    same = [one for one in lying if one.id is not None and (one.tariff.id, one.meter_id) == mine]
    exact = next((one for one in same if one.first == line.first and one.until != one.first), None)
    return exact or next((one for one in same if one.overlaps(line.first, line.until)), None)


def _of_known(line: AssignmentLine, known: Lying) -> PlannedLine | Refusal:
    if line.first != known.first or line.coefficient not in (None, known.modifiers.coefficient):
        if known.charged_until is not None:
            return ChargedByOtherTerms(line.unit, known.tariff.name, known.first, known.charged_until)
        return PlannedLine(line, Deed.MOVED, known)
    if line.until == known.until:
        return PlannedLine(line, Deed.AS_IT_WAS, known)
    if known.until is not None and (line.until is None or line.until > known.until):
        return AssignmentEnded(line.unit, known.until)
    assert line.until is not None
    if known.charged_until is not None and line.until < known.charged_until:
        return EndsInsideCharged(line.unit, known.charged_until)
    return PlannedLine(line, Deed.ENDED, known)


def _in_the_way(line: AssignmentLine, lying: Iterable[Lying]) -> Refusal | None:
    for one in lying:
        if one.meter_id == line.meter_id and one.overlaps(line.first, line.until):
            if one.row:
                return AssignmentTwice(line.unit, line.tariff.item.name, one.row)
            return AssignmentOverlaps(line.unit, line.tariff.item.name, one.tariff.name, one.first, one.until)
    return None


def modifiers_of_line(line: AssignmentLine, former: Lying | None) -> Modifiers:
    """The unit's factors: what the row says, else what was agreed before."""
    before = UNCHANGED if former is None else former.modifiers
    return before if line.coefficient is None else replace(before, coefficient=line.coefficient)


def _laid(line: AssignmentLine, former: Lying | None) -> Lying:
    modifiers = modifiers_of_line(line, former)
    return Lying(line.tariff, line.meter_id, line.first, line.until, modifiers, row=line.row.number)
