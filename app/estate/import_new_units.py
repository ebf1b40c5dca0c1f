"""Writing the new units of a sheet with their people, many rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.core.ids import BatchId, BuildingId, EstateId, PersonId, UnitId, UserId
from app.estate.import_people import PeopleOfSheet
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.search_index import index_units
from app.estate.search_terms import Term, code_terms, person_terms, plate_terms
from app.estate.tables import building, occupancy, paid_through, person, phone, plate, search_term, unit
from app.estate.unit_line import LinePerson, UnitLine
from app.estate.unit_rows import building_name
from app.store.bulk import insert_many

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
_STAMP = ("batch_id", "at", "by")
_COLUMNS: dict[Table, tuple[str, ...]] = {
    building: ("id", "estate_id", "code", "name", *_STAMP),
    person: ("id", "name", "note", *_STAMP),
    phone: ("person_id", "number", "position", "at", "by"),
    unit: ("id", "building_id", "code", "entrance", "room", "sort_key", *BLANK, *_STAMP),
    occupancy: ("unit_id", "person_id", "role", "since", "note", *_STAMP),
    plate: ("unit_id", "number", *_STAMP),
    paid_through: ("unit_id", "fee_item", "until", *_STAMP),
    search_term: ("term", "kind", "unit_id", "person_id", "sort_key"),
}


@dataclass(frozen=True, slots=True)
class ImportStamp:
    """Who imports, when, in which batch."""

    batch_id: BatchId
    at: datetime
    by: UserId

    @property
    def last(self) -> tuple[BatchId, datetime, UserId]:
        """The values of the last columns of every row of the batch."""
        return self.batch_id, self.at, self.by

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
        self._last = stamp.last
        self._estate_id = estate_id
        self._people = people
        self._buildings = {
            row.code: row.id for row in connection.execute(select(building).where(building.c.estate_id == estate_id))
        }
        self._next_unit, self._next_building = _next(connection, unit), _next(connection, building)
        self._rows: dict[Table, list[tuple[Any, ...]]] = {
            table: [] for table in (building, unit, occupancy, plate, paid_through)
        }
        self._units: list[tuple[UnitId, UnitLine, tuple[PersonId, ...]]] = []

    def add(self, line: UnitLine) -> None:
        """Gather what one line brings."""
        unit_id, code, facts = UnitId(self._next_unit), line.code, line.facts
        self._next_unit += 1
        place = (self._building(code.building), code.canonical, code.entrance, code.room, code.sort_key)
        said = [facts.get(name, blank) for name, blank in BLANK.items()]
        self._rows[unit].append((unit_id, *place, *said, *self._last))
        people = tuple([self._occupancy(unit_id, named, line) for named in line.people])
        for number in line.plates:
            self._rows[plate].append((unit_id, number, *self._last))
        for item, until in line.paid:
            self._rows[paid_through].append((unit_id, item, until, *self._last))
        self._units.append((unit_id, line, people if len(people) < 2 else tuple(dict.fromkeys(people))))

    def write(self) -> None:
        """Write everything gathered; people first, then units, then what points at both."""
        write_people(self._connection, self._stamp, self._people)
        for table, rows in self._rows.items():
            insert_many(self._connection, table, _COLUMNS[table], rows)
        self._write_terms()

    def _building(self, code: str) -> BuildingId:
        if code not in self._buildings:
            self._buildings[code] = BuildingId(self._next_building)
            self._next_building += 1
            row = (self._buildings[code], self._estate_id, code, building_name(code))
            self._rows[building].append((*row, *self._last))
        return BuildingId(self._buildings[code])

    def _occupancy(self, unit_id: UnitId, named: LinePerson, line: UnitLine) -> PersonId:
        person_id = self._people.id_of(named)
        since = line.facts.get("handover_date") if named.role is OccupancyRole.OWNER else None
        self._rows[occupancy].append((unit_id, person_id, named.role, since, "", *self._last))
        return person_id

    def _write_terms(self) -> None:
        of_person = {
            one.id: tuple(person_terms(one.name, None, tuple(one.phones))) for one in self._people.new.values()
        }
        rows: list[tuple[Any, ...]] = []
        with_known: list[UnitId] = []
        for unit_id, line, people in self._units:
            if all(person_id in of_person for person_id in people):
                _add_term_rows(rows, unit_id, line, [(one, of_person[one]) for one in people])
            else:
                with_known.append(unit_id)
        insert_many(self._connection, search_term, _COLUMNS[search_term], rows)
        index_units(self._connection, with_known)


def _add_term_rows(
    rows: list[tuple[Any, ...]], unit_id: UnitId, line: UnitLine, people: Sequence[tuple[PersonId, Sequence[Term]]]
) -> None:
    sort_key = line.code.sort_key
    rows += [(term, kind, unit_id, None, sort_key) for term, kind in code_terms(line.code)]
    for person_id, terms in people:
        rows += [(term, kind, unit_id, person_id, sort_key) for term, kind in terms]
    for number in line.plates:
        rows += [(term, kind, unit_id, None, sort_key) for term, kind in plate_terms(number)]


def write_people(connection: Connection, stamp: ImportStamp, people: PeopleOfSheet) -> None:
    """Write the people whom the sheet brings, with their telephones."""
    persons = [(one.id, one.name, "", *stamp.last) for one in people.new.values()]
    phones = [
        (one.id, number, position, stamp.at, stamp.by)
        for one in people.new.values()
        for position, number in enumerate(one.phones)
    ]
    insert_many(connection, person, _COLUMNS[person], persons)
    insert_many(connection, phone, _COLUMNS[phone], phones)


def _next(connection: Connection, table: Table) -> int:
    last: int = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return last + 1
