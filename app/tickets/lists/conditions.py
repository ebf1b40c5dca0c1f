"""A filter as conditions of a query on `ticket`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select

from app.core.open_hours import to_minute
from app.tickets.deadlines.clock_conditions import is_owed, stands
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import State
from app.tickets.lists.filters import STANDING_OF, STATES, Group, Order, TicketFilter
from app.tickets.ratings.rating_conditions import to_be_called
from app.tickets.tables import ticket, ticket_clock

_RUNNING = (Standing.DUE, Standing.SOON, Standing.OVERDUE, Standing.PAUSED)


def in_group(group: Group, now: datetime) -> list[ColumnElement[bool]]:
    """What a chip means."""
    states = STATES[group]
    found: list[ColumnElement[bool]] = (
        [] if states == frozenset(State) else [ticket.c.state.in_(sorted(state.value for state in states))]
    )
    if group in STANDING_OF:
        found.append(leading_stands(STANDING_OF[group], now))
    if group is Group.TO_CALL:
        found.append(to_be_called(now))
    return found


def narrowed(wanted: TicketFilter, now: datetime, categories: Collection[int]) -> Iterator[ColumnElement[bool]]:
    """Everything but the chip and the text; `categories` are those chosen with all that is under them."""
    for column, values in (
        (ticket.c.kind, wanted.kinds),
        (ticket.c.priority, wanted.priorities),
        (ticket.c.source, wanted.sources),
        (ticket.c.category_id, categories),
        (ticket.c.building_id, wanted.buildings),
        (ticket.c.unit_id, wanted.units),
        (ticket.c.team_id, wanted.teams),
        (ticket.c.worker_id, wanted.workers),
        (ticket.c.assignee_id, wanted.assignees),
    ):
        if values:
            yield column.in_(sorted(values))
    if wanted.first is not None:
        yield ticket.c.reported_at >= datetime.combine(wanted.first, time())
    if wanted.until is not None:
        yield ticket.c.reported_at < datetime.combine(wanted.until, time())
    if wanted.standings:
        yield or_(*(leading_stands(standing, now) for standing in sorted(wanted.standings)))


def leading_stands(standing: Standing, now: datetime) -> ColumnElement[bool]:
    """Whether the clock that a list shows stands so; of what is finished one missed promise makes it missed."""
    return _leading_stands(standing, to_minute(now))


@lru_cache(maxsize=64)  # every key that is typed over a list asks the same of the same minute
def _leading_stands(standing: Standing, minute: datetime) -> ColumnElement[bool]:
    own = ticket_clock.c.ticket_id == ticket.c.id
    so = _exists(own, stands(standing, minute))
    if standing in _RUNNING:
        return _exists(own, stands(standing, minute), _is_first())
    if standing is Standing.MISSED:
        return and_(_nothing_owed(), so)
    return and_(_nothing_owed(), so, not_(_exists(own, stands(Standing.MISSED, minute))))


def _nothing_owed() -> ColumnElement[bool]:
    return not_(_exists(ticket_clock.c.ticket_id == ticket.c.id, is_owed()))


def _is_first() -> ColumnElement[bool]:
    """No other promise of the ticket that is still owed falls due before."""
    other = ticket_clock.alias("other")
    before = or_(
        other.c.due_at < ticket_clock.c.due_at,
        and_(other.c.due_at == ticket_clock.c.due_at, other.c.id < ticket_clock.c.id),
    )
    owed = and_(other.c.met_at.is_(None), other.c.dropped_at.is_(None))
    return ~select(other.c.id).where(other.c.ticket_id == ticket_clock.c.ticket_id, owed, before).exists()


def _exists(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(ticket_clock.c.id).where(*conditions).exists()


def ordered(question: Select[Any], order: Order) -> Select[Any]:
    """The query in an order; what owes nothing any more comes after what is due."""
    if order is Order.NEWEST:
        return question.order_by(ticket.c.id.desc())
    if order is Order.OLDEST:
        return question.order_by(ticket.c.id)
    due = (
        select(func.min(ticket_clock.c.due_at))
        .where(ticket_clock.c.ticket_id == ticket.c.id, is_owed())
        .scalar_subquery()
    )
    return question.order_by(due.is_(None), due, ticket.c.id)
