"""The row of a new ticket: what the category means, where it is, and its number, inside the transaction."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.core.ids import UserId
from app.estate.tables import place, unit
from app.store.rows import insert_row
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.catalogue.category_rows import offered_category
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.field_checks import check_assignee, check_team
from app.tickets.kinds import ServiceClass, State, TicketKind
from app.tickets.refusals import HappenedOutside, NothingReported, PlaceUnknown, UnitUnknown, WhereMissing
from app.tickets.tables import ticket
from app.tickets.texts import tidy

FIRST_VERSION = 1


def write_row(connection: Connection, asked: NewTicket, at: datetime, by: UserId) -> int:
    """Store a report as a ticket in its first state; returns its id.

    Raises NothingReported, WhereMissing, UnitUnknown, PlaceUnknown, CategoryNotOffered, TeamGone, AssigneeGone,
    TicketTextTooLong, HappenedOutside.
    """
    meant = _meant(connection, asked)
    text, typed_place = tidy(asked.text), tidy(asked.place)
    kind = asked.kind or meant.kind
    if not text and asked.category_id is None:
        raise NothingReported
    if kind is TicketKind.REPAIR and not typed_place and {asked.unit_id, asked.place_id, asked.building_id} == {None}:
        raise WhereMissing
    team_id = meant.team_id if asked.team_id is None else asked.team_id
    check_team(connection, team_id)
    check_assignee(connection, asked.assignee_id)
    service_class = asked.service_class or meant.service_class
    checklist = meant.checklist if asked.checklist is None else asked.checklist
    return insert_row(
        connection,
        ticket,
        client_id=asked.client_id,
        day=at.date(),
        serial=next_serial(connection, at.date()),
        kind=kind.value,
        category_id=asked.category_id,
        service_class=service_class.value,
        priority=(asked.priority or meant.priority).value,
        state=State.REPORTED.value,
        unit_id=asked.unit_id,
        building_id=building_of(connection, asked.unit_id, asked.place_id) or asked.building_id,
        place_id=asked.place_id,
        place=typed_place,
        text=text,
        source=asked.source.value,
        reported_at=_reported_at(asked, at),
        assignee_id=asked.assignee_id,
        team_id=team_id,
        worker_id=None,
        appointment=None,
        checklist=[{"text": one, "done": False} for one in checklist],
        complaint={},
        reopened=0,
        say="",
        follows_id=asked.follows_id,
        warranty=service_class is ServiceClass.WARRANTY if asked.warranty is None else asked.warranty,
        version=FIRST_VERSION,
        at=at,
        by=by,
    )


def next_serial(connection: Connection, day: date) -> int:
    """One more than the last of the day; rows are never deleted, so no number comes twice."""
    last: int | None = connection.execute(select(func.max(ticket.c.serial)).where(ticket.c.day == day)).scalar()
    return (last or 0) + 1


def building_of(connection: Connection, unit_id: int | None, place_id: int | None) -> int | None:
    """The building in which a unit or public place is. Raises UnitUnknown, PlaceUnknown."""
    found = None
    if place_id is not None:
        row = connection.execute(select(place).where(place.c.id == place_id)).first()
        if row is None or row.retired_at is not None:
            raise PlaceUnknown("" if row is None else row.name)
        found = row.building_id
    if unit_id is not None:
        found = connection.execute(select(unit.c.building_id).where(unit.c.id == unit_id)).scalar()
        if found is None:
            raise UnitUnknown
    return found


def _meant(connection: Connection, asked: NewTicket) -> CategoryFacts:
    if asked.category_id is None:
        return CategoryFacts("")
    return offered_category(connection, asked.category_id).facts


def _reported_at(asked: NewTicket, at: datetime) -> datetime:
    if asked.reported_at is not None and asked.reported_at > at:
        raise HappenedOutside(None, at)
    return asked.reported_at or at
