"""Reads the calendars that the office entered, beside the notices that come with the program."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from json import loads
from typing import Any

from sqlalchemy import Connection, Select, String, select, type_coerce

from app.core.ids import UserId
from app.core.open_hours import WeekHours
from app.core.shipped_holidays import shipped_years
from app.core.workdays import HolidayYear
from app.store.rows import insert_row
from app.tickets.deadlines.calendars import CalendarBook, OwnHours, OwnYear
from app.tickets.deadlines.promise_facts import days_of, week_facts, week_of, year_facts
from app.tickets.deadlines.rule import CalendarName
from app.tickets.tables import holiday_year, service_hours

_Y, _H = holiday_year.c, service_hours.c
_YEARS = select(_Y.id, _Y.year, type_coerce(_Y.days, String).label("days"), _Y.source).order_by(_Y.id)
_HOURS = select(_H.id, _H.calendar, type_coerce(_H.windows, String).label("windows")).order_by(_H.id)
_Rows = tuple[tuple[Any, ...], ...]


def read_calendars(connection: Connection) -> CalendarBook:
    """Every calendar that ever counted in this office."""
    return _book(_rows(connection, _YEARS), _rows(connection, _HOURS))


def _rows(connection: Connection, question: Select[Any]) -> _Rows:
    return tuple(map(tuple, connection.execute(question)))


@lru_cache(maxsize=8)
def _book(years: _Rows, hours: _Rows) -> CalendarBook:
    """What stands in these rows; while nobody edits them, the days that were looked up once stay known."""
    own_years = [OwnYear(key, HolidayYear(year, days_of(loads(days)), source)) for key, year, days, source in years]
    own_hours = [OwnHours(key, CalendarName(name), week_of(loads(windows))) for key, name, windows in hours]
    return CalendarBook(shipped_years(), own_years, own_hours)


def write_year(connection: Connection, year: HolidayYear, at: datetime, by: UserId) -> None:
    """Let a notice count from now on."""
    days = year_facts(year)
    insert_row(connection, holiday_year, year=year.year, days=days, source=year.source, at=at, by=by)


def write_hours(connection: Connection, calendar: CalendarName, week: WeekHours, at: datetime, by: UserId) -> None:
    """Let hours count from now on."""
    insert_row(connection, service_hours, calendar=calendar.value, windows=week_facts(week), at=at, by=by)
