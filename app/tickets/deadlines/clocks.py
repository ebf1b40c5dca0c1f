"""The clocks of tickets in the database: started with the ticket, moved with every move, read with where they stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.chains import read_chain
from app.tickets.deadlines.clock_moves import ClockState, after_a_move, meeting_states, waits_until
from app.tickets.deadlines.clock_rows import ClockRow, clock_by_id, clocks_of, write_back, write_new
from app.tickets.deadlines.due import Reckoned, Standing
from app.tickets.deadlines.explained import Explained
from app.tickets.deadlines.rule import ClockRule
from app.tickets.kinds import ClockName, ServiceClass, State, TicketKind
from app.tickets.tables import ticket, ticket_entry


@dataclass(frozen=True, slots=True)
class ClockNow:
    """A clock of a ticket and where it stands at the moment it was read."""

    id: int
    ticket_id: int
    name: ClockName
    rule: ClockRule
    started_at: datetime
    met_at: datetime | None
    reckoned: Reckoned

    @property
    def standing(self) -> Standing:
        """The one word for it."""
        return self.reckoned.standing


def start_clocks(
    connection: Connection,
    calendars: CalendarBook,
    ticket_id: int,
    kind: TicketKind,
    service_class: ServiceClass,
    started: datetime,
    at: datetime,
    by: UserId,
) -> None:
    """Promise what the office promises for this kind and class, from `started` on; the ticket is stored already."""
    for rule in read_chain(connection, (kind, service_class)):
        write_new(connection, calendars, ticket_id, rule, started, ClockState(rule.name), at, by)


def after_move(
    connection: Connection,
    calendars: CalendarBook,
    ticket_id: int,
    before: State,
    after: State,
    at: datetime,
    by: UserId,
) -> None:
    """Meet, pause, resume, drop or take up again what the move means for each clock; `at` is when it happened."""
    for row in clocks_of(connection, [ticket_id]):
        state = after_a_move(row.state, row.kind, before, after, at)
        if state != row.state:
            write_back(connection, calendars, replace(row, state=state), at, by)


def wait_until(
    connection: Connection,
    calendars: CalendarBook,
    ticket_id: int,
    at: datetime,
    until: datetime | None,
    by: UserId,
) -> None:
    """Let the promise of a ticket that waits for the resident stand still up to a date, or as long as it waits."""
    for row in clocks_of(connection, [ticket_id]):
        state = waits_until(row.state, at, until)
        if state != row.state:
            write_back(connection, calendars, replace(row, state=state), at, by)


def meet_clock(
    connection: Connection, calendars: CalendarBook, ticket_id: int, name: ClockName, at: datetime, by: UserId
) -> None:
    """Keep a promise by something that is no move: a call that reached the resident, an answer that was given."""
    for row in clocks_of(connection, [ticket_id]):
        if row.state.name is name and row.is_open:
            write_back(connection, calendars, replace(row, state=replace(row.state, met_at=at)), at, by)


def change_promise(
    connection: Connection,
    calendars: CalendarBook,
    ticket_id: int,
    kind: TicketKind,
    service_class: ServiceClass,
    at: datetime,
    by: UserId,
) -> None:
    """Promise what another kind or class promises, since the same start and with every pause kept.

    What was met stays met. What the new chain has not is no longer owed; what only it has runs from the start of the
    ticket, and is met where a state before now has met it.
    """
    rows = {row.rule.name: row for row in clocks_of(connection, [ticket_id])}
    chain = {rule.name: rule for rule in read_chain(connection, (kind, service_class))}
    for name, row in rows.items():
        rule = chain.get(name)
        if rule is None and row.is_open:
            left = replace(row, state=replace(row.state, dropped_at=at, replaced=True))
            write_back(connection, calendars, left, at, by)
        elif rule is not None and (row.is_open or row.state.replaced):
            write_back(connection, calendars, _promised_anew(row, rule, calendars), at, by)
    for name in chain.keys() - rows.keys():
        reported, state = met_before(connection, ticket_id, name)
        write_new(connection, calendars, ticket_id, chain[name], reported, state, at, by)


def read_clocks(connection: Connection, ticket_ids: Collection[int], now: datetime) -> dict[int, tuple[ClockNow, ...]]:
    """The clocks of each ticket by step, where they stand now; what another class replaced is left out."""
    book = read_calendars(connection)
    found: dict[int, tuple[ClockNow, ...]] = dict.fromkeys(ticket_ids, ())
    for row in clocks_of(connection, ticket_ids):
        if not row.state.replaced:
            found[row.ticket_id] = (*found[row.ticket_id], _now(row, book, now))
    return found


def explain_clock(connection: Connection, clock_id: int, now: datetime) -> Explained:
    """Why a clock is due when it is, by the calendars of its promise."""
    row = clock_by_id(connection, clock_id)
    return row.explain(read_calendars(connection).at(row.stamp), now)


def pressing(clocks: Sequence[ClockNow]) -> ClockNow | None:
    """The clock that a list shows for a ticket: of those still owed the first to be due, else the last of the chain."""
    owed = [clock for clock in clocks if clock.met_at is None and clock.standing is not Standing.DROPPED]
    if owed:
        return min(owed, key=lambda clock: clock.reckoned.due_at)
    return clocks[-1] if clocks else None


def _promised_anew(row: ClockRow, rule: ClockRule, calendars: CalendarBook) -> ClockRow:
    state = replace(row.state, dropped_at=None, replaced=False) if row.state.replaced else row.state
    return replace(row, rule=rule, stamp=calendars.stamp, state=state)


def met_before(connection: Connection, ticket_id: int, name: ClockName) -> tuple[datetime, ClockState]:
    """Since when a promise that comes late runs, and whether a move before now, not taken back, has met it."""
    reported, kind = connection.execute(
        select(ticket.c.reported_at, ticket.c.kind).where(ticket.c.id == ticket_id)
    ).one()
    columns = (ticket_entry.c.id, ticket_entry.c.state, ticket_entry.c.happened_at, ticket_entry.c.undoes)
    entries = select(*columns).where(ticket_entry.c.ticket_id == ticket_id).order_by(ticket_entry.c.id)
    rows, meeting = connection.execute(entries).all(), meeting_states(TicketKind(kind), name)
    undone = {row.undoes for row in rows}
    met = next((row.happened_at for row in rows if row.id not in undone and State(row.state) in meeting), None)
    return reported, ClockState(name, met_at=met)


def _now(row: ClockRow, book: CalendarBook, now: datetime) -> ClockNow:
    reckoned = row.reckon(book.at(row.stamp), now)
    return ClockNow(row.id, row.ticket_id, row.rule.name, row.rule, row.started_at, row.state.met_at, reckoned)
