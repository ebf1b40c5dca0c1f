"""What must always hold in the estate's book."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, or_, select

from app.core.language import mark
from app.estate.forgotten import FORGOTTEN
from app.estate.refusals import NotAUnitCode
from app.estate.search_terms import HitField
from app.estate.tables import occupancy, person, phone, search_term, unit
from app.estate.unit_code import parse_unit_code
from app.store.truths import Truth

_CODES = select(unit.c.code, unit.c.entrance, unit.c.room, unit.c.sort_key)


def _codes(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_CODES):
        try:
            code = parse_unit_code(row.code)
        except NotAUnitCode:
            yield row.code
            continue
        if (code.canonical, code.entrance, code.room, code.sort_key) != tuple(row):
            yield row.code


_BY_CODE = and_(search_term.c.unit_id == unit.c.id, search_term.c.kind == HitField.CODE.value)
_NOT_BY_CODE = select(unit.c.code).where(~exists().where(_BY_CODE))


def _found_by_code(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_NOT_BY_CODE):
        yield str(row.code)


_BY_PERSON = and_(search_term.c.unit_id == occupancy.c.unit_id, search_term.c.person_id == occupancy.c.person_id)
_NOT_BY_PEOPLE = (
    select(unit.c.code)
    .join_from(unit, occupancy, occupancy.c.unit_id == unit.c.id)
    .join(person, person.c.id == occupancy.c.person_id)
    .where(person.c.forgotten_at.is_(None), ~exists().where(_BY_PERSON))
)


def _found_by_people(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_NOT_BY_PEOPLE):
        yield str(row.code)


_LEFT = or_(
    person.c.name != FORGOTTEN,
    exists().where(phone.c.person_id == person.c.id),
    exists().where(search_term.c.person_id == person.c.id),
)
_NOT_FORGOTTEN = select(person.c.id).where(person.c.forgotten_at.is_not(None), _LEFT).order_by(person.c.id)


def _forgotten(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_NOT_FORGOTTEN):
        yield str(row.id)


_REVERSED = (
    select(unit.c.code, occupancy.c.since, occupancy.c.until)
    .join(unit, unit.c.id == occupancy.c.unit_id)
    .where(occupancy.c.since.is_not(None), occupancy.c.until <= occupancy.c.since)
)


def _spans(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_REVERSED):
        yield f"{row.code} {row.since} – {row.until}"


TRUTHS = (
    Truth(mark("every unit's code reads back as its building, entrance and room"), _codes),
    Truth(mark("every unit is found by its code"), _found_by_code),
    Truth(mark("every unit is found by its people"), _found_by_people),
    Truth(mark("of everybody who was forgotten neither name nor telephone is left in the book"), _forgotten),
    Truth(mark("every role on a unit ends after it begins"), _spans),
)
