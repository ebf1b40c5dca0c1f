"""Turns by a pattern: these people in turn, by day or by week, on these weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.duty.refusals import NoWeekday, PatternEmpty, PatternTooLong
from app.duty.roster.spans import Span, days_between, monday_of, usual_span

MOST_DAYS = 366
EVERY_DAY = frozenset(range(7))


class Change(StrEnum):
    """When the next of the people comes."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class OnCall:
    """Somebody on the roster, and the telephone of the turn."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """`[first, last]`, weekdays with Monday as 0; the people follow each other and begin anew."""

    post_id: int
    people: tuple[OnCall, ...]
    first: date
    last: date
    begins: time
    ends: time
    weekdays: frozenset[int] = EVERY_DAY
    change: Change = Change.DAY


def spread(pattern: Pattern) -> Iterator[tuple[Span, OnCall]]:
    """The turns of a pattern, oldest first. Raises NoWeekday, PatternEmpty, PatternTooLong."""
    if not pattern.weekdays:
        raise NoWeekday
    length = (pattern.last - pattern.first).days + 1
    if length > MOST_DAYS:
        raise PatternTooLong(length, MOST_DAYS)
    days = [day for day in days_between(pattern.first, pattern.last) if day.weekday() in pattern.weekdays]
    if not days:
        raise PatternEmpty(pattern.first, pattern.last)
    for number, day in enumerate(days):
        whose = number if pattern.change is Change.DAY else (monday_of(day) - monday_of(pattern.first)).days // 7
        person = pattern.people[whose % len(pattern.people)]
        yield Span(pattern.post_id, person.name, *usual_span(day, pattern.begins, pattern.ends)), person
