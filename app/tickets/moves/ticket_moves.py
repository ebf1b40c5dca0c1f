"""What is done with a ticket from its review to its end, and when it comes back."""

from __future__ import annotations

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.fees.charge_rows import Occasion
from app.store.store import Store
from app.tickets.fields import Field
from app.tickets.flow import Move, moves_from
from app.tickets.flow_refusals import MoveImpossible
from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.materials.kinds import ChargeToo
from app.tickets.materials.still_asked import settle_charges
from app.tickets.moves.asked import Appointment, Closing, GiveOut, Moved, MoveTo, Reopened
from app.tickets.moves.closing import close_row
from app.tickets.moves.giving_out import appoint_row, give_out_row, given
from app.tickets.moves.moving import move_row
from app.tickets.moves.reopening import reopen_row
from app.tickets.steps import Step
from app.tickets.two_windows import check_seen
from app.tickets.writing import Change, begin_writing, living_ticket, open_ticket, read_ticket


class TicketMoves:
    """Moves tickets; `seen` is the version that the window showed, None where none was shown.

    Every use case raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, and ChangedElsewhere where another
    window changed the same of the ticket since it was shown.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open_moves(self, ticket_id: int) -> tuple[Move, ...]:
        """The moves that the flow is open to; closing and reopening have use cases of their own."""
        with self._store.reading() as connection:
            row = read_ticket(connection, ticket_id)
        return moves_from(State(row["state"]), TicketKind(row["kind"]))

    def move(self, by: Actor, ticket_id: int, seen: int | None, asked: MoveTo) -> Moved:
        """Take one step of the flow.

        Raises MoveImpossible, ReasonMissing, MajorNeedsOwner, HappenedOutside, and where it is cancelled
        ChargeStillAsked and ChargePaidMeanwhile.
        """
        by.require(Permission.WORK_TICKET)
        if asked.charges is ChargeToo.TAKE_BACK:
            by.require(Permission.ADD_CHARGE)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            if asked.to is State.CLOSED:  # asks more than a move
                raise MoveImpossible(State(row["state"]), asked.to, TicketKind(row["kind"]))
            others = check_seen(connection, row, seen, {Field.STATE: asked.to.value})
            writing = begin_writing(connection, self._clock.now(), by.id)
            facts: dict[str, object] = {}
            if asked.to is State.CANCELLED:
                facts = settle_charges(self._store, connection, row, asked.charges, Occasion(writing.at, by.id))
            change = Change(EntryKind.MOVED, text=asked.text, facts=facts, happened_at=asked.happened_at)
            changed = move_row(writing, row, asked.to, change)
            return Moved(Step(EntryKind.MOVED, (changed,)), others)

    def give_out(self, by: Actor, ticket_id: int, seen: int | None, asked: GiveOut) -> Moved:
        """Say who answers for it and who does it; one that nobody had is assigned by it.

        Raises NothingAssigned, TeamGone, AssigneeGone, WorkerLeft, MajorNeedsOwner.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            now = self._clock.now()
            values = given(connection, asked, now.date())
            others = check_seen(connection, row, seen, values)
            changed = give_out_row(begin_writing(connection, now, by.id), row, values, asked.text)
            return Moved(Step(EntryKind.ASSIGNED, (changed,)), others)

    def appoint(self, by: Actor, ticket_id: int, seen: int | None, asked: Appointment) -> Moved:
        """Say when somebody comes; a date that the resident asked for is waited for. Raises AppointmentPassed."""
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            others = check_seen(connection, row, seen, {Field.APPOINTMENT: asked.at})
            changed = appoint_row(begin_writing(connection, self._clock.now(), by.id), row, asked)
            return Moved(Step(EntryKind.APPOINTED, (changed,)), others)

    def close(self, by: Actor, ticket_id: int, seen: int | None, asked: Closing) -> Moved:
        """Close with cause, action and minutes; what is open on the checklist stays open.

        Raises ClosingIncomplete, MoveImpossible.
        """
        by.require(Permission.CLOSE_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            others = check_seen(connection, row, seen, {Field.STATE: State.CLOSED.value})
            return Moved(close_row(begin_writing(connection, self._clock.now(), by.id), row, asked), others)

    def reopen(self, by: Actor, ticket_id: int, seen: int | None, reason: str, client_id: str) -> Reopened:
        """Take up what was closed or cancelled: the same ticket within the days of the setting, later a new one.

        `client_id` is the identity of the new one, if it comes to that. Raises TicketNotOver, ReasonMissing.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = living_ticket(connection, ticket_id)
            check_seen(connection, row, seen, {Field.STATE: None})
            return reopen_row(begin_writing(connection, self._clock.now(), by.id), row, reason, client_id)
