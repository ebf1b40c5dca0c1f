"""Rules, stamps, pauses and hours as documents of the database, and read back from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from json import loads
from typing import Any

from app.core.open_hours import WeekHours, Window, Windows
from app.core.workdays import HolidayYear, NamedDay
from app.tickets.deadlines.calendars import Stamp
from app.tickets.deadlines.due import Pause
from app.tickets.deadlines.rule import CalendarName, ClockRule, clock_rule
from app.tickets.kinds import ClockName

_WEEKDAYS = tuple("1234567")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")


def rule_facts(rule: ClockRule) -> dict[str, str]:
    """A rule of a chain."""
    return {"name": rule.name.value, "limit": str(rule.limit), "calendar": rule.calendar.value}


def rule_of(facts: Mapping[str, str]) -> ClockRule:
    """The rule that a document says."""
    return clock_rule(ClockName(facts["name"]), facts["limit"], CalendarName(facts["calendar"]))


def promise_facts(rule: ClockRule, stamp: Stamp) -> dict[str, object]:
    """A rule as it was promised, with the calendars by which it is reckoned."""
    return {**rule_facts(rule), "hours": stamp.hours, "years": stamp.years, "shipped": stamp.shipped}


def stamp_of(facts: Mapping[str, int]) -> Stamp:
    """Which calendars a promise is reckoned by."""
    return Stamp(facts["hours"], facts["years"], facts["shipped"])


@lru_cache(maxsize=512)  # of thousands of tickets most were promised the same
def promise_of(text: str) -> tuple[ClockRule, Stamp, bool]:
    """The rule, the calendars and whether another class replaced it, of a document as it is stored."""
    facts = loads(text)
    return rule_of(facts), stamp_of(facts), bool(facts.get("replaced"))


@lru_cache(maxsize=512)
def pauses_in(text: str) -> tuple[Pause, ...]:
    """The pauses of a document as it is stored."""
    return tuple(pauses_of(loads(text)))


def pause_facts(pauses: Iterable[Pause]) -> list[list[str]]:
    """Pauses that have ended."""
    return [[one.began.isoformat(), one.ended.isoformat()] for one in pauses if one.ended is not None]


def pauses_of(facts: Sequence[Sequence[str]]) -> list[Pause]:
    """The pauses that a document says."""
    return [Pause(datetime.fromisoformat(began), datetime.fromisoformat(ended)) for began, ended in facts]


def week_facts(week: WeekHours) -> dict[str, list[list[str]]]:
    """Windows by weekday (1 is Monday), of days off and of worked weekends."""
    named = dict(zip((*_WEEKDAYS, "holiday", "makeup"), (*week.weekdays, week.holiday, week.makeup), strict=True))
    return {name: [[clock_text(one.opens), clock_text(one.closes)] for one in found] for name, found in named.items()}


def week_of(facts: Mapping[str, Sequence[Sequence[str]]]) -> WeekHours:
    """The hours that a document says."""
    weekdays = tuple(_windows(facts[name]) for name in _WEEKDAYS)
    return WeekHours(weekdays, _windows(facts["holiday"]), _windows(facts["makeup"]))


def year_facts(year: HolidayYear) -> list[dict[str, object]]:
    """The days of a notice, in order."""
    return [{"name": one.name, "date": one.day.isoformat(), "isOffDay": one.is_off} for one in year.days]


def days_of(facts: Sequence[Mapping[str, Any]]) -> tuple[NamedDay, ...]:
    """The days that a document says, in order."""
    days = (NamedDay(date.fromisoformat(one["date"]), one["name"], one["isOffDay"]) for one in facts)
    return tuple(sorted(days, key=lambda one: one.day))


def clock_text(minute: int) -> str:
    """A minute of the day on the clock: 08:30, 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute_of(text: str) -> int:
    """The minute of the day that a clock shows. Raises ValueError for what no clock shows."""
    found = _TIME.fullmatch(text)
    if found is None or int(found[2]) >= 60:
        raise ValueError(text)
    return int(found[1]) * 60 + int(found[2])


def _windows(facts: Sequence[Sequence[str]]) -> Windows:
    return tuple(Window(minute_of(opens), minute_of(closes)) for opens, closes in facts)
