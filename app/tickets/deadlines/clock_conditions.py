"""Where clocks stand, as conditions of a query on `ticket_clock`; the same words as `due.Standing`."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, or_

from app.core.open_hours import to_minute
from app.tickets.deadlines.due import Standing
from app.tickets.tables import ticket_clock

_C = ticket_clock.c


def is_owed() -> ColumnElement[bool]:
    """Neither kept nor dropped."""
    return and_(_C.met_at.is_(None), _C.dropped_at.is_(None))


def stands(standing: Standing, now: datetime) -> ColumnElement[bool]:
    """Clocks that stand so at `now`."""
    return _stands(standing, to_minute(now))


@lru_cache(maxsize=64)  # every key that is typed over a list asks the same of the same minute
def _stands(standing: Standing, minute: datetime) -> ColumnElement[bool]:
    running = and_(is_owed(), or_(_C.paused_at.is_(None), _C.paused_at >= _C.due_at))
    return {
        Standing.DUE: and_(running, _C.soon_at > minute),
        Standing.SOON: and_(running, _C.soon_at <= minute, _C.due_at >= minute),
        Standing.OVERDUE: and_(running, _C.due_at < minute),
        Standing.PAUSED: and_(is_owed(), _C.paused_at < _C.due_at),
        Standing.MET: and_(_C.met_at.is_not(None), _C.met_at <= _C.due_at),
        Standing.MISSED: and_(_C.met_at.is_not(None), _C.met_at > _C.due_at),
        Standing.DROPPED: and_(_C.met_at.is_(None), _C.dropped_at.is_not(None)),
    }[standing]
