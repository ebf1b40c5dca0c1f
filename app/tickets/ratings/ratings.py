"""Asking residents after the work is done, and checking it oneself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.show import mask_phone
from app.store.store import Store
from app.tickets.entry.new_ticket import new_client_id
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.kinds import EntryKind, State
from app.tickets.labels import TicketLabel, labels_of
from app.tickets.moves.moving import move_row
from app.tickets.moves.reopening import reopen_row
from app.tickets.ratings.rating_rows import RATED_STATES, RatingRow, ratings_of, waiting_for_call, write_rating
from app.tickets.ratings.rating_rule import CALL_BACK_DAYS, Rating, RatingKind, RatingResult, check_rating
from app.tickets.ratings.refusals import CheckedByOneself, NotDoneYet, RatedBefore
from app.tickets.side_entries import with_merged, write_side_entry
from app.tickets.writing import Change, TicketRow, begin_writing, living_ticket, number_of


@dataclass(frozen=True, slots=True)
class CallBack:
    """A resident to call: the ticket, who reported it, when it was done, how often nobody answered."""

    ticket: TicketLabel
    reporter: Reporter
    done_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class Rated:
    """What a rating led to: the ticket that goes on, where work was sent back (a new one after long)."""

    rating_id: int
    goes_on: int | None = None


class Ratings:
    """Call-backs and checks; both are entries of the timeline."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def to_call(self, by: Actor, days: int = CALL_BACK_DAYS) -> tuple[CallBack, ...]:
        """Whom to call about work done in the last days, the longest waiting first; telephones masked.

        Raises NotPermitted.
        """
        by.require(Permission.WORK_TICKET)
        since = self._clock.now() - timedelta(days=days)
        with self._store.reading() as connection:
            waiting = waiting_for_call(connection, since)
            keys = [one.ticket_id for one in waiting]
            labels, people = labels_of(connection, keys), read_reporters(connection, keys)
        first = {one.ticket_id: replace(one, phone=mask_phone(one.phone)) for one in reversed(people) if one.phone}
        return tuple(CallBack(labels[one.ticket_id], first[one.ticket_id], one.done_at, one.tries) for one in waiting)

    def of(self, ticket_id: int) -> tuple[RatingRow, ...]:
        """What was said of a ticket and of those merged into it, oldest first."""
        with self._store.reading() as connection:
            return ratings_of(connection, with_merged(connection, ticket_id))

    def call_back(self, by: Actor, ticket_id: int, said: Rating) -> Rated:
        """Write what the resident said. Good confirms what was done; what is sent back goes on, or anew after long.

        Raises NotPermitted, TicketUnknown, TicketMerged, NotDoneYet, RatedBefore, BadNeedsReason, OtherNeedsWords,
        SentBackNeedsWords, ScoreOutOfBounds, MajorNeedsOwner.
        """
        by.require(Permission.WORK_TICKET)
        check_rating(said)
        with self._store.transaction() as connection:
            row = self._done(connection, ticket_id)
            if not waiting_for_call(connection, only=ticket_id):
                raise RatedBefore(number_of(row))
            rating_id = self._write(connection, by, ticket_id, RatingKind.CALL_BACK, said)
            return Rated(rating_id, self._goes_on(connection, by, row, said))

    def check(self, by: Actor, ticket_id: int, found: Rating) -> Rated:
        """Write what somebody of the staff found who does not answer for the work; good confirms nothing.

        Raises as `call_back` does, but for RatedBefore, and CheckedByOneself.
        """
        by.require(Permission.WORK_TICKET)
        check_rating(found)
        with self._store.transaction() as connection:
            row = self._done(connection, ticket_id)
            if row["assignee_id"] == by.id:
                raise CheckedByOneself(number_of(row))
            rating_id = self._write(connection, by, ticket_id, RatingKind.QUALITY_CHECK, found)
            goes_on = None
            if found.result is RatingResult.SENT_BACK:
                goes_on = self._goes_on(connection, by, row, found)
            return Rated(rating_id, goes_on)

    @staticmethod
    def _done(connection: Connection, ticket_id: int) -> TicketRow:
        row = living_ticket(connection, ticket_id)
        if State(row["state"]) not in RATED_STATES:
            raise NotDoneYet(number_of(row))
        return row

    def _write(self, connection: Connection, by: Actor, ticket_id: int, kind: RatingKind, said: Rating) -> int:
        now = self._clock.now()
        rating_id = write_rating(connection, ticket_id, kind, said, now, by.id)
        facts = {
            "rating": rating_id,
            "kind": kind.value,
            "result": said.result.value,
            "reason": "" if said.reason is None else said.reason.value,
            "attitude": said.attitude,
            "quality": said.quality,
        }
        told = Change(EntryKind.RATING, text=said.words.strip(), facts=facts)
        write_side_entry(connection, ticket_id, told, now, by.id)
        return rating_id

    def _goes_on(self, connection: Connection, by: Actor, row: TicketRow, said: Rating) -> int | None:
        writing = begin_writing(connection, self._clock.now(), by.id)
        state = State(row["state"])
        if said.result is RatingResult.SENT_BACK:
            if state is State.CLOSED:
                return reopen_row(writing, row, said.words, new_client_id()).ticket_id
            move_row(writing, row, State.IN_WORK, Change(EntryKind.MOVED, text=said.words))
            return int(row["id"])
        if said.result is RatingResult.GOOD and state is State.DONE:
            move_row(writing, row, State.CONFIRMED, Change(EntryKind.MOVED, text=said.words))
        return None
