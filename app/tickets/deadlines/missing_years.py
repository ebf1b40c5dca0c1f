"""Years into which deadlines reach although their notice of holidays is not there."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.clock_conditions import is_owed
from app.tickets.tables import ticket_clock

_LAST_DUE = select(func.max(ticket_clock.c.due_at)).where(is_owed())
_NOTICE_IS_OUT = 12
"""The notice of the next year is published in autumn: from this month on it is missed."""


def missing_years(connection: Connection, book: CalendarBook, today: date) -> tuple[int, ...]:
    """This year, in December the next, and every year into which an open deadline reaches, if not known."""
    last = connection.execute(_LAST_DUE).scalar_one()
    ahead = today.year + 1 if today.month >= _NOTICE_IS_OUT else today.year
    until = max(ahead, today.year if last is None else last.year)
    return book.current.holidays.unknown_years(today, date(until, 12, 31))
