"""What must always hold in the estate's book."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, select

from app.core.language import mark
from app.estate.forgotten import FORGOTTEN
from app.estate.refusals import NotAUnitCode
from app.estate.search_terms import HitField
from app.estate.tables import occupancy, person, phone, search_term, unit
from app.estate.unit_code import parse_unit_code
from app.store.truths import Truth


def _codes(connection: Connection) -> Iterator[str]:
    columns = (unit.c.code, unit.c.entrance, unit.c.room, unit.c.sort_key)
    for row in connection.execute(select(*columns)):
        try:
            code = parse_unit_code(row.code)
        except NotAUnitCode:
            yield row.code
            continue
        if (code.canonical, code.entrance, code.room, code.sort_key) != tuple(row):
            yield row.code


def _found_by_code(connection: Connection) -> Iterator[str]:
    own = and_(search_term.c.unit_id == unit.c.id, search_term.c.kind == HitField.CODE.value)
    for row in connection.execute(select(unit.c.code).where(~exists().where(own))):
        yield str(row.code)


def _found_by_people(connection: Connection) -> Iterator[str]:
    own = and_(search_term.c.unit_id == occupancy.c.unit_id, search_term.c.person_id == occupancy.c.person_id)
    there = unit.join(occupancy, occupancy.c.unit_id == unit.c.id).join(person, person.c.id == occupancy.c.person_id)
    known = person.c.forgotten_at.is_(None)
    for row in connection.execute(select(unit.c.code).select_from(there).where(known, ~exists().where(own))):
        yield str(row.code)


def _forgotten(connection: Connection) -> Iterator[str]:
    gone = person.c.forgotten_at.is_not(None)
    named = gone & ((person.c.name != FORGOTTEN) | exists().where(phone.c.person_id == person.c.id))
    found = gone & exists().where(search_term.c.person_id == person.c.id)
    for row in connection.execute(select(person.c.id).where(named | found).order_by(person.c.id)):
        yield str(row.id)


def _spans(connection: Connection) -> Iterator[str]:
    reversed_ = and_(occupancy.c.since.is_not(None), occupancy.c.until <= occupancy.c.since)
    there = select(unit.c.code, occupancy.c.since, occupancy.c.until).join(unit, unit.c.id == occupancy.c.unit_id)
    for row in connection.execute(there.where(reversed_)):
        yield f"{row.code} {row.since} – {row.until}"


TRUTHS = (
    Truth(mark("every unit's code reads back as its building, entrance and room"), _codes),
    Truth(mark("every unit is found by its code"), _found_by_code),
    Truth(mark("every unit is found by its people"), _found_by_people),
    Truth(mark("of everybody who was forgotten neither name nor telephone is left in the book"), _forgotten),
    Truth(mark("every role on a unit ends after it begins"), _spans),
)
