"""Entries of the timeline that are no moves: what is put to a ticket while it stays in its state."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.tickets.kinds import State
from app.tickets.refusals import TicketOver
from app.tickets.tables import ticket
from app.tickets.word_index import index_words
from app.tickets.writing import Change, begin_writing, living_ticket, number_of, read_ticket, write_entry


def write_side_entry(connection: Connection, ticket_id: int, change: Change, at: datetime, by: UserId) -> int:
    """Write it with the state in which the ticket is, and let its words be found; returns its id."""
    state = State(read_ticket(connection, ticket_id)["state"])
    entry_id = write_entry(begin_writing(connection, at, by), ticket_id, state, change)
    index_words(connection, ticket_id)
    return entry_id


def must_take_more(connection: Connection, ticket_id: int) -> None:
    """A closed ticket can still be given a photo or a line. Raises TicketUnknown, TicketMerged, TicketOver."""
    row = living_ticket(connection, ticket_id)
    if State(row["state"]) is State.CANCELLED:
        raise TicketOver(number_of(row), State.CANCELLED)


def with_merged(connection: Connection, ticket_id: int) -> tuple[int, ...]:
    """The ticket and all that were merged into it, also by others, in order of their ids."""
    found = newest = {ticket_id}
    while newest:
        rows = connection.execute(select(ticket.c.id).where(ticket.c.merged_into.in_(newest))).scalars()
        newest = set(rows) - found
        found = found | newest
    return tuple(sorted(found))
