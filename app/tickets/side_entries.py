"""Entries of the timeline that are no moves: what is put to a ticket while it stays in its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.core.errors import Refusal
from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.kinds import GONE, EntryKind, State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry


@dataclass(eq=False)
class TicketIsGone(Refusal):
    """A cancelled or merged ticket takes nothing more."""

    number: str
    state: State


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What is told: its kind, words and facts; `undoes` points at the entry that it takes back."""

    kind: EntryKind
    text: str
    facts: Mapping[str, Any]
    undoes: int | None = None


def write_side_entry(connection: Connection, ticket_id: int, entry: SideEntry, at: datetime, by: UserId) -> int:
    """Write it with the state in which the ticket is; returns its id."""
    state = connection.execute(select(ticket.c.state).where(ticket.c.id == ticket_id)).scalar_one()
    return insert_row(
        connection,
        ticket_entry,
        ticket_id=ticket_id,
        kind=entry.kind.value,
        state=state,
        text=entry.text,
        facts=dict(entry.facts),
        happened_at=at,
        undoes=entry.undoes,
        at=at,
        by=by,
    )


def must_take_more(connection: Connection, ticket_id: int) -> None:
    """Nothing is put to a ticket that is gone. Raises TicketIsGone."""
    row = connection.execute(
        select(ticket.c.day, ticket.c.serial, ticket.c.state).where(ticket.c.id == ticket_id)
    ).one()
    if State(row.state) in GONE:
        raise TicketIsGone(ticket_number(row.day, row.serial), State(row.state))


def with_merged(connection: Connection, ticket_id: int) -> tuple[int, ...]:
    """The ticket and all that were merged into it, also by others, in order of their ids."""
    found = newest = {ticket_id}
    while newest:
        rows = connection.execute(select(ticket.c.id).where(ticket.c.merged_into.in_(newest))).scalars()
        newest = set(rows) - found
        found = found | newest
    return tuple(sorted(found))
