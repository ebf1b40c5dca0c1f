"""Which ticket it is: its number, where it is, in which state, and who answers for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from app.access.tables import user
from app.estate.tables import building, place, unit
from app.tickets.kinds import State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket

_LABELS = (
    select(
        ticket.c.id,
        ticket.c.day,
        ticket.c.serial,
        ticket.c.state,
        ticket.c.text,
        func.coalesce(unit.c.code, place.c.name, building.c.name, ticket.c.place).label("where"),
        func.coalesce(user.c.name, "").label("assignee"),
    )
    .select_from(ticket)
    .outerjoin(unit, unit.c.id == ticket.c.unit_id)
    .outerjoin(place, place.c.id == ticket.c.place_id)
    .outerjoin(building, building.c.id == ticket.c.building_id)
    .outerjoin(user, user.c.id == ticket.c.assignee_id)
    .where(ticket.c.id.in_(bindparam("tickets", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class TicketLabel:
    """One ticket in a list of another thing; `where` is its unit, public place, building or typed place."""

    id: int
    number: str
    where: str
    state: State
    text: str
    assignee: str


def labels_of(connection: Connection, ticket_ids: Collection[int]) -> dict[int, TicketLabel]:
    """The labels of some tickets by id."""
    rows = connection.execute(_LABELS, {"tickets": list(ticket_ids)})
    return {
        row.id: TicketLabel(
            row.id, ticket_number(row.day, row.serial), row.where, State(row.state), row.text, row.assignee
        )
        for row in rows
    }
