"""Teams and workers as lists show them, with what each has in hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, select

from app.tickets.catalogue.refusals import WorkerLeft
from app.tickets.kinds import WAITING, State
from app.tickets.tables import team, ticket, worker

FINISHED = (State.DONE, State.CONFIRMED, State.CLOSED, State.CANCELLED, State.MERGED)
"""States in which nothing is left for a worker to do."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team; `workers` are those who are here, `in_hand` its tickets that are not done."""

    id: int
    name: str
    workers: int
    in_hand: int
    retired: bool


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """Who does the work; `left` once the last day has passed. Of what is `in_hand` some is `waiting` for others."""

    id: int
    name: str
    initials: str
    phone: str
    team_id: int | None
    team: str
    left_on: date | None
    left: bool
    in_hand: int = 0
    waiting: int = 0


_OPEN = ticket.c.state.not_in([state.value for state in FINISHED])
_WAITS = ticket.c.state.in_([state.value for state in sorted(WAITING)])
_LOADS = (
    select(
        ticket.c.worker_id,
        func.count().label("in_hand"),
        func.sum(case((_WAITS, 1), else_=0)).label("waiting"),
    )
    .where(_OPEN, ticket.c.worker_id.is_not(None))
    .group_by(ticket.c.worker_id)
    .subquery()
)
_WORKERS = (
    select(worker, func.coalesce(team.c.name, "").label("team"), _LOADS.c.in_hand, _LOADS.c.waiting)
    .outerjoin(team, team.c.id == worker.c.team_id)
    .outerjoin(_LOADS, _LOADS.c.worker_id == worker.c.id)
    .order_by(worker.c.team_id.is_(None), worker.c.team_id, worker.c.id)
)


def read_workers(connection: Connection, day: date, *, left: bool = False) -> tuple[WorkerRow, ...]:
    """Who works here on a day, by team; with `left` also those who no longer do."""
    rows = (_worker(row, day) for row in connection.execute(_WORKERS))
    return tuple(row for row in rows if left or not row.left)


def offered_worker(connection: Connection, worker_id: int, day: date) -> WorkerRow:
    """A worker who can be given a ticket on a day. Raises WorkerLeft."""
    row = _worker(connection.execute(_WORKERS.where(worker.c.id == worker_id)).one(), day)
    if row.left:
        assert row.left_on is not None
        raise WorkerLeft(row.name, row.left_on)
    return row


def _worker(row: Row[Any], day: date) -> WorkerRow:
    left = row.left_on is not None and row.left_on < day
    in_hand, waiting = row.in_hand or 0, row.waiting or 0
    return WorkerRow(
        row.id, row.name, row.initials, row.phone, row.team_id, row.team, row.left_on, left, in_hand, waiting
    )


def read_teams(connection: Connection, day: date, *, retired: bool = False) -> tuple[TeamRow, ...]:
    """The teams in the order in which they were entered."""
    rows = connection.execute(
        select(
            team,
            _counted(worker.c.id, and_(worker.c.team_id == team.c.id, _here(day))).label("workers"),
            _counted(ticket.c.id, and_(ticket.c.team_id == team.c.id, _OPEN)).label("in_hand"),
        ).order_by(team.c.id)
    )
    found = (TeamRow(row.id, row.name, row.workers, row.in_hand, row.retired_at is not None) for row in rows)
    return tuple(row for row in found if retired or not row.retired)


def _here(day: date) -> ColumnElement[bool]:
    return func.coalesce(worker.c.left_on, day) >= day


def _counted(column: ColumnElement[Any], condition: ColumnElement[bool]) -> Any:
    return select(func.count(column)).where(condition).scalar_subquery()
