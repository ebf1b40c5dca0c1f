"""Tickets as lists show them, with where their leading promise stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, select

from app.access.tables import user
from app.core.ids import BuildingId, UnitId, UserId
from app.estate.tables import building, place, unit
from app.tickets.catalogue.category_rows import paths_of
from app.tickets.deadlines.clocks import ClockNow
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import Priority, ServiceClass, Source, State, TicketKind
from app.tickets.lists.leading import read_leading
from app.tickets.number import ticket_number
from app.tickets.tables import team, ticket, ticket_entry, ticket_file, ticket_reporter, worker


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One ticket in a list; `where` is its unit, public place, building or typed place.

    `reporter` is the first of `reporters`. `clock` is the promise that presses, or the last of its chain.
    """

    id: int
    version: int
    number: str
    kind: TicketKind
    category_id: int | None
    category: str
    service_class: ServiceClass
    priority: Priority
    state: State
    where: str
    unit_id: UnitId | None
    building_id: BuildingId | None
    text: str
    source: Source
    reported_at: datetime
    closed_at: datetime | None
    reporter: str
    reporters: int
    assignee_id: UserId | None
    assignee: str
    team: str
    worker_id: int | None
    worker: str
    appointment: datetime | None
    files: int
    reopened: int
    parent_id: int | None
    children: int
    merged_into: int | None
    clock: ClockNow | None

    @property
    def standing(self) -> Standing | None:
        """How the leading promise stands; None where nothing was promised."""
        return None if self.clock is None else self.clock.standing


_CHILD = ticket.alias("child")
_T = ticket.c
_ROWS = (
    select(
        *(_T.id, _T.version, _T.day, _T.serial, _T.kind, _T.category_id, _T.service_class, _T.priority, _T.state),
        *(_T.unit_id, _T.building_id, _T.place, _T.text, _T.source, _T.reported_at, _T.closed_at, _T.assignee_id),
        *(_T.worker_id, _T.appointment, _T.reopened, _T.parent_id, _T.merged_into),
        unit.c.code.label("unit_code"),
        building.c.name.label("building_name"),
        place.c.name.label("place_name"),
        func.coalesce(user.c.name, "").label("assignee_name"),
        func.coalesce(worker.c.name, "").label("worker_name"),
        func.coalesce(team.c.name, "").label("team_name"),
    )
    .select_from(ticket)
    .outerjoin(unit, unit.c.id == ticket.c.unit_id)
    .outerjoin(building, building.c.id == ticket.c.building_id)
    .outerjoin(place, place.c.id == ticket.c.place_id)
    .outerjoin(user, user.c.id == ticket.c.assignee_id)
    .outerjoin(worker, worker.c.id == ticket.c.worker_id)
    .outerjoin(team, team.c.id == ticket.c.team_id)
    .where(ticket.c.id.in_(bindparam("tickets", expanding=True)))
)
_IDS: Any = bindparam("tickets", expanding=True)
_REPORTERS = (
    select(ticket_reporter.c.ticket_id, ticket_reporter.c.name)
    .where(ticket_reporter.c.ticket_id.in_(_IDS), ticket_reporter.c.taken_off_at.is_(None))
    .order_by(ticket_reporter.c.id.desc())
)
_UNDONE = ticket_entry.alias("undone")
_FILES = (
    select(ticket_file.c.ticket_id, func.count())
    .outerjoin(
        _UNDONE, and_(_UNDONE.c.ticket_id == ticket_file.c.ticket_id, _UNDONE.c.undoes == ticket_file.c.entry_id)
    )
    .where(ticket_file.c.ticket_id.in_(_IDS), _UNDONE.c.id.is_(None))
    .group_by(ticket_file.c.ticket_id)
)
_CHILDREN = select(_CHILD.c.parent_id, func.count()).where(_CHILD.c.parent_id.in_(_IDS)).group_by(_CHILD.c.parent_id)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other tables say of the tickets, by ticket."""

    paths: Mapping[int, str]
    reporters: Mapping[int, Sequence[str]]
    files: Mapping[int, int]
    children: Mapping[int, int]
    clocks: Mapping[int, ClockNow]


def read_rows(connection: Connection, ticket_ids: Sequence[int], now: datetime) -> list[TicketRow]:
    """Some tickets in the order in which they were asked for."""
    if not ticket_ids:
        return []
    asked = {"tickets": list(ticket_ids)}
    reporters: dict[int, list[str]] = {}
    for ticket_id, name in connection.execute(_REPORTERS, asked):
        reporters.setdefault(ticket_id, []).append(name)
    beside = _Beside(
        paths_of(connection),
        reporters,
        _pairs(connection, _FILES, asked),
        _pairs(connection, _CHILDREN, asked),
        read_leading(connection, ticket_ids, now),
    )
    rows = {row.id: _row(row, beside) for row in connection.execute(_ROWS, asked)}
    return [rows[one] for one in ticket_ids if one in rows]


def where_of(row: Any) -> str:
    """Unit, public place of a building, building or typed place; from a row that names all of them."""
    if row.unit_code:
        return str(row.unit_code)
    parts = (row.building_name, row.place_name) if row.place_name else (row.building_name, row.place)
    return " ".join(part for part in parts if part)


def _pairs(connection: Connection, question: Select[Any], asked: Mapping[str, object]) -> dict[int, int]:
    return {key: count for key, count in connection.execute(question, asked)}  # noqa: C416 - rows are no pairs to mypy


def _row(row: Row[Any], beside: _Beside) -> TicketRow:
    reporters = beside.reporters.get(row.id, ())
    return TicketRow(
        id=row.id,
        version=row.version,
        number=ticket_number(row.day, row.serial),
        kind=TicketKind(row.kind),
        category_id=row.category_id,
        category=beside.paths.get(row.category_id, ""),
        service_class=ServiceClass(row.service_class),
        priority=Priority(row.priority),
        state=State(row.state),
        where=where_of(row),
        unit_id=row.unit_id,
        building_id=row.building_id,
        text=row.text,
        source=Source(row.source),
        reported_at=row.reported_at,
        closed_at=row.closed_at,
        reporter=reporters[-1] if reporters else "",
        reporters=len(reporters),
        assignee_id=row.assignee_id,
        assignee=row.assignee_name,
        team=row.team_name,
        worker_id=row.worker_id,
        worker=row.worker_name,
        appointment=row.appointment,
        files=beside.files.get(row.id, 0),
        reopened=row.reopened,
        parent_id=row.parent_id,
        children=beside.children.get(row.id, 0),
        merged_into=row.merged_into,
        clock=beside.clocks.get(row.id),
    )
