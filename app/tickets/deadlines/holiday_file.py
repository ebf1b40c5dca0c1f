"""Reads a notice from a file of the common form: JSON with `year` and `days` of `name`, `date` and `isOffDay`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from app.core.workdays import Holidays, HolidayYear, NamedDay, fixed_days
from app.tickets.deadlines.promise_facts import days_of
from app.tickets.deadlines.refusals import (
    HolidayDayTwice,
    HolidayFileEmpty,
    HolidayFileUnreadable,
    HolidayOutsideYear,
    LegalDayNotOff,
)

_MOST_BYTES = 1_000_000


def read_holiday_file(file: Path) -> HolidayYear:
    """The notice in a file; it names the paper that it comes from, or itself.

    Raises HolidayFileUnreadable, HolidayFileEmpty and what `check_year` raises.
    """
    try:
        year = _year(file)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise HolidayFileUnreadable(file.name) from error
    if not year.days:
        raise HolidayFileEmpty(file.name, year.year)
    check_year(year)
    return year


def check_year(year: HolidayYear) -> None:
    """Refuse what no notice says.

    Raises HolidayDayTwice, HolidayOutsideYear, and LegalDayNotOff where a day off by law would be worked.
    """
    for day, count in Counter(named.day for named in year.days).items():
        if count > 1:
            raise HolidayDayTwice(day)
        if day.year != year.year and (day.year, day.month) != (year.year - 1, 12):
            raise HolidayOutsideYear(day, year.year)
    holidays = Holidays([year])
    for day, name in fixed_days(year.year):
        if holidays.is_workday(day):
            raise LegalDayNotOff(day, name)


def made_year(year: int, days: Iterable[NamedDay], source: str) -> HolidayYear:
    """A notice that was typed, in order. Raises what `check_year` raises."""
    made = HolidayYear(year, tuple(sorted(days, key=lambda one: one.day)), source.strip())
    check_year(made)
    return made


def _year(file: Path) -> HolidayYear:
    if file.stat().st_size > _MOST_BYTES:
        raise ValueError(file)
    facts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8-sig"))
    year, days = facts["year"], facts["days"]
    if not isinstance(year, int) or not date.min.year < year < date.max.year:
        raise ValueError(year)
    if not all(isinstance(one["isOffDay"], bool) and isinstance(one["name"], str) for one in days):
        raise TypeError(days)
    papers = facts.get("papers") or [file.name]
    return HolidayYear(year, days_of(days), str(papers[0]))
