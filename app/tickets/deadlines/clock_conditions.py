"""Where clocks stand, as conditions of a query on `ticket_clock`; the same words as `due.Standing`."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, not_, or_, select

from app.core.open_hours import to_minute
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import ClockName, State
from app.tickets.tables import ticket, ticket_clock

_C = ticket_clock.c
_WAITS = ticket.alias("waits")


def is_owed() -> ColumnElement[bool]:
    """Neither kept nor dropped."""
    return and_(_C.met_at.is_(None), _C.dropped_at.is_(None))


def stands(standing: Standing, now: datetime) -> ColumnElement[bool]:
    """Clocks that stand so at `now`."""
    return _stands(standing, to_minute(now))


@lru_cache(maxsize=64)  # every key that is typed over a list asks the same of the same minute
def _stands(standing: Standing, minute: datetime) -> ColumnElement[bool]:
    dated = _waits_for_a_date(minute)
    running = and_(is_owed(), or_(_C.paused_at.is_(None), _C.paused_at >= _C.due_at), not_(dated))
    return {
        Standing.DUE: and_(running, _C.soon_at > minute),
        Standing.SOON: and_(running, _C.soon_at <= minute, _C.due_at >= minute),
        Standing.OVERDUE: and_(running, _C.due_at < minute),
        Standing.PAUSED: and_(is_owed(), or_(_C.paused_at < _C.due_at, dated)),
        Standing.MET: and_(_C.met_at.is_not(None), _C.met_at <= _C.due_at),
        Standing.MISSED: and_(_C.met_at.is_not(None), _C.met_at > _C.due_at),
        Standing.DROPPED: and_(_C.met_at.is_(None), _C.dropped_at.is_not(None)),
    }[standing]


def _waits_for_a_date(minute: datetime) -> ColumnElement[bool]:
    """A pause whose end is known, and has not come; what was due before it began is due all the same."""
    own = (_WAITS.c.id == _C.ticket_id, _WAITS.c.state == State.WAITING_RESIDENT.value, _WAITS.c.appointment > minute)
    has_a_date = select(_WAITS.c.id).where(*own).exists()
    return and_(_C.name == ClockName.CLOSE.value, _C.paused_at.is_(None), _C.due_at > minute, has_a_date)
