"""Counts tickets, promises and ratings by what they share: each table is read once, whatever is told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, or_, select

from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import GONE, ClockName, State, TicketKind
from app.tickets.ratings.rating_rule import RatingKind, RatingResult
from app.tickets.statistics.figures import By, FigureRow, PromiseRow, Share
from app.tickets.tables import ticket, ticket_clock, ticket_rating

_ENDED = frozenset(state.value for state in (State.DONE, State.CONFIRMED, State.CLOSED))
_GONE = frozenset(state.value for state in GONE)
_ASKED = frozenset(kind.value for kind in (TicketKind.COMPLAINT, TicketKind.SUGGESTION, TicketKind.FEE_DISPUTE))


@dataclass(frozen=True, slots=True)
class Case:
    """One ticket as the figures see it: what it shares with others, and what became of it."""

    keys: dict[By, str]
    is_gone: bool
    is_resolved: bool
    was_reopened: bool
    met: int
    missed: int
    liked: int
    asked: int


def reported_in(first: date, until: date) -> ColumnElement[bool]:
    """Tickets that reached the office in `[first, until)`."""
    began, ended = datetime.combine(first, time()), datetime.combine(until, time())
    return and_(ticket.c.reported_at >= began, ticket.c.reported_at < ended)


def read_cases(connection: Connection, which: ColumnElement[bool], now: datetime) -> list[Case]:
    """Every ticket that counts."""
    promises = _pairs(connection, _promises(which, now))
    ratings = _pairs(connection, _ratings(which))
    answers = {row.id: complaint_of(row.complaint).satisfied for row in connection.execute(_answers(which))}
    nothing = (0, 0)
    found = []
    for row in connection.execute(_tickets(which)):
        (met, missed), (liked, asked) = promises.get(row.id, nothing), ratings.get(row.id, nothing)
        satisfied = answers.get(row.id)
        if satisfied is not None:
            liked, asked = liked + satisfied, asked + 1
        gone = row.state in _GONE
        reopened = row.reopened > 0 and not gone
        found.append(Case(_keys(row), gone, row.state in _ENDED, reopened, met, missed, liked, asked))
    return found


def rows_by(cases: Collection[Case], by: By, name: Callable[[str], str]) -> list[FigureRow]:
    """One row for each thing that tickets share."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for one in cases:
        groups[one.keys[by]].append(one)
    return [row_of(group, key, name(key)) for key, group in groups.items()]


def row_of(cases: Sequence[Case], key: str = "", name: str = "") -> FigureRow:
    """What became of some tickets together."""
    gone = sum(one.is_gone for one in cases)
    resolved, reopened = sum(one.is_resolved for one in cases), sum(one.was_reopened for one in cases)
    met, missed = sum(one.met for one in cases), sum(one.missed for one in cases)
    return FigureRow(
        key,
        name,
        len(cases),
        gone,
        resolved=Share(resolved, len(cases) - gone),
        promises=Share(met, met + missed),
        reopened=Share(reopened, sum(one.is_resolved or one.was_reopened for one in cases)),
        satisfied=Share(sum(one.liked for one in cases), sum(one.asked for one in cases)),
    )


def count_promises(connection: Connection, which: ColumnElement[bool], now: datetime) -> tuple[PromiseRow, ...]:
    """How often each step was in time, in the order of the chain."""
    asked = select(ticket_clock.c.name, *_met_and_missed(now)).join(ticket, ticket.c.id == ticket_clock.c.ticket_id)
    rows = {row[0]: row for row in connection.execute(asked.where(which, _counts()).group_by(ticket_clock.c.name))}
    found = ((name, rows[name.value]) for name in ClockName if name.value in rows)
    return tuple(PromiseRow(name, Share(row[1], row[1] + row[2])) for name, row in found)


def _keys(row: Row[Any]) -> dict[By, str]:
    named = zip(_TOLD_APART, (row.kind, row.worker_id, row.team_id, row.category_id, row.building_id), strict=True)
    return {by: "" if value is None else str(value) for by, value in named} | {By.MONTH: f"{row.reported_at:%Y-%m}"}


_TOLD_APART = (By.KIND, By.WORKER, By.TEAM, By.CATEGORY, By.BUILDING)


def _tickets(which: ColumnElement[bool]) -> Any:
    shared = (ticket.c.kind, ticket.c.worker_id, ticket.c.team_id, ticket.c.category_id, ticket.c.building_id)
    return select(ticket.c.id, ticket.c.reported_at, ticket.c.state, ticket.c.reopened, *shared).where(which)


def _promises(which: ColumnElement[bool], now: datetime) -> Any:
    of_ticket = ticket_clock.c.ticket_id
    asked = select(of_ticket, *_met_and_missed(now)).join(ticket, ticket.c.id == of_ticket)
    return asked.where(which, _counts()).group_by(of_ticket)


def _ratings(which: ColumnElement[bool]) -> Any:
    """What residents said who were reached."""
    of_ticket, result = ticket_rating.c.ticket_id, ticket_rating.c.result
    asked = select(of_ticket, _sum(result == RatingResult.GOOD.value), func.count())
    asked = asked.join(ticket, ticket.c.id == of_ticket).group_by(of_ticket)
    by_resident = ticket_rating.c.kind == RatingKind.CALL_BACK.value
    return asked.where(which, by_resident, result != RatingResult.NOT_REACHED.value)


def _answers(which: ColumnElement[bool]) -> Any:
    """Complaints and the like, of which somebody may have said whether the answer satisfied."""
    kinds = ticket.c.kind.in_(sorted(_ASKED))
    return select(ticket.c.id, ticket.c.complaint).where(which, kinds, ticket.c.merged_into.is_(None))


def _pairs(connection: Connection, question: Any) -> dict[int, tuple[int, int]]:
    return {row[0]: (row[1], row[2]) for row in connection.execute(question)}


def _met_and_missed(now: datetime) -> Iterator[ColumnElement[int]]:
    yield _sum(stands(Standing.MET, now))
    yield _sum(or_(stands(Standing.MISSED, now), stands(Standing.OVERDUE, now)))


def _counts() -> ColumnElement[bool]:
    """What is no longer owed was neither kept nor broken."""
    return or_(ticket_clock.c.met_at.is_not(None), ticket_clock.c.dropped_at.is_(None))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
