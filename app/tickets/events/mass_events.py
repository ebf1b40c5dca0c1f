"""One thing that many report: one parent with the words for those who call, and children that end together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.errors import Refusal
from app.core.ids import BuildingId
from app.store.store import Store
from app.tickets.changes.many import DoneOnMany, Planned, Seen
from app.tickets.entry.new_ticket import NewTicket, Reported
from app.tickets.entry.write_report import saved_before, write_report
from app.tickets.events.read_events import EventHint, LiveEvent, children_of, event_hints, live_events
from app.tickets.fields import Field
from app.tickets.kinds import OVER, EntryKind, Priority, ServiceClass, Source, TicketKind
from app.tickets.labels import TicketLabel
from app.tickets.moves.asked import Closing, Moved
from app.tickets.moves.closing import close_row
from app.tickets.refusals import EventTooSmall, InAnEvent, NotAnEvent, SayMissing
from app.tickets.steps import Changed, Step
from app.tickets.texts import tidy
from app.tickets.two_windows import check_seen
from app.tickets.writing import (
    Change,
    TicketRow,
    Writing,
    begin_writing,
    living_ticket,
    number_of,
    open_ticket,
    read_ticket,
    write_change,
)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A mass event: what it is, what staff tell those who call, and the tickets that it is made of."""

    client_id: str
    text: str
    say: str
    tickets: tuple[Seen, ...]


class MassEvents:
    """Keeps mass events; nothing becomes one by itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def hints(self) -> tuple[EventHint, ...]:
        """Where like tickets of one building suggest an event, or should join a live one."""
        with self._store.reading() as connection:
            return event_hints(connection, self._clock.now())

    def live(self, building_id: BuildingId | None = None) -> tuple[LiveEvent, ...]:
        """The events that are not over, of one building or of all, newest first."""
        with self._store.reading() as connection:
            return live_events(connection, building_id)

    def children(self, event_id: int) -> tuple[TicketLabel, ...]:
        """The tickets of an event."""
        with self._store.reading() as connection:
            return children_of(connection, event_id)

    def begin(self, by: Actor, asked: NewEvent) -> Reported:
        """Make an event of two tickets or more: a new ticket like the first, with all of them as its children.

        Raises NotPermitted, EventTooSmall, SayMissing, InAnEvent, TicketOver, TicketMerged, ChangedElsewhere.
        """
        by.require(Permission.MERGE_TICKETS)
        if len({seen.ticket_id for seen in asked.tickets}) < 2:
            raise EventTooSmall
        if not tidy(asked.say):
            raise SayMissing
        with self._store.transaction() as connection:
            before = saved_before(connection, asked.client_id)
            if before is not None:
                return before
            writing = begin_writing(connection, self._clock.now(), by.id)
            made = write_report(writing, _parent(open_ticket(connection, asked.tickets[0].ticket_id), asked))
            row = read_ticket(connection, made.ticket_id)
            said = write_change(writing, row, Change(EntryKind.SAY, {Field.SAY: tidy(asked.say)}, tidy(asked.say)))
            joined = tuple(_join(writing, asked.tickets, made.ticket_id))
            step = Step(EntryKind.JOINED_EVENT, (*made.step.changed, said, *joined), made=made.step.made)
            return Reported(made.ticket_id, made.number, said.version, already=False, step=step)

    def join(self, by: Actor, event_id: int, tickets: Sequence[Seen]) -> Step:
        """Let tickets belong to an event. Raises NotPermitted, NotAnEvent, InAnEvent, TicketOver, TicketMerged."""
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            _event(open_ticket(connection, event_id))
            writing = begin_writing(connection, self._clock.now(), by.id)
            return Step(EntryKind.JOINED_EVENT, tuple(_join(writing, tickets, event_id)))

    def leave(self, by: Actor, ticket_id: int) -> Step:
        """Let a ticket go its own way again. Raises NotPermitted, NotAnEvent, TicketMerged."""
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = living_ticket(connection, ticket_id)
            if row["parent_id"] is None:
                raise NotAnEvent(number_of(row))
            facts = {"event": number_of(read_ticket(connection, row["parent_id"]))}
            writing = begin_writing(connection, self._clock.now(), by.id)
            change = Change(EntryKind.LEFT_EVENT, {Field.PARENT: None}, facts=facts)
            return Step(EntryKind.LEFT_EVENT, (write_change(writing, row, change),))

    def tell(self, by: Actor, event_id: int, seen: int | None, say: str) -> Moved:
        """Change the words for those who call. Raises NotPermitted, NotAnEvent, SayMissing, ChangedElsewhere."""
        by.require(Permission.WORK_TICKET)
        say = tidy(say)
        if not say:
            raise SayMissing
        with self._store.transaction() as connection:
            row = _event(open_ticket(connection, event_id))
            others = check_seen(connection, row, seen, {Field.SAY: say})
            writing = begin_writing(connection, self._clock.now(), by.id)
            changed = write_change(writing, row, Change(EntryKind.SAY, {Field.SAY: say}, say))
            return Moved(Step(EntryKind.SAY, (changed,)), others)

    def close(self, by: Actor, event_id: int, seen: int | None, asked: Closing) -> DoneOnMany:
        """Close an event with every child that is open; a child that cannot be closed stays, with the reason.

        Raises NotPermitted, NotAnEvent, ClosingIncomplete, ChangedElsewhere.
        """
        by.require(Permission.CLOSE_TICKET)
        with self._store.transaction() as connection:
            row = _event(open_ticket(connection, event_id))
            check_seen(connection, row, seen, {Field.STATE: None})
            writing = begin_writing(connection, self._clock.now(), by.id)
            changed, refused = list(close_row(writing, row, asked).changed), []
            for label in children_of(connection, event_id):
                if label.state in OVER:
                    continue
                try:
                    with connection.begin_nested():
                        changed += close_row(writing, open_ticket(connection, label.id), asked).changed
                except Refusal as why:
                    refused.append(Planned(label.id, label.number, refused=why))
            return DoneOnMany(Step(EntryKind.CLOSED, tuple(changed)), tuple(refused))


def _parent(first: TicketRow, asked: NewEvent) -> NewTicket:
    return NewTicket(
        client_id=asked.client_id,
        text=tidy(asked.text) or first["text"],
        kind=TicketKind(first["kind"]),
        category_id=first["category_id"],
        building_id=first["building_id"],
        place_id=first["place_id"],
        place=first["place"],
        source=Source(first["source"]),
        service_class=ServiceClass(first["service_class"]),
        priority=Priority(first["priority"]),
        team_id=first["team_id"],
        assignee_id=first["assignee_id"],
        reported_at=first["reported_at"],
    )


def _join(writing: Writing, tickets: Sequence[Seen], event_id: int) -> Iterator[Changed]:
    event = read_ticket(writing.connection, event_id)
    facts = {"event": number_of(event)}
    for seen in dict.fromkeys(tickets):
        row = open_ticket(writing.connection, seen.ticket_id)
        if row["parent_id"] is not None:
            raise InAnEvent(number_of(row), number_of(read_ticket(writing.connection, row["parent_id"])))
        if row["say"] or row["id"] == event_id:
            raise NotAnEvent(number_of(row))
        check_seen(writing.connection, row, seen.version, {Field.PARENT: event_id})
        yield write_change(writing, row, Change(EntryKind.JOINED_EVENT, {Field.PARENT: event_id}, facts=facts))


def _event(row: TicketRow) -> TicketRow:
    if not row["say"] or row["parent_id"] is not None:
        raise NotAnEvent(number_of(row))
    return row
