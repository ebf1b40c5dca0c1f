"""Merging doubles into one ticket, and parting them again within a week."""

from __future__ import annotations

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.fees.charge_rows import Occasion
from app.store.store import Store
from app.tickets.changes.many import Seen
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind
from app.tickets.materials.kinds import ChargeToo
from app.tickets.materials.still_asked import check_all_settled, settle_charges
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

    def merge(
        self,
        by: Actor,
        sources: tuple[Seen, ...],
        target_id: int,
        text: str = "",
        *,
        charges: ChargeToo | None = None,
    ) -> Step:
        """Let tickets be one with `target_id`: all or none. `charges` is what becomes of what is asked for of them.

        Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, ChangedElsewhere, MergedWithItself,
        EventNotMerged, ChargeStillAsked, ChargePaidMeanwhile.
        """
        by.require(Permission.MERGE_TICKETS)
        if charges is ChargeToo.TAKE_BACK:
            by.require(Permission.ADD_CHARGE)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            if charges is None:
                check_all_settled(connection, [open_ticket(connection, seen.ticket_id) for seen in sources])
            done: list[Changed] = []
            for seen in sources:
                source = open_ticket(connection, seen.ticket_id)
                check_seen(connection, source, seen.version, {Field.STATE: None, Field.MERGED_INTO: target_id})
                target = open_ticket(connection, target_id)
                facts = settle_charges(self._store, connection, source, charges, Occasion(writing.at, by.id))
                done += merge_row(writing, source, target, text, facts)
            return Step(EntryKind.MERGED, tuple(done))

    def part(self, by: Actor, source_id: int) -> Step:
        """Make a merged ticket exactly what it was, within seven days.

        Raises NotPermitted, TicketUnknown, NotMerged, MergedTooLongAgo.
        """
        by.require(Permission.MERGE_TICKETS)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            return part_row(writing, read_ticket(connection, source_id))
