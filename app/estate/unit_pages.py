"""Reads of the book for screens: the tree of buildings, lists of units, one unit's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from app.core.ids import UnitId
from app.core.show import mask_phone
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.refusals import UnknownUnit
from app.estate.tables import building, estate, occupancy, paid_through, person, phone, plate, unit
from app.estate.unit_code import natural
from app.estate.unit_facts import (
    BuildingNode,
    EntranceNode,
    OccupantRow,
    PaidThroughRow,
    PlateRow,
    UnitFacts,
    UnitFilter,
    UnitPage,
    UnitRow,
)

_PLACE = (unit.c.id, unit.c.building_id, unit.c.entrance, unit.c.room)
_FACTS = tuple(unit.c[field.name] for field in fields(UnitFacts))
_KINDS, _STATES = {kind.value: kind for kind in UnitKind}, {state.value: state for state in UnitState}
ROLE_ORDER = {role: place for place, role in enumerate(OccupancyRole)}


def read_tree(connection: Connection) -> list[BuildingNode]:
    """Buildings in order, each with its entrances and counts."""
    entrances: dict[int, list[EntranceNode]] = defaultdict(list)
    counted = select(unit.c.building_id, unit.c.entrance, func.count().label("units"))
    for row in connection.execute(counted.group_by(unit.c.building_id, unit.c.entrance)):
        entrances[row.building_id].append(EntranceNode(row.entrance, row.units))
    rows = sorted(connection.execute(select(building)), key=lambda row: (row.estate_id, natural(row.code)))
    return [_building(row, entrances[row.id]) for row in rows]


def _building(row: Row[Any], entrances: Sequence[EntranceNode]) -> BuildingNode:
    in_order = tuple(sorted(entrances, key=lambda one: natural(one.name)))
    units = sum(one.units for one in entrances)
    return BuildingNode(row.id, row.estate_id, row.code, row.name, units, in_order)


def read_units(connection: Connection, wanted: UnitFilter, today: date) -> list[UnitRow]:
    """The units of a filter in building order, each with who is to be named beside it."""
    rows = connection.execute(_filtered(select(*_PLACE, *_FACTS), wanted).order_by(unit.c.sort_key))
    named = _people_named(connection, wanted, today)
    return [_unit_row(tuple(row), named) for row in rows]


def _unit_row(row: tuple[Any, ...], named: Mapping[int, Sequence[str]]) -> UnitRow:
    unit_id, building_id, entrance, room, *said = row
    names = named.get(unit_id, ())
    facts = _facts(*said)
    return UnitRow(unit_id, facts.code, building_id, entrance, room, names[0] if names else "", len(names), facts)


def _people_named(connection: Connection, wanted: UnitFilter, today: date) -> dict[int, list[str]]:
    present = or_(occupancy.c.until.is_(None), occupancy.c.until > today)
    columns = (occupancy.c.unit_id, occupancy.c.role, person.c.name)
    there = select(*columns).join(person, person.c.id == occupancy.c.person_id).where(present)
    if wanted != UnitFilter():
        there = _filtered(there.join(unit, unit.c.id == occupancy.c.unit_id), wanted)
    people: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.execute(there.order_by(occupancy.c.id)):
        people[row.unit_id].append((ROLE_ORDER[OccupancyRole(row.role)], row.name))
    return {unit_id: [name for _, name in sorted(named, key=_by_role)] for unit_id, named in people.items()}


def _by_role(named: tuple[int, str]) -> int:
    return named[0]


def _filtered(question: Select[Any], wanted: UnitFilter) -> Select[Any]:
    return question.where(*_conditions(wanted))


def _conditions(wanted: UnitFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.buildings:
        yield unit.c.building_id.in_(wanted.buildings)
    if wanted.entrance is not None:
        yield unit.c.entrance == wanted.entrance
    if wanted.kinds:
        yield unit.c.kind.in_(wanted.kinds)
    if wanted.states:
        yield unit.c.state.in_(wanted.states)
    if wanted.text.strip():
        text = wanted.text.strip()
        of_person = occupancy.join(person, person.c.id == occupancy.c.person_id)
        named = select(occupancy.c.unit_id).select_from(of_person).where(person.c.name.contains(text, autoescape=True))
        yield or_(unit.c.code.contains(text.upper(), autoescape=True), unit.c.id.in_(named))


def facts_of(row: Row[Any]) -> UnitFacts:
    """A row of the unit table as facts."""
    said = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return _facts(*(said[column.name] for column in _FACTS))


def _facts(code: str, kind: str, state: str, *rest: Any) -> UnitFacts:
    return UnitFacts(code, _KINDS[kind], _STATES[state], *rest)


def read_unit_page(connection: Connection, unit_id: UnitId, today: date) -> UnitPage:
    """One unit with people now and before, plates, and what was paid before. Raises UnknownUnit."""
    place = unit.join(building, building.c.id == unit.c.building_id).join(estate, estate.c.id == building.c.estate_id)
    columns = (unit, building.c.name.label("building_name"), estate.c.name.label("estate_name"))
    row = connection.execute(select(*columns).select_from(place).where(unit.c.id == unit_id)).first()
    if row is None:
        raise UnknownUnit(str(unit_id))
    plates = connection.execute(select(plate).where(plate.c.unit_id == unit_id).order_by(plate.c.id))
    paid = select(paid_through).where(paid_through.c.unit_id == unit_id).order_by(paid_through.c.fee_item)
    return UnitPage(
        id=unit_id,
        estate=row.estate_name,
        building_id=row.building_id,
        building=row.building_name,
        entrance=row.entrance,
        room=row.room,
        facts=facts_of(row),
        people=_occupants(connection, unit_id, today),
        plates=tuple(PlateRow(one.id, one.number) for one in plates),
        paid_through=tuple(PaidThroughRow(one.fee_item, one.until) for one in connection.execute(paid)),
    )


def _occupants(connection: Connection, unit_id: UnitId, today: date) -> tuple[OccupantRow, ...]:
    columns = (occupancy, person.c.name, person.c.note.label("person_note"))
    there = select(*columns).join(person, person.c.id == occupancy.c.person_id).where(occupancy.c.unit_id == unit_id)
    rows = connection.execute(there.order_by(occupancy.c.id)).all()
    phones = read_phones(connection, [row.person_id for row in rows])
    occupants = [
        OccupantRow(
            id=row.id,
            person_id=row.person_id,
            name=row.name,
            role=OccupancyRole(row.role),
            phones=tuple(mask_phone(number) for number in phones[row.person_id]),
            since=row.since,
            until=row.until,
            note=row.note or row.person_note,
            former=row.until is not None and row.until <= today,
        )
        for row in rows
    ]
    return tuple(sorted(occupants, key=lambda one: (one.former, ROLE_ORDER[one.role])))


def read_phones(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[str]]:
    """The telephones of these people in their order, unmasked."""
    found: dict[int, list[str]] = defaultdict(list)
    asked = select(phone.c.person_id, phone.c.number).where(phone.c.person_id.in_(person_ids))
    for row in connection.execute(asked.order_by(phone.c.person_id, phone.c.position)):
        found[row.person_id].append(row.number)
    return found
