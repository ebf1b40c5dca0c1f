"""Ratings as rows, and which tickets still wait for a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Subquery, and_, case, func, select

from app.access.tables import user
from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingKind, RatingResult
from app.tickets.tables import ticket, ticket_entry, ticket_rating, ticket_reporter

RATED_STATES = frozenset({State.DONE, State.CONFIRMED, State.CLOSED})
_NOBODY_TO_ASK = TicketKind.TASK
_C = ticket_rating.c


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating in the list of its ticket."""

    id: int
    ticket_id: int
    kind: RatingKind
    rating: Rating
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket whose resident was not asked since it was done; `tries` are calls that reached nobody."""

    ticket_id: int
    done_at: datetime
    tries: int


def write_rating(
    connection: Connection, ticket_id: int, kind: RatingKind, rating: Rating, at: datetime, by: UserId
) -> int:
    """Keep a rating; returns its id."""
    return insert_row(
        connection,
        ticket_rating,
        ticket_id=ticket_id,
        kind=kind.value,
        attitude=rating.attitude,
        quality=rating.quality,
        result=rating.result.value,
        reason="" if rating.reason is None else rating.reason.value,
        words=rating.words.strip(),
        at=at,
        by=by,
    )


def ratings_of(connection: Connection, ticket_ids: tuple[int, ...]) -> tuple[RatingRow, ...]:
    """The ratings of tickets, oldest first."""
    rows = connection.execute(
        select(ticket_rating, user.c.name)
        .outerjoin(user, user.c.id == _C.by)
        .where(_C.ticket_id.in_(ticket_ids))
        .order_by(_C.id)
    )
    return tuple(_rating(row) for row in rows)


def waiting_for_call(connection: Connection, since: datetime | None = None, only: int | None = None) -> list[Waiting]:
    """Tickets done since then and not asked about since, the longest waiting first; `only` looks at one ticket.

    Somebody can be asked where a telephone is known. A complaint whose answer satisfied was asked about already.
    """
    done = _done()
    answered = and_(_C.result != RatingResult.NOT_REACHED.value, _C.at >= done.c.at)
    counts = (
        select(
            ticket.c.id,
            ticket.c.complaint,
            done.c.at.label("done_at"),
            func.count(_C.id).label("tries"),
        )
        .join(done, done.c.ticket_id == ticket.c.id)
        .outerjoin(
            ticket_rating,
            and_(_C.ticket_id == ticket.c.id, _C.kind == RatingKind.CALL_BACK.value, _C.at >= done.c.at),
        )
        .where(*_asked(done, since, only))
        .group_by(ticket.c.id, ticket.c.complaint, done.c.at)
        .having(func.max(case((answered, 1), else_=0)) == 0)
        .order_by(done.c.at, ticket.c.id)
    )
    rows = connection.execute(counts)
    return [Waiting(row.id, row.done_at, row.tries) for row in rows if not row.complaint.get("satisfied")]


def _asked(done: Subquery, since: datetime | None, only: int | None) -> list[ColumnElement[bool]]:
    states = ticket.c.state.in_([state.value for state in RATED_STATES])
    if only is not None:
        return [states, ticket.c.id == only]
    reachable = select(ticket_reporter.c.id).where(
        ticket_reporter.c.ticket_id == ticket.c.id,
        ticket_reporter.c.phone != "",
        ticket_reporter.c.taken_off_at.is_(None),
    )
    recent = [] if since is None else [done.c.at >= since]
    return [states, ticket.c.kind != _NOBODY_TO_ASK.value, reachable.exists(), *recent]


def _done() -> Subquery:
    """When each ticket was done the last time."""
    own = (ticket_entry.c.kind == EntryKind.MOVED.value, ticket_entry.c.state == State.DONE.value)
    last = func.max(ticket_entry.c.at).label("at")
    return select(ticket_entry.c.ticket_id, last).where(*own).group_by(ticket_entry.c.ticket_id).subquery()


def _rating(row: Row[Any]) -> RatingRow:
    reason = BadReason(row.reason) if row.reason else None
    said = Rating(RatingResult(row.result), row.attitude, row.quality, reason, row.words)
    return RatingRow(row.id, row.ticket_id, RatingKind(row.kind), said, row.at, row.name or "")
