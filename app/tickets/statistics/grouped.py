"""Counts tickets, promises and ratings by what they share, each in one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, extract, func, literal, or_, select

from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import GONE, ClockName, State, TicketKind
from app.tickets.ratings.rating_rule import RatingKind, RatingResult
from app.tickets.statistics.figures import By, FigureRow, PromiseRow, Share
from app.tickets.tables import ticket, ticket_clock, ticket_rating

_ENDED = frozenset({State.DONE, State.CONFIRMED, State.CLOSED})
_ASKED = (TicketKind.COMPLAINT, TicketKind.SUGGESTION, TicketKind.FEE_DISPUTE)
BY_RESIDENT, GOOD = RatingKind.CALL_BACK.value, RatingResult.GOOD.value
"""Of ratings: whose, and which result is a liking one."""

_COLUMNS: Mapping[By, ColumnElement[Any]] = {
    By.KIND: ticket.c.kind,
    By.WORKER: ticket.c.worker_id,
    By.TEAM: ticket.c.team_id,
    By.CATEGORY: ticket.c.category_id,
    By.BUILDING: ticket.c.building_id,
}


@dataclass(slots=True)
class _Counts:
    taken: int = 0
    gone: int = 0
    resolved: int = 0
    reopened: int = 0
    met: int = 0
    missed: int = 0
    liked: int = 0
    asked: int = 0


@dataclass(slots=True)
class Counted:
    """Counts by key; None stands for what nobody was named for."""

    of: dict[str, _Counts] = field(default_factory=lambda: defaultdict(_Counts))

    def rows(self, name: Callable[[str], str]) -> list[FigureRow]:
        """One row for each key."""
        return [_row(key, name(key), counts) for key, counts in self.of.items()]


def reported_in(first: date, until: date) -> ColumnElement[bool]:
    """Tickets that reached the office in `[first, until)`."""
    began, ended = datetime.combine(first, time()), datetime.combine(until, time())
    return and_(ticket.c.reported_at >= began, ticket.c.reported_at < ended)


def count_by(connection: Connection, by: By | None, which: ColumnElement[bool], now: datetime) -> Counted:
    """Everything counted by what tickets share; all together with None."""
    counted = Counted()
    for row in connection.execute(_tickets(by, which)):
        counts = counted.of[_key(by, row[0], row[1])]
        counts.taken, counts.gone, counts.resolved, counts.reopened = row[2:]
    for row in connection.execute(_promises(by, which, now)):
        counts = counted.of[_key(by, row[0], row[1])]
        counts.met, counts.missed = row[2:]
    for row in connection.execute(_ratings(by, which)):
        counts = counted.of[_key(by, row[0], row[1])]
        counts.liked, counts.asked = row[2:]
    for row in connection.execute(_answers(by, which)):
        satisfied = complaint_of(row.complaint).satisfied
        if satisfied is not None:
            counts = counted.of[_key(by, row[0], row[1])]
            counts.liked, counts.asked = counts.liked + satisfied, counts.asked + 1
    return counted


def count_promises(connection: Connection, which: ColumnElement[bool], now: datetime) -> tuple[PromiseRow, ...]:
    """How often each step was in time, in the order of the chain."""
    met, missed = _met_and_missed(now)
    asked = select(ticket_clock.c.name, met, missed).join(ticket, ticket.c.id == ticket_clock.c.ticket_id)
    rows = {row[0]: row for row in connection.execute(asked.where(which, _counts()).group_by(ticket_clock.c.name))}
    found = ((name, rows[name.value]) for name in ClockName if name.value in rows)
    return tuple(PromiseRow(name, Share(row[1], row[1] + row[2])) for name, row in found)


def _split(by: By | None) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Two columns to group by: of a month its year and number, of anything else the thing and nothing."""
    if by is By.MONTH:
        return extract("year", ticket.c.reported_at), extract("month", ticket.c.reported_at)
    return (literal(0) if by is None else _COLUMNS[by]), literal(0)


def _key(by: By | None, first: object, second: object) -> str:
    if by is By.MONTH:
        return f"{first:04d}-{second:02d}"
    return "" if by is None or first is None else str(first)


def _tickets(by: By | None, which: ColumnElement[bool]) -> Select[Any]:
    gone, ended = _of_states(GONE), _of_states(_ENDED)
    counts = (_sum(gone), _sum(ended), _sum(and_(ticket.c.reopened > 0, ~gone)))
    return _grouped(by, select(*_split(by), func.count(), *counts).where(which))


def _promises(by: By | None, which: ColumnElement[bool], now: datetime) -> Select[Any]:
    asked = select(*_split(by), *_met_and_missed(now)).join(ticket, ticket.c.id == ticket_clock.c.ticket_id)
    return _grouped(by, asked.where(which, _counts()))


def _ratings(by: By | None, which: ColumnElement[bool]) -> Select[Any]:
    liked = _sum(ticket_rating.c.result == GOOD)
    asked = select(*_split(by), liked, func.count()).join(ticket, ticket.c.id == ticket_rating.c.ticket_id)
    reached = ticket_rating.c.result != RatingResult.NOT_REACHED.value
    return _grouped(by, asked.where(which, ticket_rating.c.kind == BY_RESIDENT, reached))


def _answers(by: By | None, which: ColumnElement[bool]) -> Select[Any]:
    """Complaints and the like, of which somebody may have said whether the answer satisfied."""
    kinds = ticket.c.kind.in_([kind.value for kind in _ASKED])
    return select(*_split(by), ticket.c.complaint).where(which, kinds, ticket.c.merged_into.is_(None))


def _grouped(by: By | None, question: Select[Any]) -> Select[Any]:
    return question if by is None else question.group_by(*_split(by)[: 2 if by is By.MONTH else 1])


def _met_and_missed(now: datetime) -> tuple[ColumnElement[int], ColumnElement[int]]:
    return _sum(stands(Standing.MET, now)), _sum(or_(stands(Standing.MISSED, now), stands(Standing.OVERDUE, now)))


def _counts() -> ColumnElement[bool]:
    """What is no longer owed was neither kept nor broken."""
    return or_(ticket_clock.c.met_at.is_not(None), ticket_clock.c.dropped_at.is_(None))


def _of_states(states: Collection[State]) -> ColumnElement[bool]:
    return ticket.c.state.in_(sorted(state.value for state in states))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _row(key: str, name: str, counts: _Counts) -> FigureRow:
    left = counts.taken - counts.gone
    return FigureRow(
        key,
        name,
        counts.taken,
        counts.gone,
        resolved=Share(counts.resolved, left),
        promises=Share(counts.met, counts.met + counts.missed),
        reopened=Share(counts.reopened, max(counts.resolved, counts.reopened)),
        satisfied=Share(counts.liked, counts.asked),
    )
