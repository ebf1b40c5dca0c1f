"""Mass events as they stand: what suggests one, which are live, and what belongs to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from app.core.ids import BuildingId
from app.estate.tables import building
from app.store.settings import read_choice
from app.tickets.events.clusters import cluster
from app.tickets.kinds import OPEN, State
from app.tickets.labels import TicketLabel, labels_of
from app.tickets.number import ticket_number
from app.tickets.settings import EVENT_MINUTES
from app.tickets.tables import ticket, ticket_category

_LOOKED_BACK = timedelta(hours=24)
_OPEN = ticket.c.state.in_(sorted(state.value for state in OPEN))
_ALONE = func.coalesce(ticket.c.parent_id, 0) == 0
"""In no event; almost every ticket is, so its index would be read whole."""
_CHILD = ticket.alias("child")
_CHILDREN = select(func.count()).where(_CHILD.c.parent_id == ticket.c.id, _CHILD.c.merged_into.is_(None))
_LIVE = (
    select(
        ticket,
        func.coalesce(building.c.name, "").label("building"),
        func.coalesce(ticket_category.c.name, "").label("category"),
        _CHILDREN.scalar_subquery().label("children"),
    )
    .outerjoin(building, building.c.id == ticket.c.building_id)
    .outerjoin(ticket_category, ticket_category.c.id == ticket.c.category_id)
    .where(_OPEN, ticket.c.say != "", _ALONE)
    .order_by(ticket.c.id.desc())
)
_LOOSE = (
    select(
        ticket.c.id,
        ticket.c.building_id,
        ticket.c.category_id,
        ticket.c.reported_at,
        building.c.name.label("building"),
        ticket_category.c.name.label("category"),
    )
    .join(building, building.c.id == ticket.c.building_id)
    .join(ticket_category, ticket_category.c.id == ticket.c.category_id)
    .where(_OPEN, ticket.c.reported_at >= bindparam("since"), _ALONE, ticket.c.say == "")
    .order_by(ticket.c.id)
)


@dataclass(frozen=True, slots=True)
class EventHint:
    """Like tickets of one building that may be one thing; `event_id` where such an event is live already."""

    building_id: BuildingId
    building: str
    category_id: int
    category: str
    tickets: tuple[TicketLabel, ...]
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """A mass event that is not over: what it is, what staff tell those who call, and how many it holds."""

    ticket_id: int
    number: str
    state: State
    text: str
    say: str
    reported_at: datetime
    building_id: BuildingId | None
    building: str
    category_id: int | None
    category: str
    children: int
    version: int


def event_hints(connection: Connection, now: datetime) -> tuple[EventHint, ...]:
    """Where tickets of today suggest a mass event, or should join one, newest building first."""
    minutes = read_choice(connection, EVENT_MINUTES)
    live = {(one.building_id, one.category_id): one.ticket_id for one in live_events(connection)}
    hints = []
    for (building_id, category_id), rows in _loose(connection, now).items():
        event = live.get((BuildingId(building_id), category_id))
        places = cluster([row.reported_at for row in rows], minutes)
        near = rows if event else [rows[place] for place in places]
        if near:
            hints.append(_hint(connection, near, event))
    return tuple(hints)


def live_events(connection: Connection, building_id: int | None = None) -> tuple[LiveEvent, ...]:
    """The mass events that are not over, of one building or of all, newest first."""
    asked = _LIVE if building_id is None else _LIVE.where(ticket.c.building_id == building_id)
    return tuple(_event(row) for row in connection.execute(asked))


def children_of(connection: Connection, parent_id: int) -> tuple[TicketLabel, ...]:
    """The tickets of a mass event in the order in which they came."""
    rows = select(ticket.c.id).where(ticket.c.parent_id == parent_id).order_by(ticket.c.id)
    ids = list(connection.execute(rows).scalars())
    labels = labels_of(connection, ids)
    return tuple(labels[one] for one in ids)


def _event(row: Row[Any]) -> LiveEvent:
    return LiveEvent(
        row.id,
        ticket_number(row.day, row.serial),
        State(row.state),
        row.text,
        row.say,
        row.reported_at,
        row.building_id,
        row.building,
        row.category_id,
        row.category,
        row.children,
        row.version,
    )


def _loose(connection: Connection, now: datetime) -> dict[tuple[int, int], list[Row[Any]]]:
    found: dict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_LOOSE, {"since": now - _LOOKED_BACK}):
        found[row.building_id, row.category_id].append(row)
    return found


def _hint(connection: Connection, rows: list[Row[Any]], event: int | None) -> EventHint:
    labels = labels_of(connection, [row.id for row in rows])
    first = rows[0]
    tickets = tuple(labels[row.id] for row in rows)
    return EventHint(BuildingId(first.building_id), first.building, first.category_id, first.category, tickets, event)
