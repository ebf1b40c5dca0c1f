"""When an inspection is due: every so many days, on a day of each month, or on weekdays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.core.periods import days_in_month
from app.duty.refusals import NoWeekday, RhythmImpossible

MOST_DAYS = 366
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EveryDays:
    """Each `days` days from the first on: 1 is daily."""

    days: int

    def __post_init__(self) -> None:
        if not 1 <= self.days <= MOST_DAYS:
            raise RhythmImpossible(self.days, 1, MOST_DAYS)

    def is_due(self, day: date, first_on: date) -> bool:
        """Whether a round falls on this day."""
        return day >= first_on and (day - first_on).days % self.days == 0


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of each month; a month that has no such day has it on its last."""

    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.day <= 31:
            raise RhythmImpossible(self.day, 1, 31)

    def is_due(self, day: date, first_on: date) -> bool:
        """Whether a round falls on this day."""
        return day >= first_on and day.day == min(self.day, days_in_month(day.year, day.month))


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, Monday as 0."""

    days: frozenset[int]

    def __post_init__(self) -> None:
        if not self.days or not self.days <= frozenset(range(7)):
            raise NoWeekday

    def is_due(self, day: date, first_on: date) -> bool:
        """Whether a round falls on this day."""
        return day >= first_on and day.weekday() in self.days


Rhythm = EveryDays | MonthDay | Weekdays


def due_days(rhythm: Rhythm, first_on: date, since: date, until: date) -> Iterator[date]:
    """Each day of `[since, until)` on which a round falls."""
    day = max(since, first_on)
    while day < until:
        if rhythm.is_due(day, first_on):
            yield day
        day += _ONE_DAY


def next_due(rhythm: Rhythm, first_on: date, after: date) -> date:
    """The first day after `after` on which a round falls."""
    day = max(after + _ONE_DAY, first_on)
    while not rhythm.is_due(day, first_on):
        day += _ONE_DAY
    return day


@dataclass(frozen=True, slots=True)
class Due:
    """How an inspection stands: `due_on` is the oldest round that nobody walked; `missed` are those before today.

    `covers` is the day that a round walked now is for.
    """

    due_on: date
    missed: int
    covers: date

    def is_due(self, today: date) -> bool:
        """Whether it is to be walked today, or should have been before."""
        return self.due_on <= today

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been walked before today."""
        return self.due_on < today


def stands(rhythm: Rhythm, first_on: date, walked_for: date | None, today: date) -> Due:
    """How it stands when the last round that ended was for `walked_for`; one round covers all that were missed."""
    oldest = next_due(rhythm, first_on, first_on - _ONE_DAY if walked_for is None else walked_for)
    open_days = list(due_days(rhythm, first_on, oldest, today + _ONE_DAY))
    missed = sum(day < today for day in open_days)
    return Due(oldest, missed, open_days[-1] if open_days else today)


def rhythm_facts(rhythm: Rhythm) -> dict[str, object]:
    """As it is kept."""
    if isinstance(rhythm, EveryDays):
        return {"days": rhythm.days}
    if isinstance(rhythm, MonthDay):
        return {"month_day": rhythm.day}
    return {"weekdays": sorted(rhythm.days)}


def rhythm_of(facts: Mapping[str, Any]) -> Rhythm:
    """As it was kept. Raises RhythmImpossible, NoWeekday."""
    if "days" in facts:
        return EveryDays(int(facts["days"]))
    if "month_day" in facts:
        return MonthDay(int(facts["month_day"]))
    return Weekdays(frozenset(facts["weekdays"]))
