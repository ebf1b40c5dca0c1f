"""What must always hold of the clocks of tickets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, String, and_, or_, select, type_coerce

from app.core.language import mark
from app.store.truths import Truth
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.clock_conditions import is_owed
from app.tickets.deadlines.clock_moves import ClockState
from app.tickets.deadlines.clock_rows import due_of
from app.tickets.deadlines.promise_facts import pauses_in, promise_of
from app.tickets.kinds import GONE, WAITING, ClockName, State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_clock

_C = ticket_clock.c
_PROMISED = select(
    *(_C.ticket_id, type_coerce(_C.rule, String).label("rule"), type_coerce(_C.pauses, String).label("pauses")),
    *(_C.started_at, _C.due_at, _C.paused_at, _C.met_at, _C.dropped_at),
).order_by(_C.ticket_id, _C.id)
_OWED = (
    select(ticket.c.day, ticket.c.serial, _C.name)
    .join_from(ticket_clock, ticket, ticket.c.id == _C.ticket_id)
    .where(is_owed())
    .order_by(_C.id)
)


def _due(connection: Connection) -> Iterator[str]:
    book = read_calendars(connection)
    for row in connection.execute(_PROMISED):
        rule, stamp, _ = promise_of(row.rule)
        state = ClockState(rule.name, pauses_in(row.pauses), row.paused_at, row.met_at, row.dropped_at)
        reckoned = due_of(rule, row.started_at, state, book.at(stamp))
        if reckoned != row.due_at:
            yield f"{row.ticket_id} {rule.name}: {row.due_at}, {reckoned}"


_GONE = _OWED.where(ticket.c.state.in_([state.value for state in GONE]))


def _gone(connection: Connection) -> Iterator[str]:
    return _named(connection, _GONE)


_WAITS = ticket.c.state.in_([state.value for state in WAITING])
_IS_CLOSE, _STANDS_STILL = _C.name == ClockName.CLOSE.value, _C.paused_at.is_not(None)
_DATED = and_(ticket.c.state == State.WAITING_RESIDENT.value, ticket.c.appointment.is_not(None))
_RIGHT = or_(and_(_IS_CLOSE, _WAITS, or_(_STANDS_STILL, _DATED)), and_(or_(~_IS_CLOSE, ~_WAITS), ~_STANDS_STILL))
_WRONG = _OWED.where(~_RIGHT)


def _waiting(connection: Connection) -> Iterator[str]:
    return _named(connection, _WRONG)


def _named(connection: Connection, clocks: Select[Any]) -> Iterator[str]:
    for row in connection.execute(clocks):
        yield f"{ticket_number(row.day, row.serial)} {row.name}"


TRUTHS = (
    Truth(mark("the due time of every ticket follows from what was promised, its calendars and its pauses"), _due),
    Truth(mark("nothing is owed of a ticket that was cancelled or merged"), _gone),
    Truth(mark("the time of a ticket stands still exactly while it waits"), _waiting),
)
