"""Writing a ticket: every change is one entry of its timeline, and moves its clocks, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.clock_snapshots import restore_clocks, snapshot_clocks
from app.tickets.deadlines.clocks import after_move, change_promise, meet_clock, wait_until
from app.tickets.fields import Field, Values, pairs
from app.tickets.kinds import OVER, ClockName, EntryKind, ServiceClass, State, TicketKind
from app.tickets.number import ticket_number
from app.tickets.refusals import HappenedOutside, TicketMerged, TicketOver, TicketUnknown
from app.tickets.steps import Changed
from app.tickets.tables import ticket, ticket_entry
from app.tickets.word_index import index_words

TicketRow = Mapping[str, Any]
_PROMISE = (Field.KIND, Field.SERVICE_CLASS)


@dataclass(frozen=True, slots=True)
class Writing:
    """One transaction of one person: its connection, its calendars, when and by whom."""

    connection: Connection
    calendars: CalendarBook
    at: datetime
    by: UserId


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written: an entry with its text and facts, and the columns that change with it.

    `meets` are promises that it keeps without a move. `clocks_to` are the clocks as they were, to be restored.
    """

    kind: EntryKind
    values: Values = field(default_factory=dict)
    text: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    happened_at: datetime | None = None
    undoes: int | None = None
    meets: tuple[ClockName, ...] = ()
    clocks_to: Sequence[Mapping[str, Any]] | None = None


def begin_writing(connection: Connection, at: datetime, by: UserId) -> Writing:
    """What every write of this transaction needs."""
    return Writing(connection, read_calendars(connection), at, by)


def read_ticket(connection: Connection, ticket_id: int) -> TicketRow:
    """The row of a ticket. Raises TicketUnknown."""
    row = connection.execute(select(ticket).where(ticket.c.id == ticket_id)).mappings().first()
    if row is None:
        raise TicketUnknown(ticket_id)
    return dict(row)


def number_of(row: TicketRow) -> str:
    """`261120-003`."""
    return ticket_number(row["day"], row["serial"])


def open_ticket(connection: Connection, ticket_id: int) -> TicketRow:
    """The row of a ticket on which something can be done. Raises TicketUnknown, TicketMerged, TicketOver."""
    row = living_ticket(connection, ticket_id)
    if State(row["state"]) in OVER:
        raise TicketOver(number_of(row), State(row["state"]))
    return row


def living_ticket(connection: Connection, ticket_id: int) -> TicketRow:
    """The row of a ticket that was not merged into another. Raises TicketUnknown, TicketMerged."""
    row = read_ticket(connection, ticket_id)
    if row["merged_into"] is not None:
        other = read_ticket(connection, row["merged_into"])
        raise TicketMerged(number_of(row), number_of(other))
    return row


def write_change(writing: Writing, row: TicketRow, change: Change) -> Changed:
    """Write a change over the row of its ticket: columns, entry, clocks and the words by which it is found.

    Raises HappenedOutside.
    """
    connection = writing.connection
    happened = _happened(writing, row, change.happened_at)
    changed = pairs(row, change.values)
    columns: dict[str, Any] = {name.value: value for name, value in change.values.items() if name.value in changed}
    version = row["version"] + 1
    clocks = _touches_clocks(changed) or bool(change.meets) or change.clocks_to is not None or _dates(row, change)
    before = snapshot_clocks(connection, row["id"]) if clocks else []
    connection.execute(update(ticket).where(ticket.c.id == row["id"]).values(version=version, **columns))
    entry_id = write_entry(
        writing,
        row["id"],
        State(columns["state"] if "state" in columns else row["state"]),
        Change(
            change.kind,
            text=change.text,
            facts={**change.facts, **({"changed": changed, "version": version} if changed else {})},
            happened_at=happened,
            undoes=change.undoes,
        ),
    )
    if clocks:
        _move_clocks(writing, row, columns, change, happened)
    index_words(connection, row["id"])
    after = snapshot_clocks(connection, row["id"]) if clocks else []
    old = {name: row[name] for name in columns}
    return Changed(row["id"], entry_id, version, old, columns, before, after)


def write_entry(writing: Writing, ticket_id: int, state: State, change: Change) -> int:
    """Add one entry to a timeline; for what other rooms tell of a ticket, `state` is the state that it has."""
    return insert_row(
        writing.connection,
        ticket_entry,
        ticket_id=ticket_id,
        kind=change.kind.value,
        state=state.value,
        text=change.text,
        facts=dict(change.facts),
        happened_at=change.happened_at or writing.at,
        undoes=change.undoes,
        at=writing.at,
        by=writing.by,
    )


def _happened(writing: Writing, row: TicketRow, happened: datetime | None) -> datetime:
    """When it happened: now where nothing is said, but never before the report, whatever the machine's clock did."""
    reported: datetime = row["reported_at"]
    if happened is None:
        return max(writing.at, reported)
    if not reported <= happened <= max(writing.at, reported):
        raise HappenedOutside(reported, writing.at)
    return happened


def _touches_clocks(changed: Mapping[str, object]) -> bool:
    return any(name.value in changed for name in (Field.STATE, *_PROMISE))


def _dates(row: TicketRow, change: Change) -> bool:
    """Whether it says until when the resident is waited for."""
    state = State(change.values.get(Field.STATE, row["state"]))
    return Field.APPOINTMENT in change.values and state is State.WAITING_RESIDENT


def _move_clocks(
    writing: Writing, row: TicketRow, columns: Mapping[str, Any], change: Change, happened: datetime
) -> None:
    connection, book = writing.connection, writing.calendars
    if change.clocks_to is not None:
        restore_clocks(connection, row["id"], change.clocks_to, writing.at, writing.by)
        return
    if any(name.value in columns for name in _PROMISE):
        kind = TicketKind(columns.get("kind", row["kind"]))
        service_class = ServiceClass(columns.get("service_class", row["service_class"]))
        change_promise(connection, book, row["id"], kind, service_class, happened, writing.by)
    if "state" in columns:
        before, after = State(row["state"]), State(columns["state"])
        after_move(connection, book, row["id"], before, after, happened, writing.by)
    if _dates(row, change):
        wait_until(connection, book, row["id"], happened, change.values[Field.APPOINTMENT], writing.by)
    for name in change.meets:
        meet_clock(connection, book, row["id"], name, happened, writing.by)
