"""Why a promise is due when it is: the days and windows that were counted, those skipped, and the pauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.core.open_hours import OpenHours, Windows, at_minute, to_minute
from app.core.workdays import DayKind
from app.tickets.deadlines.calendars import Calendars
from app.tickets.deadlines.due import CountedPause, Pause, Reckoned, due_without_pauses, reckon
from app.tickets.deadlines.rule import CalendarName, ClockRule, LimitUnit


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day that was counted: so many minutes in these windows, or where workdays are counted as the `number`th."""

    day: date
    kind: DayKind
    name: str
    windows: Windows
    minutes: int
    number: int | None


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day on which the calendar is closed, with the name of its holiday if it has one."""

    day: date
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Everything that led to a due time, in the order of time.

    Round the clock no days are listed. `unknown_years` are the years it reaches into whose notice is not known.
    """

    rule: ClockRule
    started: datetime
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    due_without_pauses: datetime
    pauses: tuple[CountedPause, ...]
    reckoned: Reckoned
    unknown_years: tuple[int, ...]


def explain(
    rule: ClockRule,
    started: datetime,
    pauses: Sequence[Pause],
    calendars: Calendars,
    now: datetime,
    *,
    met_at: datetime | None = None,
    dropped_at: datetime | None = None,
    waits: bool = False,
) -> Explained:
    """The due time with its reasons; `now` as for `reckon`."""
    reckoned = reckon(rule, started, pauses, calendars, now, met_at=met_at, dropped_at=dropped_at, waits=waits)
    base = due_without_pauses(rule, started, calendars)
    return Explained(
        rule,
        to_minute(started),
        tuple(_counted(rule, started, base, calendars)),
        tuple(_skipped(rule, started, base, calendars)),
        base,
        reckoned.pauses,
        reckoned,
        _unknown(rule, started, reckoned.due_at, calendars),
    )


def _counted(rule: ClockRule, started: datetime, base: datetime, calendars: Calendars) -> Iterator[CountedDay]:
    if rule.calendar is CalendarName.CLOCK:
        return
    hours, number = calendars.of(rule.calendar), 0
    by_workdays = rule.limit.unit is LimitUnit.WORKDAYS
    for day in _days(started, base):
        named = (day, hours.holidays.kind_of(day), hours.holidays.name_of(day))
        if by_workdays and day > started.date() and hours.holidays.is_workday(day) and number < rule.limit.count:
            number += 1
            yield CountedDay(*named, hours.windows(day), hours.open_on(day), number)
        elif not by_workdays and (minutes := _minutes_within(hours, day, started, base)):
            yield CountedDay(*named, hours.windows(day), minutes, None)


def _skipped(rule: ClockRule, started: datetime, base: datetime, calendars: Calendars) -> Iterator[SkippedDay]:
    if rule.calendar is CalendarName.CLOCK:
        return
    hours = calendars.of(rule.calendar)
    for day in _days(started, base):
        if not hours.windows(day) and (rule.limit.unit is not LimitUnit.WORKDAYS or not hours.holidays.is_workday(day)):
            yield SkippedDay(day, hours.holidays.kind_of(day), hours.holidays.name_of(day))


def _minutes_within(hours: OpenHours, day: date, started: datetime, base: datetime) -> int:
    return hours.minutes(max(started, at_minute(day, 0)), min(base, at_minute(day + timedelta(days=1), 0)))


def _unknown(rule: ClockRule, started: datetime, due_at: datetime, calendars: Calendars) -> tuple[int, ...]:
    if rule.calendar is CalendarName.CLOCK:
        return ()
    return calendars.holidays.unknown_years(started.date(), due_at.date())


def _days(started: datetime, ended: datetime) -> Iterator[date]:
    for number in range((ended.date() - started.date()).days + 1):
        yield started.date() + timedelta(days=number)
