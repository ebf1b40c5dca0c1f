"""Hazards as rows: the timeline is only ever added to, the row holds what counts now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, select

from app.access.actor import Actor
from app.duty.hazards.flow import ALLOWED, Grade, Step, state_after
from app.duty.hazards.hazard_facts import Hazard, HazardLine, hazard_number
from app.duty.refusals import HazardStepImpossible
from app.duty.tables import duty_photo, hazard, hazard_entry
from app.estate.tables import building
from app.store.rows import insert_row
from app.tickets.number import ticket_number
from app.tickets.tables import ticket

H = hazard.c
_NONE: Mapping[str, Any] = {}
_HAZARDS = (
    select(hazard, building.c.name.label("building"))
    .add_columns(ticket.c.day.label("ticket_day"), ticket.c.serial.label("ticket_serial"))
    .join(building, building.c.id == H.building_id, isouter=True)
    .join(ticket, ticket.c.id == H.ticket_id, isouter=True)
    .order_by(H.id)
)
_LINES = (
    select(hazard_entry)
    .where(hazard_entry.c.hazard_id.in_(bindparam("hazards", expanding=True)))
    .order_by(hazard_entry.c.hazard_id, hazard_entry.c.id)
)
_PHOTOS = (
    select(duty_photo.c.hazard_id, func.count().label("photos"))
    .where(duty_photo.c.hazard_id.in_(bindparam("hazards", expanding=True)))
    .group_by(duty_photo.c.hazard_id)
)


def write_step(
    connection: Connection,
    by: Actor,
    at: datetime,
    hazard_id: int,
    step: Step,
    text: str = "",
    facts: Mapping[str, Any] = _NONE,
) -> None:
    """Add one line to a hazard."""
    insert_row(
        connection,
        hazard_entry,
        hazard_id=hazard_id,
        kind=step.value,
        text=text,
        facts=dict(facts),
        happened_at=at,
        name=by.name,
        at=at,
        by=by.id,
    )


def next_serial(connection: Connection, day: date) -> int:
    """The next number of a day."""
    last: int = connection.execute(select(func.coalesce(func.max(H.serial), 0)).where(H.day == day)).scalar_one()
    return last + 1


def read_hazards(connection: Connection, today: date, *, closed: bool = False) -> tuple[Hazard, ...]:
    """The open hazards by their deadline; with `closed` also all that are over, after them."""
    asked = [] if closed else [H.closed_at.is_(None)]
    found = read_where(connection, *asked)
    return tuple(sorted(found, key=lambda one: (one.closed_at is not None, not one.is_late(today), one.due_on, one.id)))


def read_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Hazard, ...]:
    """Hazards with their timelines, by their number."""
    rows = connection.execute(_HAZARDS.where(*conditions)).all()
    ids = [row.id for row in rows]
    lines, photos = _lines(connection, ids), _photos(connection, ids)
    return tuple(_hazard(row, lines[row.id], photos.get(row.id, 0)) for row in rows)


def open_hazard(connection: Connection, hazard_id: int, step: Step) -> Hazard:
    """A hazard for which this step comes next. Raises HazardStepImpossible."""
    (found,) = read_where(connection, H.id == hazard_id)
    if step not in ALLOWED[found.state]:
        raise HazardStepImpossible(found.number, found.state, step)
    return found


def _lines(connection: Connection, ids: list[int]) -> dict[int, tuple[HazardLine, ...]]:
    entries = connection.execute(_LINES, {"hazards": ids})
    return {
        key: tuple(HazardLine(Step(row.kind), row.text, row.facts, row.at, row.name) for row in rows)
        for key, rows in groupby(entries, key=lambda row: int(row.hazard_id))
    }


def _photos(connection: Connection, ids: list[int]) -> dict[int, int]:
    return {row.hazard_id: row.photos for row in connection.execute(_PHOTOS, {"hazards": ids})}


def _hazard(row: Row[Any], lines: tuple[HazardLine, ...], photos: int) -> Hazard:
    return Hazard(
        id=row.id,
        number=hazard_number(row.day, row.serial),
        place=row.place,
        building_id=row.building_id,
        building=row.building or "",
        what=row.what,
        grade=Grade(row.grade),
        owner=row.owner,
        due_on=row.due_on,
        state=state_after(line.step for line in lines),
        found_at=row.at,
        found_by=lines[0].name,
        round_id=row.round_id,
        ticket_id=row.ticket_id,
        ticket="" if row.ticket_id is None else ticket_number(row.ticket_day, row.ticket_serial),
        closed_at=row.closed_at,
        lines=lines,
        photos=photos,
    )
