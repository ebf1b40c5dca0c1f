"""Writing the new units of a sheet with their people, many rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from app.core.ids import BatchId, BuildingId, EstateId, PersonId, UnitId, UserId
from app.estate.import_people import PeopleOfSheet
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.search_index import index_units
from app.estate.search_terms import Term, code_terms, person_terms, plate_terms
from app.estate.tables import building, occupancy, paid_through, person, phone, plate, search_term, unit
from app.estate.unit_line import LinePerson, UnitLine
from app.estate.unit_rows import building_name

BLANK: dict[str, Any] = {
    "kind": UnitKind.HOME,
    "state": UnitState.HANDED_OVER,
    "floor": None,
    "building_area": None,
    "inner_area": None,
    "billing_area": None,
    "handover_date": None,
    "headcount": None,
    "layout": "",
    "note": "",
}


@dataclass(frozen=True, slots=True)
class ImportStamp:
    """Who imports, when, in which batch."""

    batch_id: BatchId
    at: datetime
    by: UserId

    def row(self, **values: object) -> dict[str, Any]:
        """A row of this batch."""
        return values | {"batch_id": self.batch_id, "at": self.at, "by": self.by}


class NewUnits:
    """Gathers the rows of new units and writes each table once.

    Ids are given here: within the one write transaction nobody else can take them.
    """

    def __init__(self, connection: Connection, stamp: ImportStamp, estate_id: EstateId, people: PeopleOfSheet) -> None:
        self._connection = connection
        self._stamp = stamp
        self._estate_id = estate_id
        self._people = people
        self._buildings = {
            row.code: row.id for row in connection.execute(select(building).where(building.c.estate_id == estate_id))
        }
        self._next_unit, self._next_building = _next(connection, unit), _next(connection, building)
        self._rows: dict[Table, list[dict[str, Any]]] = {
            table: [] for table in (building, unit, occupancy, plate, paid_through)
        }
        self._units: list[tuple[UnitId, UnitLine, tuple[PersonId, ...]]] = []

    @property
    def ids(self) -> list[UnitId]:
        """The new units."""
        return [unit_id for unit_id, _, _ in self._units]

    def add(self, line: UnitLine) -> None:
        """Gather what one line brings."""
        unit_id, code = UnitId(self._next_unit), line.code
        self._next_unit += 1
        self._rows[unit].append(
            self._stamp.row(
                id=unit_id,
                building_id=self._building(code.building),
                code=code.canonical,
                entrance=code.entrance,
                room=code.room,
                sort_key=code.sort_key,
                **(BLANK | line.facts),
            )
        )
        people = tuple(self._occupancy(unit_id, named, line) for named in line.people)
        for number in line.plates:
            self._rows[plate].append(self._stamp.row(unit_id=unit_id, number=number))
        for item, until in line.paid:
            self._rows[paid_through].append(self._stamp.row(unit_id=unit_id, fee_item=item, until=until))
        self._units.append((unit_id, line, tuple(dict.fromkeys(people))))

    def write(self) -> None:
        """Write everything gathered; people first, then units, then what points at both."""
        write_people(self._connection, self._stamp, self._people)
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(insert(table), rows)
        self._write_terms()

    def _building(self, code: str) -> BuildingId:
        if code not in self._buildings:
            self._buildings[code] = BuildingId(self._next_building)
            self._next_building += 1
            self._rows[building].append(
                self._stamp.row(
                    id=self._buildings[code], estate_id=self._estate_id, code=code, name=building_name(code)
                )
            )
        return BuildingId(self._buildings[code])

    def _occupancy(self, unit_id: UnitId, named: LinePerson, line: UnitLine) -> PersonId:
        person_id = self._people.id_of(named)
        since = line.facts.get("handover_date") if named.role is OccupancyRole.OWNER else None
        self._rows[occupancy].append(
            self._stamp.row(unit_id=unit_id, person_id=person_id, role=named.role, since=since, until=None, note="")
        )
        return person_id

    def _write_terms(self) -> None:
        of_person = {
            one.id: tuple(person_terms(one.name, None, tuple(one.phones))) for one in self._people.new.values()
        }
        rows: list[dict[str, Any]] = []
        with_known: list[UnitId] = []
        for unit_id, line, people in self._units:
            if all(person_id in of_person for person_id in people):
                rows += _term_rows(unit_id, line, [(one, of_person[one]) for one in people])
            else:
                with_known.append(unit_id)
        if rows:
            self._connection.execute(insert(search_term), rows)
        index_units(self._connection, with_known)


def _term_rows(
    unit_id: UnitId, line: UnitLine, people: Sequence[tuple[PersonId, Sequence[Term]]]
) -> list[dict[str, Any]]:
    sort_key = line.code.sort_key
    found: list[tuple[Term, PersonId | None]] = [(term, None) for term in code_terms(line.code)]
    for person_id, terms in people:
        found += [(term, person_id) for term in terms]
    for number in line.plates:
        found += [(term, None) for term in plate_terms(number)]
    return [
        {"term": term, "kind": kind, "unit_id": unit_id, "person_id": person_id, "sort_key": sort_key}
        for (term, kind), person_id in found
    ]


def write_people(connection: Connection, stamp: ImportStamp, people: PeopleOfSheet) -> None:
    """Write the people whom the sheet brings, and the numbers it adds to people of the book."""
    persons = [stamp.row(id=one.id, name=one.name, initials=None, note="") for one in people.new.values()]
    phones = [
        {"person_id": one.id, "number": number, "position": position, "at": stamp.at, "by": stamp.by}
        for one in people.new.values()
        for position, number in enumerate(one.phones)
    ]
    if persons:
        connection.execute(insert(person), persons)
    if phones:
        connection.execute(insert(phone), phones)


def _next(connection: Connection, table: Table) -> int:
    last: int = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return last + 1
