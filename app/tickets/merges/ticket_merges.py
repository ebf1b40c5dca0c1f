"""Merging doubles into one ticket, and parting them again within a week."""

from __future__ import annotations

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.store.store import Store
from app.tickets.changes.many import Seen
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind
from app.tickets.merges.merging import merge_row
from app.tickets.merges.parting import part_row
from app.tickets.steps import Changed, Step
from app.tickets.two_windows import check_seen
from app.tickets.writing import begin_writing, open_ticket, read_ticket


class TicketMerges:
    """Merges and parts tickets."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def merge(self, by: Actor, sources: tuple[Seen, ...], target_id: int, text: str = "") -> Step:
        """Let tickets be one with `target_id`: all or none.

        Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, ChangedElsewhere, MergedWithItself,
        EventNotMerged.
        """
        by.require(Permission.MERGE_TICKETS)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            done: list[Changed] = []
            for seen in sources:
                source = open_ticket(connection, seen.ticket_id)
                check_seen(connection, source, seen.version, {Field.STATE: None, Field.MERGED_INTO: target_id})
                done += merge_row(writing, source, open_ticket(connection, target_id), text)
            return Step(EntryKind.MERGED, tuple(done))

    def part(self, by: Actor, source_id: int) -> Step:
        """Make a merged ticket exactly what it was, within seven days.

        Raises NotPermitted, TicketUnknown, NotMerged, MergedTooLongAgo.
        """
        by.require(Permission.MERGE_TICKETS)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            return part_row(writing, read_ticket(connection, source_id))
