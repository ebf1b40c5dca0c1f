"""Keeps the search terms of units in step with units, people, telephones and plates, inside their transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select

from app.core.ids import UnitId
from app.estate.search_terms import Term, code_terms, person_terms, plate_terms
from app.estate.tables import occupancy, person, phone, plate, search_term, unit
from app.estate.unit_code import parse_unit_code

_AT_ONCE = 400


def index_units(connection: Connection, unit_ids: Iterable[UnitId]) -> None:
    """Write the terms of these units anew from what the book says of them."""
    for ids in in_portions(sorted(set(unit_ids))):
        connection.execute(delete(search_term).where(search_term.c.unit_id.in_(ids)))
        rows = list(_terms(connection, ids))
        if rows:
            connection.execute(insert(search_term), rows)


def index_units_of_person(connection: Connection, person_id: int) -> None:
    """Write the terms of every unit that this person has to do with anew."""
    rows = connection.execute(select(occupancy.c.unit_id).where(occupancy.c.person_id == person_id).distinct())
    index_units(connection, [row.unit_id for row in rows])


def in_portions(ids: Sequence[UnitId]) -> Iterator[Sequence[UnitId]]:
    """The ids in parts that one statement can carry."""
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _terms(connection: Connection, ids: Sequence[UnitId]) -> Iterator[dict[str, object]]:
    people, plates = _people_terms(connection, ids), _plate_terms(connection, ids)
    for row in connection.execute(select(unit.c.id, unit.c.code, unit.c.sort_key).where(unit.c.id.in_(ids))):
        found = [(term, None) for term in code_terms(parse_unit_code(row.code))]
        for (term, kind), person_id in (*found, *people[row.id], *plates[row.id]):
            yield {
                "term": term,
                "kind": kind,
                "unit_id": row.id,
                "person_id": person_id,
                "sort_key": row.sort_key,
            }


def _people_terms(connection: Connection, ids: Sequence[UnitId]) -> dict[int, list[tuple[Term, int | None]]]:
    phones = defaultdict(list)
    there = select(occupancy.c.person_id).where(occupancy.c.unit_id.in_(ids))
    for row in connection.execute(select(phone).where(phone.c.person_id.in_(there)).order_by(phone.c.position)):
        phones[row.person_id].append(row.number)
    found: dict[int, list[tuple[Term, int | None]]] = defaultdict(list)
    people = (
        select(occupancy.c.unit_id, person.c.id, person.c.name, person.c.initials)
        .join(person, person.c.id == occupancy.c.person_id)
        .where(occupancy.c.unit_id.in_(ids), person.c.forgotten_at.is_(None))
        .distinct()
    )
    for row in connection.execute(people):
        found[row.unit_id] += [(term, row.id) for term in person_terms(row.name, row.initials, phones[row.id])]
    return found


def _plate_terms(connection: Connection, ids: Sequence[UnitId]) -> dict[int, list[tuple[Term, int | None]]]:
    found: dict[int, list[tuple[Term, int | None]]] = defaultdict(list)
    for row in connection.execute(select(plate.c.unit_id, plate.c.number).where(plate.c.unit_id.in_(ids))):
        found[row.unit_id] += [(term, None) for term in plate_terms(row.number)]
    return found
