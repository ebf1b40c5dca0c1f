"""A ticket as the deadlines see it: a row with its clocks, moved from state to state."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, update

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.ids import UserId
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.clocks import ClockNow, after_move, change_promise, meet_clock, read_clocks, start_clocks
from app.tickets.kinds import ClockName, ServiceClass, State, TicketKind
from app.tickets.tables import ticket, ticket_entry

SUPERVISOR = Actor(UserId(1), "沈若兰", Role.SUPERVISOR)
CASHIER = Actor(UserId(2), "王敏", Role.CASHIER)
_BY = CASHIER.id


class Desk:
    """Takes tickets and moves them; times are texts."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._taken = 0

    def ticket(
        self,
        started: str,
        kind: TicketKind = TicketKind.REPAIR,
        service_class: ServiceClass = ServiceClass.NORMAL,
        text: str = "厨房下水反水",
    ) -> SmallTicket:
        at = datetime.fromisoformat(started)
        self._taken += 1
        with self.store.transaction() as connection:
            ticket_id = _insert(connection, at, kind, service_class, text, self._taken)
            start_clocks(connection, read_calendars(connection), ticket_id, kind, service_class, at, at, _BY)
        return SmallTicket(self.store, ticket_id)


class SmallTicket:
    """One ticket; every method is one thing that happens to it."""

    def __init__(self, store: Store, ticket_id: int) -> None:
        self.id = ticket_id
        self._store = store
        self._state = State.REPORTED

    def goes(self, state: State, when: str) -> SmallTicket:
        at = datetime.fromisoformat(when)
        with self._store.transaction() as connection:
            connection.execute(update(ticket).where(ticket.c.id == self.id).values(state=state.value))
            connection.execute(insert(ticket_entry).values(**_entry(self.id, state, at)))
            after_move(connection, read_calendars(connection), self.id, self._state, state, at, _BY)
        self._state = state
        return self

    def keeps(self, name: ClockName, when: str) -> SmallTicket:
        with self._store.transaction() as connection:
            at = datetime.fromisoformat(when)
            meet_clock(connection, read_calendars(connection), self.id, name, at, _BY)
        return self

    def becomes(self, kind: TicketKind, service_class: ServiceClass, when: str) -> SmallTicket:
        at = datetime.fromisoformat(when)
        with self._store.transaction() as connection:
            change_promise(connection, read_calendars(connection), self.id, kind, service_class, at, _BY)
            row = update(ticket).where(ticket.c.id == self.id)
            connection.execute(row.values(kind=kind.value, service_class=service_class.value))
        return self

    def clocks(self, when: str) -> dict[ClockName, ClockNow]:
        with self._store.reading() as connection:
            found = read_clocks(connection, [self.id], datetime.fromisoformat(when))[self.id]
        return {clock.name: clock for clock in found}

    def clock(self, when: str, name: ClockName = ClockName.CLOSE) -> ClockNow:
        return self.clocks(when)[name]

    def due(self, name: ClockName = ClockName.CLOSE) -> datetime:
        """By when it is due, looked at long afterwards."""
        return self.clock("2028-01-01", name).reckoned.due_at


def _insert(
    connection: Connection, at: datetime, kind: TicketKind, service_class: ServiceClass, text: str, number: int
) -> int:
    return insert_row(
        connection,
        ticket,
        client_id=f"ticket-{number}",
        day=at.date(),
        serial=number,
        kind=kind.value,
        service_class=service_class.value,
        priority="normal",
        state=State.REPORTED.value,
        place="3 栋大堂",
        text=text,
        source="phone",
        reported_at=at,
        checklist=[],
        complaint={},
        warranty=False,
        version=1,
        at=at + timedelta(seconds=30),
        by=_BY,
    )


def _entry(ticket_id: int, state: State, at: datetime) -> dict[str, object]:
    return {
        "ticket_id": ticket_id,
        "kind": "moved",
        "state": state.value,
        "text": "",
        "facts": {},
        "happened_at": at,
        "at": at,
        "by": _BY,
    }
