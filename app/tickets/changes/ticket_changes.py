"""Changing fields of one ticket, and any changes of many at once with a preview and one step back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.errors import Refusal
from app.store.store import Store
from app.tickets.changes.many import Changes, DoneOnMany, FieldChange, Planned, Seen
from app.tickets.changes.write_changes import write_changes
from app.tickets.fields import Field, kept
from app.tickets.flow_refusals import MoveImpossible
from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.moves.asked import Moved
from app.tickets.steps import Changed, Step
from app.tickets.writing import begin_writing, number_of, read_ticket


class TicketChanges:
    """Changes fields and sets of changes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def change(self, by: Actor, ticket_id: int, seen: int | None, values: Mapping[Field, Any], text: str = "") -> Moved:
        """Set fields; a field that another window changed to something else since `seen` is not overwritten.

        Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, ChangedElsewhere, NothingChanged, MajorNeedsOwner
        and what `usable` raises.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            changed, others = write_changes(writing, Seen(ticket_id, seen), Changes(values, text=text))
            return Moved(Step(EntryKind.CHANGED, changed), others)

    def preview(self, by: Actor, tickets: Sequence[Seen], asked: Changes) -> tuple[Planned, ...]:
        """What would become of each ticket; nothing is stored. Raises NotPermitted."""
        self._permit(by, asked)
        with self._store.rehearsal() as connection:
            return tuple(planned for planned, _ in self._each(connection, by, tickets, asked))

    def change_many(self, by: Actor, tickets: Sequence[Seen], asked: Changes) -> DoneOnMany:
        """Do the same with each ticket that allows it, as one step that is taken back in one; the others stay.

        Raises NotPermitted.
        """
        self._permit(by, asked)
        with self._store.transaction() as connection:
            done = list(self._each(connection, by, tickets, asked))
        changed = tuple(one for _, written in done for one in written)
        refused = tuple(planned for planned, _ in done if planned.refused is not None)
        return DoneOnMany(Step(EntryKind.CHANGED, changed), refused)

    def _permit(self, by: Actor, asked: Changes) -> None:
        by.require(Permission.WORK_TICKET)
        if asked.closing is not None:
            by.require(Permission.CLOSE_TICKET)

    def _each(
        self, connection: Connection, by: Actor, tickets: Sequence[Seen], asked: Changes
    ) -> list[tuple[Planned, tuple[Changed, ...]]]:
        writing = begin_writing(connection, self._clock.now(), by.id)
        done: list[tuple[Planned, tuple[Changed, ...]]] = []
        for seen in dict.fromkeys(tickets):
            row = read_ticket(connection, seen.ticket_id)
            number = number_of(row)
            try:
                with connection.begin_nested():
                    if asked.to is State.CLOSED:  # asks for a closing
                        raise MoveImpossible(State(row["state"]), asked.to, TicketKind(row["kind"]))
                    changed, _ = write_changes(writing, seen, asked)
            except Refusal as refused:
                done.append((Planned(seen.ticket_id, number, refused=refused), ()))
            else:
                done.append((Planned(seen.ticket_id, number, told(changed)), changed))
        return done


def told(changed: Sequence[Changed]) -> tuple[FieldChange, ...]:
    """What several entries on one ticket changed, first to last, each field once."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for one in changed:
        before = {**one.before, **before}
        after = {**after, **one.after}
    return tuple(FieldChange(Field(name), kept(before[name]), kept(after[name])) for name in after)
