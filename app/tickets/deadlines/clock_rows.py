"""Clocks as rows: read with the kind of their ticket, written with the due time that their calendars give."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Connection, Row, String, bindparam, select, type_coerce, update

from app.core.ids import UserId
from app.core.open_hours import to_minute
from app.store.rows import insert_row
from app.tickets.deadlines.calendars import CalendarBook, Calendars, Stamp
from app.tickets.deadlines.clock_conditions import is_owed
from app.tickets.deadlines.clock_moves import ClockState
from app.tickets.deadlines.due import Reckoned, due_with_pauses, reckon
from app.tickets.deadlines.explained import Explained, explain
from app.tickets.deadlines.promise_facts import pause_facts, pauses_in, promise_facts, promise_of
from app.tickets.deadlines.rule import ClockRule
from app.tickets.kinds import ClockName, ServiceClass, State, TicketKind
from app.tickets.tables import ticket, ticket_clock

_C = ticket_clock.c
_CLOCKS = (
    select(
        *(_C.id, _C.ticket_id, _C.name, ticket.c.kind, ticket.c.service_class, ticket.c.state),
        *(type_coerce(_C.rule, String).label("rule"), type_coerce(_C.pauses, String).label("pauses")),
        *(_C.started_at, _C.due_at, _C.paused_at, _C.met_at, _C.dropped_at),
    )
    .join_from(ticket_clock, ticket, ticket.c.id == ticket_clock.c.ticket_id)
    .order_by(ticket_clock.c.ticket_id, ticket_clock.c.id)
)
_OF_TICKETS = _CLOCKS.where(ticket_clock.c.ticket_id.in_(bindparam("tickets", expanding=True)))
_BY_ID = _CLOCKS.where(ticket_clock.c.id == bindparam("clock"))
_OPEN = select(ticket_clock.c.ticket_id).where(is_owed()).distinct()
_ORDER = list(ClockName)

REPLACED = {"replaced": True}
"""In the facts of a rule: the kind or class of the ticket no longer promises it."""


class Ends(TypedDict):
    """What ends a promise, or lets it stand still up to a date."""

    met_at: datetime | None
    dropped_at: datetime | None
    waits: bool


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One stored clock: what was promised, by which calendars, since when, and what became of it.

    It `waits` while its ticket waits for the resident.
    """

    id: int
    ticket_id: int
    kind: TicketKind
    service_class: ServiceClass
    rule: ClockRule
    stamp: Stamp
    started_at: datetime
    due_at: datetime
    state: ClockState
    waits: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.state.met_at is None and self.state.dropped_at is None

    def reckon(self, calendars: Calendars, now: datetime) -> Reckoned:
        """Where it stands."""
        return reckon(self.rule, self.started_at, self.state.all_pauses, calendars, now, **self._ends)

    def explain(self, calendars: Calendars, now: datetime) -> Explained:
        """Why it stands there."""
        return explain(self.rule, self.started_at, self.state.all_pauses, calendars, now, **self._ends)

    @property
    def _ends(self) -> Ends:
        state = self.state
        waits = self.waits and state.paused_at is None
        return Ends(met_at=state.met_at, dropped_at=state.dropped_at, waits=waits)


def clocks_of(connection: Connection, ticket_ids: Collection[int]) -> list[ClockRow]:
    """The clocks of some tickets, by ticket and step."""
    return _in_order(connection.execute(_OF_TICKETS, {"tickets": list(ticket_ids)}))


def clock_by_id(connection: Connection, clock_id: int) -> ClockRow:
    """One clock."""
    return _clock(connection.execute(_BY_ID, {"clock": clock_id}).one())


def open_tickets(connection: Connection) -> list[int]:
    """The tickets of which something is still owed."""
    return list(connection.execute(_OPEN).scalars())


def clocks_where(connection: Connection, *conditions: ColumnElement[bool]) -> list[ClockRow]:
    """The clocks that fulfil every condition, by ticket and step."""
    return _in_order(connection.execute(_CLOCKS.where(*conditions)))


def due_of(rule: ClockRule, started: datetime, state: ClockState, calendars: Calendars) -> datetime:
    """By when it is due as it is stored: an open pause moves nothing yet."""
    looked_at = state.met_at or state.dropped_at or state.paused_at or started
    return due_with_pauses(rule, started, state.all_pauses, calendars, looked_at)


def write_new(
    connection: Connection,
    book: CalendarBook,
    ticket_id: int,
    rule: ClockRule,
    started: datetime,
    state: ClockState,
    at: datetime,
    by: UserId,
) -> None:
    """Store a clock under the calendars that count now."""
    values = _values(rule, book.stamp, to_minute(started), _by_minutes(state), book)
    insert_row(connection, ticket_clock, ticket_id=ticket_id, name=rule.name.value, **values, at=at, by=by)


def write_back(connection: Connection, book: CalendarBook, row: ClockRow, at: datetime, by: UserId) -> None:
    """Store what became of a clock, its due time reckoned anew by the calendars of its stamp."""
    values = _values(row.rule, row.stamp, row.started_at, _by_minutes(row.state), book)
    connection.execute(update(ticket_clock).where(ticket_clock.c.id == row.id).values(**values, at=at, by=by))


def _values(
    rule: ClockRule, stamp: Stamp, started: datetime, state: ClockState, book: CalendarBook
) -> dict[str, object]:
    reckoned = _stored(rule, started, state, book.at(stamp))
    return {
        "rule": promise_facts(rule, stamp) | (REPLACED if state.replaced else {}),
        "started_at": started,
        "pauses": pause_facts(state.pauses),
        "due_at": reckoned.due_at,
        "soon_at": reckoned.soon_at,
        "paused_at": state.paused_at,
        "met_at": state.met_at,
        "dropped_at": state.dropped_at,
    }


def _stored(rule: ClockRule, started: datetime, state: ClockState, calendars: Calendars) -> Reckoned:
    """An open pause is looked at in its first minute."""
    seen_at, met, dropped = state.paused_at or started, state.met_at, state.dropped_at
    return reckon(rule, started, state.all_pauses, calendars, seen_at, met_at=met, dropped_at=dropped)


def _by_minutes(state: ClockState) -> ClockState:
    paused, met, dropped = (None if one is None else to_minute(one) for one in _times(state))
    return replace(state, paused_at=paused, met_at=met, dropped_at=dropped)


def _times(state: ClockState) -> tuple[datetime | None, ...]:
    return (state.paused_at, state.met_at, state.dropped_at)


def _in_order(rows: Iterable[Row[Any]]) -> list[ClockRow]:
    return sorted(map(_clock, rows), key=lambda row: (row.ticket_id, _ORDER.index(row.rule.name)))


def _clock(row: Row[Any]) -> ClockRow:
    rule, stamp, replaced = promise_of(row.rule)
    pauses = pauses_in(row.pauses)
    return ClockRow(
        row.id,
        row.ticket_id,
        TicketKind(row.kind),
        ServiceClass(row.service_class),
        rule,
        stamp,
        row.started_at,
        row.due_at,
        ClockState(rule.name, pauses, row.paused_at, row.met_at, row.dropped_at, replaced),
        row.state == State.WAITING_RESIDENT.value,
    )
