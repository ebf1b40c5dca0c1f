"""Open tickets that may be the same: of the same room, or of the same kind of thing at the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from app.tickets.kinds import OPEN, State
from app.tickets.labels import TicketLabel, labels_of
from app.tickets.tables import ticket, ticket_category, ticket_reporter

SIMILAR_DAYS = 30
MOST_SIMILAR = 20
_OPEN = ticket.c.state.in_(sorted(state.value for state in OPEN))


@dataclass(frozen=True, slots=True)
class Where:
    """Where a report is, and what of: as much of it as the form knows already."""

    unit_id: int | None = None
    place_id: int | None = None
    building_id: int | None = None
    place: str = ""
    category_id: int | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """An open ticket that the report may belong to; newest first."""

    label: TicketLabel
    reported_at: datetime
    category: str
    reporters: int
    version: int

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.label.state


def find_similar(connection: Connection, where: Where, now: datetime, without: int | None = None) -> list[Similar]:
    """The open tickets of the last thirty days that are like a report, newest first, twenty at most."""
    since = now - timedelta(days=SIMILAR_DAYS)
    ids: set[int] = set()
    for condition in _conditions(where):
        found = select(ticket.c.id).where(condition, ticket.c.reported_at >= since, _OPEN)
        ids.update(connection.execute(found).scalars())
    newest = sorted(ids - {without}, reverse=True)[:MOST_SIMILAR]
    return _rows(connection, newest)


def _conditions(where: Where) -> Iterator[ColumnElement[bool]]:
    if where.unit_id is not None:
        yield ticket.c.unit_id == where.unit_id
    if where.category_id is None:
        return
    same = ticket.c.category_id == where.category_id
    if where.place_id is not None:
        yield (ticket.c.place_id == where.place_id) & same
    elif where.place.strip():
        yield (ticket.c.place == where.place.strip()) & same
    elif where.building_id is not None and where.unit_id is None:
        yield (ticket.c.building_id == where.building_id) & same


def _rows(connection: Connection, ids: list[int]) -> list[Similar]:
    reporters = (
        select(func.count())
        .where(ticket_reporter.c.ticket_id == ticket.c.id, ticket_reporter.c.taken_off_at.is_(None))
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            ticket.c.id,
            ticket.c.reported_at,
            ticket.c.version,
            func.coalesce(ticket_category.c.name, "").label("category"),
            reporters.label("reporters"),
        )
        .outerjoin(ticket_category, ticket_category.c.id == ticket.c.category_id)
        .where(ticket.c.id.in_(ids))
        .order_by(ticket.c.id.desc())
    )
    labels = labels_of(connection, ids)
    return [Similar(labels[row.id], row.reported_at, row.category, row.reporters, row.version) for row in rows]
