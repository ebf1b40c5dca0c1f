"""Reads the calendars that the office entered, beside the notices that come with the program."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.core.open_hours import WeekHours
from app.core.shipped_holidays import shipped_years
from app.core.workdays import HolidayYear
from app.store.rows import insert_row
from app.tickets.deadlines.calendars import CalendarBook, OwnHours, OwnYear
from app.tickets.deadlines.promise_facts import days_of, week_facts, week_of, year_facts
from app.tickets.deadlines.rule import CalendarName
from app.tickets.tables import holiday_year, service_hours

_YEARS = select(holiday_year.c.id, holiday_year.c.year, holiday_year.c.days, holiday_year.c.source)
_HOURS = select(service_hours.c.id, service_hours.c.calendar, service_hours.c.windows)


def read_calendars(connection: Connection) -> CalendarBook:
    """Every calendar that ever counted in this office."""
    years = [
        OwnYear(row.id, HolidayYear(row.year, days_of(row.days), row.source)) for row in connection.execute(_YEARS)
    ]
    hours = [OwnHours(row.id, CalendarName(row.calendar), week_of(row.windows)) for row in connection.execute(_HOURS)]
    return CalendarBook(shipped_years(), years, hours)


def write_year(connection: Connection, year: HolidayYear, at: datetime, by: UserId) -> None:
    """Let a notice count from now on."""
    days = year_facts(year)
    insert_row(connection, holiday_year, year=year.year, days=days, source=year.source, at=at, by=by)


def write_hours(connection: Connection, calendar: CalendarName, week: WeekHours, at: datetime, by: UserId) -> None:
    """Let hours count from now on."""
    insert_row(connection, service_hours, calendar=calendar.value, windows=week_facts(week), at=at, by=by)
