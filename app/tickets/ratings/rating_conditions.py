"""Which tickets wait for a call, as a condition of a query on `ticket`; the same as `waiting_for_call`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, and_, func, not_, select, type_coerce

from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.ratings.rating_rule import CALL_BACK_DAYS, RatingKind, RatingResult
from app.tickets.tables import ticket, ticket_entry, ticket_rating, ticket_reporter

_E, _R, _P = ticket_entry.c, ticket_rating.c, ticket_reporter.c
_DONE = (_E.kind == EntryKind.MOVED.value, _E.state == State.DONE.value)


def to_be_called(now: datetime) -> ColumnElement[bool]:
    """Done in the last days, somebody can be called, and nobody was asked since."""
    recent = select(_E.ticket_id).where(*_DONE, _E.at >= now - timedelta(days=CALL_BACK_DAYS))
    done_at = select(func.max(_E.at)).where(_E.ticket_id == ticket.c.id, *_DONE).scalar_subquery()
    reachable = select(_P.id).where(_P.ticket_id == ticket.c.id, _P.phone != "", _P.taken_off_at.is_(None))
    own = (_R.ticket_id == ticket.c.id, _R.kind == RatingKind.CALL_BACK.value, _R.at >= done_at)
    asked = select(_R.id).where(*own, _R.result != RatingResult.NOT_REACHED.value)
    satisfied = type_coerce(ticket.c.complaint, String).contains('"satisfied":true')
    kind = ticket.c.kind != TicketKind.TASK.value
    return and_(ticket.c.id.in_(recent), kind, reachable.exists(), not_(asked.exists()), not_(satisfied))
