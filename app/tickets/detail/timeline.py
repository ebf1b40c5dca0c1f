"""The timeline of a ticket, with what merged tickets brought and what was taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from app.access.tables import user
from app.tickets.kinds import EntryKind, State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry

_ENTRIES = (
    select(ticket_entry, ticket.c.day, ticket.c.serial, func.coalesce(user.c.name, "").label("person"))
    .join(ticket, ticket.c.id == ticket_entry.c.ticket_id)
    .outerjoin(user, user.c.id == ticket_entry.c.by)
    .where(ticket_entry.c.ticket_id.in_(bindparam("tickets", expanding=True)))
    .order_by(ticket_entry.c.happened_at.desc(), ticket_entry.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened, when and by whom, and in which state the ticket was after it.

    `at` is when it was written; `undoes` the entry that it takes back; `is_undone` that it was taken back itself.
    `origin` is the number of the merged ticket that brought it, else empty.
    """

    id: int
    ticket_id: int
    origin: str
    kind: EntryKind
    state: State
    text: str
    facts: Mapping[str, Any]
    happened_at: datetime
    at: datetime
    by: str
    undoes: int | None
    is_undone: bool

    @property
    def was(self) -> State | None:
        """The state before it, of a move."""
        before = self.facts.get("from")
        return None if before is None else State(before)


def read_timeline(connection: Connection, ticket_ids: Collection[int], own: int) -> tuple[TimelineEntry, ...]:
    """Everything that happened to these tickets, the newest first; those of others than `own` name their origin."""
    rows = connection.execute(_ENTRIES, {"tickets": list(ticket_ids)}).all()
    undone = {row.undoes for row in rows}
    return tuple(
        TimelineEntry(
            row.id,
            row.ticket_id,
            "" if row.ticket_id == own else ticket_number(row.day, row.serial),
            EntryKind(row.kind),
            State(row.state),
            row.text,
            row.facts,
            row.happened_at,
            row.at,
            row.person,
            row.undoes,
            row.id in undone,
        )
        for row in rows
    )
