"""Bringing known units in step with a sheet, keeping what was there so that it can be brought back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, or_, select, update

from app.core.ids import OccupancyId, PersonId, UnitId
from app.estate.import_new_units import ImportStamp
from app.estate.import_people import PeopleOfSheet
from app.estate.import_plan import DuplicatePolicy
from app.estate.search_index import in_portions, index_units, index_units_of_person
from app.estate.tables import occupancy, paid_through, person, phone, plate, unit
from app.estate.unit_line import LinePerson, UnitLine
from app.estate.unit_pages import read_phones

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Changes:
    """What an import changed of what was there: enough to bring it back.

    `before` holds by unit the former values of changed fields, `ended` the occupancies that were ended,
    `phones` by person the former telephones.
    """

    before: dict[UnitId, dict[str, Any]] = field(default_factory=dict)
    ended: list[OccupancyId] = field(default_factory=list)
    phones: dict[PersonId, list[str]] = field(default_factory=dict)
    touched: set[UnitId] = field(default_factory=set)


class KnownUnits:
    """Works through the lines that meet units of the book, with everything about those units at hand."""

    def __init__(
        self, connection: Connection, stamp: ImportStamp, people: PeopleOfSheet, policy: DuplicatePolicy
    ) -> None:
        self._connection = connection
        self._stamp = stamp
        self._people = people
        self._policy = policy
        self._today = stamp.at.date()
        self.changes = Changes()
        self._new_occupancies: list[dict[str, Any]] = []
        self._new_phones: dict[PersonId, list[str]] = {}

    def bring_in_step(self, lines: Sequence[tuple[UnitId, UnitLine]]) -> None:
        """Take over what the lines say; people who are new must be written afterwards, before `write_roles`."""
        by_unit = dict(lines)
        for ids in in_portions(list(by_unit)):
            occupants = self._occupants(ids)
            units = list(self._connection.execute(select(unit).where(unit.c.id.in_(ids))))
            self._write_fields([(row, by_unit[row.id]) for row in units])
            self._write_plates({unit_id: by_unit[unit_id] for unit_id in ids})
            self._write_paid({unit_id: by_unit[unit_id] for unit_id in ids})
            for unit_id in ids:
                self._people_of(unit_id, by_unit[unit_id], occupants[unit_id])

    def write_roles(self) -> None:
        """Write new roles, ended ones and telephones, and the terms of all units that are concerned."""
        if self._new_occupancies:
            self._connection.execute(insert(occupancy), self._new_occupancies)
        self._write_phones()
        index_units(self._connection, self.changes.touched)
        for person_id in self.changes.phones:
            index_units_of_person(self._connection, person_id)

    def _occupants(self, ids: Sequence[UnitId]) -> dict[UnitId, list[Row[Any]]]:
        present = or_(occupancy.c.until.is_(None), occupancy.c.until > self._today)
        there = select(occupancy, person.c.name).join(person, person.c.id == occupancy.c.person_id)
        found: dict[UnitId, list[Row[Any]]] = defaultdict(list)
        for row in self._connection.execute(there.where(occupancy.c.unit_id.in_(ids), present)):
            found[row.unit_id].append(row)
        return found

    def _write_fields(self, meetings: Sequence[tuple[Row[Any], UnitLine]]) -> None:
        written = []
        for row, line in meetings:
            old = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
            changed = {name: old[name] for name, value in line.facts.items() if old[name] != value}
            if changed:
                self.changes.before[row.id] = changed
                self.changes.touched.add(row.id)
                written.append({"key": row.id} | {f"new_{name}": old[name] for name in _FIELDS} | _new(line, changed))
        if written:
            values = {name: bindparam(f"new_{name}") for name in _FIELDS} | {"at": self._stamp.at, "by": self._stamp.by}
            self._connection.execute(update(unit).where(unit.c.id == bindparam("key")).values(values), written)

    def _write_plates(self, lines: dict[UnitId, UnitLine]) -> None:
        asked = select(plate.c.unit_id, plate.c.number).where(plate.c.unit_id.in_(list(lines)))
        there = {(row.unit_id, row.number) for row in self._connection.execute(asked)}
        rows = [
            self._stamp.row(unit_id=unit_id, number=number)
            for unit_id, line in lines.items()
            for number in line.plates
            if (unit_id, number) not in there
        ]
        self._write(rows, plate)

    def _write_paid(self, lines: dict[UnitId, UnitLine]) -> None:
        asked = select(paid_through).where(paid_through.c.unit_id.in_(list(lines))).order_by(paid_through.c.id)
        there = {(row.unit_id, row.fee_item): row.until for row in self._connection.execute(asked)}
        rows = [
            self._stamp.row(unit_id=unit_id, fee_item=item, until=until)
            for unit_id, line in lines.items()
            for item, until in line.paid
            if there.get((unit_id, item)) != until
        ]
        self._write(rows, paid_through)

    def _write(self, rows: list[dict[str, Any]], table: Any) -> None:
        if rows:
            self._connection.execute(insert(table), rows)
            self.changes.touched.update(row["unit_id"] for row in rows)

    def _people_of(self, unit_id: UnitId, line: UnitLine, occupants: Sequence[Row[Any]]) -> None:
        known = {row.name: row.person_id for row in reversed(occupants)}
        roles = {(row.name, row.role) for row in occupants}
        ended = self._end_others(unit_id, line, occupants) if self._policy is DuplicatePolicy.REPLACE else set()
        for named in line.people:
            person_id = known.get(named.name)
            if person_id is None:
                person_id = self._people.id_of(named)
            else:
                self._phones_of(person_id, named)
            if (named.name, named.role) not in roles:
                since = self._today if named.role in ended else None
                self._add_role(unit_id, person_id, named, since)

    def _end_others(self, unit_id: UnitId, line: UnitLine, occupants: Sequence[Row[Any]]) -> set[str]:
        """End the roles of people whom the line names others for; the roles concerned."""
        named = {(one.name, one.role) for one in line.people}
        roles = {one.role for one in line.people}
        ended = [row for row in occupants if row.role in roles and (row.name, row.role) not in named]
        for row in ended:
            until = self._today if row.since is None or row.since < self._today else row.since + _DAY
            self._connection.execute(update(occupancy).where(occupancy.c.id == row.id).values(until=until))
            self.changes.ended.append(row.id)
            self.changes.touched.add(unit_id)
        return {row.role for row in ended}

    def _add_role(self, unit_id: UnitId, person_id: PersonId, named: LinePerson, since: date | None) -> None:
        self._new_occupancies.append(
            self._stamp.row(unit_id=unit_id, person_id=person_id, role=named.role, since=since, until=None, note="")
        )
        self.changes.touched.add(unit_id)

    def _phones_of(self, person_id: PersonId, named: LinePerson) -> None:
        if named.phones and self._policy is DuplicatePolicy.REPLACE:
            self._new_phones[person_id] = list(named.phones)
        elif named.phones:
            self._people.add_phones(person_id, named)

    def _write_phones(self) -> None:
        for person_id in self._new_phones.keys() | self._people.added_phones.keys():
            before = read_phones(self._connection, [person_id])[person_id]
            after = self._new_phones.get(person_id, before) + self._people.added_phones.get(person_id, [])
            if after != before:
                self.changes.phones[person_id] = before
                rewrite_phones(self._connection, person_id, after, self._stamp)


_FIELDS = (
    "kind",
    "state",
    "floor",
    "building_area",
    "inner_area",
    "billing_area",
    "handover_date",
    "headcount",
    "layout",
    "note",
)


def _new(line: UnitLine, changed: dict[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": line.facts[name] for name in changed}


def rewrite_phones(connection: Connection, person_id: PersonId, numbers: Sequence[str], stamp: ImportStamp) -> None:
    """Give a person exactly these telephones."""
    connection.execute(delete(phone).where(phone.c.person_id == person_id))
    rows = [
        {"person_id": person_id, "number": number, "position": position, "at": stamp.at, "by": stamp.by}
        for position, number in enumerate(numbers)
    ]
    if rows:
        connection.execute(insert(phone), rows)
