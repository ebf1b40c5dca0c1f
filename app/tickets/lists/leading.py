"""The promise that a list shows of each ticket, reckoned for that one only: a long list stays quick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection

from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.clock_rows import ClockRow, clocks_of
from app.tickets.deadlines.clocks import ClockNow, pressing


def read_leading(connection: Connection, ticket_ids: Collection[int], now: datetime) -> dict[int, ClockNow]:
    """The clock that presses of each ticket, as `pressing` says; tickets without a promise are left out."""
    book = read_calendars(connection)
    rows = (row for row in clocks_of(connection, ticket_ids) if not row.state.replaced)
    found = {}
    for ticket_id, chain in groupby(rows, key=lambda row: row.ticket_id):
        leading = pressing([_now(row, book, now) for row in _candidates(list(chain))])
        if leading is not None:
            found[ticket_id] = leading
    return found


def _candidates(chain: Sequence[ClockRow]) -> Sequence[ClockRow]:
    """Of what is owed the first as it is stored; all of it where one stands still, for its due time moves on."""
    owed = [row for row in chain if row.is_open]
    if not owed:
        return chain[-1:]
    return owed if any(row.state.paused_at for row in owed) else [min(owed, key=lambda row: row.due_at)]


def _now(row: ClockRow, book: CalendarBook, now: datetime) -> ClockNow:
    reckoned = row.reckon(book.at(row.stamp), now)
    return ClockNow(row.id, row.ticket_id, row.rule.name, row.rule, row.started_at, row.state.met_at, reckoned)
