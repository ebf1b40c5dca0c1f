"""What is said on a ticket without moving it: notes of the staff, and every contact with the resident."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.store.store import Store
from app.tickets.kinds import ClockName, EntryKind, State
from app.tickets.moves.asked import Contact
from app.tickets.moves.moving import move_if_open
from app.tickets.steps import Changed, Step
from app.tickets.texts import tidy, tidy_required
from app.tickets.writing import Change, TicketRow, Writing, begin_writing, living_ticket, open_ticket, write_change

_TALKING = frozenset({State.REPORTED, State.REVIEWED, State.ASSIGNED})


class TicketNotes:
    """Writes what was said; nothing of it can clash with another window."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def note(self, by: Actor, ticket_id: int, text: str, happened_at: datetime | None = None) -> Step:
        """Write a note, also on a ticket that is over.

        Raises NotPermitted, TicketUnknown, TicketMerged, TextMissing, TicketTextTooLong, HappenedOutside.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = living_ticket(connection, ticket_id)
            writing = begin_writing(connection, self._clock.now(), by.id)
            change = Change(EntryKind.NOTE, text=tidy_required(text), happened_at=happened_at)
            return Step(EntryKind.NOTE, (write_change(writing, row, change),))

    def contact(self, by: Actor, ticket_id: int, asked: Contact) -> Step:
        """Log a contact: who was reached keeps the promise of a contact, and moves a ticket that waited for it.

        Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, TicketTextTooLong, HappenedOutside.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            return Step(
                EntryKind.CONTACT, (write_contact(begin_writing(connection, self._clock.now(), by.id), row, asked),)
            )


def write_contact(writing: Writing, row: TicketRow, asked: Contact) -> Changed:
    """Log a contact inside the transaction."""
    facts = {"way": asked.way.value, "whom": tidy(asked.whom), "reached": asked.reached}
    change = Change(EntryKind.CONTACT, {}, tidy(asked.text), facts, asked.happened_at)
    if not asked.reached:
        return write_change(writing, row, change)
    kept = replace(change, meets=(ClockName.CONTACT,))
    if State(row["state"]) in _TALKING:
        return move_if_open(writing, row, State.CONTACTED, kept)
    return write_change(writing, row, kept)
