"""Everything that the office holds of one person, room by room, and what a removal would do with each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Text, func, or_, select, type_coerce

from app.access.tables import audit, user
from app.counter.receipts.receipt_list import ROWS, read_rows
from app.counter.tables import receipt
from app.desk.privacy.duties import others_on
from app.desk.privacy.linked import Linked
from app.desk.privacy.person_facts import Fate, HeldRow, Part, What
from app.desk.privacy.sweep import Mention, mentions
from app.desk.privacy.unfinished import drafts_of
from app.estate.kinds import OccupancyRole
from app.estate.tables import occupancy, person, plate, unit, unit_note
from app.incidents.number import incident_number
from app.incidents.tables import incident, incident_person
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_file, ticket_reporter

LOOKS = ("show_personal_data", "export_personal_data", "unmask_phone")


def held_rows(connection: Connection, who: Linked, today: date) -> tuple[HeldRow, ...]:
    """One row for each thing."""
    return (
        *_register(connection, who),
        *_units(connection, who, today),
        *_receipts(connection, who),
        *_tickets(connection, who),
        *_incidents(connection, who),
        *_unfinished(connection, who),
        *_trail(connection, who),
        *_elsewhere(connection, who),
    )


def _register(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    row = connection.execute(select(person).where(person.c.id == who.id)).one()
    told = ((What.NAME, row.name), (What.INITIALS, row.initials or ""), (What.NOTE, row.note))
    yield from (HeldRow(Part.REGISTER, what, text, Fate.GOES, on=row.at) for what, text in told if text)
    yield from (HeldRow(Part.REGISTER, What.PHONE, number, Fate.GOES, on=row.at) for number in who.phones)
    roles = select(occupancy, unit.c.code).join(unit, unit.c.id == occupancy.c.unit_id)
    for one in connection.execute(roles.where(occupancy.c.person_id == who.id).order_by(occupancy.c.id)):
        span = f"{one.since or ''} – {one.until or ''}"
        yield HeldRow(Part.REGISTER, What.ROLE, span, Fate.STAYS, one.code, one.at, role=OccupancyRole(one.role))
        if one.note:
            yield HeldRow(Part.REGISTER, What.NOTE, one.note, Fate.GOES, one.code, one.at)


def _units(connection: Connection, who: Linked, today: date) -> Iterator[HeldRow]:
    """Plates and notes of their homes; they go only where nobody else lives."""
    lived_in = others_on(connection, who, who.units, today)
    plates = select(plate, unit.c.code).join(unit, unit.c.id == plate.c.unit_id).where(plate.c.unit_id.in_(who.units))
    for one in connection.execute(plates.order_by(plate.c.id)):
        fate = Fate.UNSURE if one.unit_id in lived_in else Fate.GOES
        yield HeldRow(Part.REGISTER, What.PLATE, one.number, fate, one.code, one.at)
    notes = select(unit_note, unit.c.code).join(unit, unit.c.id == unit_note.c.unit_id)
    for one in connection.execute(notes.where(unit_note.c.unit_id.in_(who.units)).order_by(unit_note.c.id)):
        fate = Fate.UNSURE if one.unit_id in lived_in else Fate.GOES
        yield HeldRow(Part.REGISTER, What.UNIT_NOTE, one.text, fate, one.code, one.at)


def _receipts(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    for row in read_rows(connection, ROWS.where(receipt.c.id.in_(who.receipts))):
        yield HeldRow(Part.MONEY, What.RECEIPT, row.items, Fate.STAYS, f"{row.unit} {row.label}", row.at, row.amount)


def _tickets(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    asked = select(ticket_reporter, ticket.c.day, ticket.c.serial, ticket.c.text)
    there = asked.join(ticket, ticket.c.id == ticket_reporter.c.ticket_id)
    for row in connection.execute(there.where(ticket_reporter.c.id.in_(who.reporters)).order_by(ticket_reporter.c.id)):
        said = "；".join(dict.fromkeys(part for part in (row.name, row.phone, row.text, row.words) if part))
        yield HeldRow(Part.TICKETS, What.REPORT, said, Fate.GOES, ticket_number(row.day, row.serial), row.at)
    photos = (
        select(
            ticket.c.id,
            ticket.c.day,
            ticket.c.serial,
            func.count().label("count"),
            func.max(ticket_file.c.at).label("at"),
        )
        .join(ticket, ticket.c.id == ticket_file.c.ticket_id)
        .where(ticket_file.c.ticket_id.in_(who.tickets))
        .group_by(ticket.c.id, ticket.c.day, ticket.c.serial)
    )
    for row in connection.execute(photos.order_by(ticket.c.id)):
        number = ticket_number(row.day, row.serial)
        fate = Fate.GOES if row.id in who.alone else Fate.STAYS
        yield HeldRow(Part.TICKETS, What.PHOTOS, str(row.count), fate, number, row.at)


def _incidents(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    asked = select(incident_person, incident.c.day, incident.c.serial, incident.c.is_drill)
    there = asked.join(incident, incident.c.id == incident_person.c.incident_id)
    for row in connection.execute(there.where(incident_person.c.id.in_(who.told)).order_by(incident_person.c.id)):
        said = "；".join(part for part in (row.name, row.phone, row.condition) if part)
        number = incident_number(row.day, row.serial, is_drill=row.is_drill)
        yield HeldRow(Part.INCIDENTS, What.TOLD, said, Fate.GOES, number, row.at)


def _unfinished(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    for row in drafts_of(connection, who):
        yield HeldRow(Part.UNFINISHED, What.DRAFT, row.form, Fate.GOES, on=row.at)


def _trail(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    """Who looked at them: they may ask that too."""
    facts = type_coerce(audit.c.facts, Text())
    mine = or_(facts.contains(f'"person":{who.id},'), facts.contains(f'"person":{who.id}}}'))
    asked = select(audit.c.action, audit.c.at, user.c.name).join(user, user.c.id == audit.c.by, isouter=True)
    for row in connection.execute(asked.where(audit.c.action.in_(LOOKS), mine).order_by(audit.c.id)):
        yield HeldRow(Part.TRAIL, What.ACT, row.action, Fate.STAYS, row.name or "", row.at)


def _elsewhere(connection: Connection, who: Linked) -> Iterator[HeldRow]:
    known = {
        "ticket_reporter": frozenset(who.reporters),
        "ticket": frozenset(who.tickets),
        "incident_person": frozenset(who.told),
        "receipt": frozenset(who.receipts),
        "payment": frozenset(who.payments),
        "draft": frozenset(row.id for row in drafts_of(connection, who)),
    }
    yield from (_mentioned(one) for one in mentions(connection, who.name, who.phones, known) if one.table != "audit")


def _mentioned(one: Mention) -> HeldRow:
    fate = Fate.STAYS if one.sure else Fate.UNSURE
    return HeldRow(Part.ELSEWHERE, What.TEXT, one.text, fate, f"{one.table} {one.key}", one.on)
