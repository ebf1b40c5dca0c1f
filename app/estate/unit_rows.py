"""Writing units and buildings into the book, inside the transaction of the use case."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.core.ids import BuildingId, EstateId, UnitId, UserId
from app.estate.refusals import UnitExists, UnknownUnit
from app.estate.tables import building, estate, unit
from app.estate.unit_code import UnitCode, parse_unit_code
from app.estate.unit_facts import UnitFacts
from app.estate.unit_pages import facts_of


def insert_unit(connection: Connection, facts: UnitFacts, estate_id: EstateId, at: datetime, by: UserId) -> UnitId:
    """A new unit; its building is made when it is the first there. Raises NotAUnitCode, UnitExists."""
    code = parse_unit_code(facts.code)
    if find_unit(connection, code) is not None:
        raise UnitExists(code.canonical)
    place = building_of(connection, code, estate_id, at, by)
    row = unit_values(facts, code) | {"building_id": place, "at": at, "by": by}
    key = connection.execute(insert(unit).values(row)).inserted_primary_key
    assert key is not None
    return UnitId(key[0])


def update_unit(
    connection: Connection, unit_id: UnitId, facts: UnitFacts, at: datetime, by: UserId
) -> dict[str, list[str | None]]:
    """Write the facts over a unit; returns what changed as {field: [before, after]}.

    Raises NotAUnitCode, UnitExists, UnknownUnit.
    """
    row = connection.execute(select(unit).where(unit.c.id == unit_id)).first()
    if row is None:
        raise UnknownUnit(str(unit_id))
    code = parse_unit_code(facts.code)
    other = find_unit(connection, code)
    if other not in (None, unit_id):
        raise UnitExists(code.canonical)
    values = unit_values(facts, code)
    changed = differences(facts_of(row), facts, code.canonical)
    if changed:
        estate_id = connection.execute(
            select(building.c.estate_id).where(building.c.id == row.building_id)
        ).scalar_one()
        place = building_of(connection, code, estate_id, at, by)
        written = values | {"building_id": place, "at": at, "by": by}
        connection.execute(update(unit).where(unit.c.id == unit_id).values(written))
    return changed


def differences(before: UnitFacts, after: UnitFacts, code: str) -> dict[str, list[str | None]]:
    """What differs, as {field: [before, after]} in texts."""
    old, new = asdict(before), asdict(after) | {"code": code}
    return {name: [as_text(old[name]), as_text(new[name])] for name in old if old[name] != new[name]}


def as_text(value: object) -> str | None:
    """A fact as text for the audit trail; None stays None."""
    return None if value is None else str(value)


def unit_values(facts: UnitFacts, code: UnitCode) -> dict[str, Any]:
    """The columns of a unit that follow from its facts."""
    return asdict(facts) | {
        "code": code.canonical,
        "entrance": code.entrance,
        "room": code.room,
        "sort_key": code.sort_key,
    }


def find_unit(connection: Connection, code: UnitCode) -> UnitId | None:
    """The unit that this code means, whatever zeros it is written with."""
    found = connection.execute(select(unit.c.id).where(unit.c.sort_key == code.sort_key)).scalar()
    return None if found is None else UnitId(found)


def building_of(connection: Connection, code: UnitCode, estate_id: EstateId, at: datetime, by: UserId) -> BuildingId:
    """The building of a code in this estate, made if it is new."""
    there = select(building.c.id).where(building.c.estate_id == estate_id, building.c.code == code.building)
    found = connection.execute(there).scalar()
    if found is not None:
        return BuildingId(found)
    row = {"estate_id": estate_id, "code": code.building, "name": building_name(code.building), "at": at, "by": by}
    key = connection.execute(insert(building).values(row)).inserted_primary_key
    assert key is not None
    return BuildingId(key[0])


def building_name(code: str) -> str:
    """`3栋` for building 3; a place with a name of its own (`商铺`, `地库`) keeps it."""
    return f"{code}栋" if code[-1].isdecimal() and code[0].isdecimal() else code


def first_estate(connection: Connection) -> EstateId | None:
    """The estate that units belong to when none is named."""
    found = connection.execute(select(estate.c.id).order_by(estate.c.id).limit(1)).scalar()
    return None if found is None else EstateId(found)
