"""What an import will do: which rows make new units, which meet known ones, which repeat one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.ids import UnitId
from app.estate.unit_line import LinePerson, UnitLine


class DuplicatePolicy(StrEnum):
    """What to do with a unit that is known already, or that the sheet names twice."""

    SKIP = "skip"
    REPLACE = "replace"
    REPLACE_AND_ADD = "replace_and_add"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Lines that make new units, lines for known units, and how many rows are left out or repeat a unit."""

    new: tuple[UnitLine, ...]
    known: tuple[tuple[UnitId, UnitLine], ...]
    skipped: int
    repeated: int


def plan_import(lines: Iterable[UnitLine], in_book: Mapping[str, UnitId], policy: DuplicatePolicy) -> ImportPlan:
    """Bring the lines of one unit together and part new units from known ones (`in_book` by sort key)."""
    by_unit: dict[str, UnitLine] = {}
    rows = 0
    for line in lines:
        rows += 1
        key = line.code.sort_key
        by_unit[key] = _together(by_unit[key], line, policy) if key in by_unit else line
    new = tuple(line for key, line in by_unit.items() if key not in in_book)
    known = tuple((in_book[key], line) for key, line in by_unit.items() if key in in_book)
    repeated = rows - len(by_unit)
    if policy is DuplicatePolicy.SKIP:
        return ImportPlan(new, (), len(known) + repeated, repeated)
    return ImportPlan(new, known, 0, repeated)


def _together(first: UnitLine, second: UnitLine, policy: DuplicatePolicy) -> UnitLine:
    if policy is DuplicatePolicy.SKIP:
        return first
    if policy is DuplicatePolicy.REPLACE:
        return second
    return replace(
        second,
        facts=first.facts | second.facts,
        people=_people_together(first.people, second.people),
        plates=tuple(dict.fromkeys(first.plates + second.plates)),
        paid=tuple((dict(first.paid) | dict(second.paid)).items()),
    )


def _people_together(first: Iterable[LinePerson], second: Iterable[LinePerson]) -> tuple[LinePerson, ...]:
    people = {(one.name, one.role): one for one in first}
    for one in second:
        before = people.get((one.name, one.role))
        phones = before.phones + one.phones if before else one.phones
        people[one.name, one.role] = replace(one, phones=tuple(dict.fromkeys(phones)))
    return tuple(people.values())
