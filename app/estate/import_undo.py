"""Taking an import back: what nothing has been billed or paid on goes, everything else stays and is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, select, update

from app.core.ids import UnitId
from app.estate.import_known_units import Changes, rewrite_phones
from app.estate.import_new_units import ImportStamp
from app.estate.search_index import in_portions, index_units, index_units_of_person
from app.estate.tables import building, occupancy, paid_through, person, phone, plate, search_term, unit
from app.sheets.batches import Batch, batches
from app.store.all_tables import whole_schema

Guard = Callable[[Connection, Sequence[UnitId], datetime], set[UnitId]]
_GO_WITH_A_UNIT = (search_term, occupancy, plate, paid_through)
_GO_WITH_A_PERSON = (search_term, occupancy, phone)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Units that went, that got their former facts back, and the codes of those that stayed because they are in use."""

    removed: int
    restored: int
    kept: tuple[str, ...]


def facts_of_changes(changes: Changes) -> dict[str, Any]:
    """The changes of an import as a document."""
    return {
        "before": [
            [unit_id, {name: _plain(value) for name, value in old.items()}] for unit_id, old in changes.before.items()
        ],
        "ended": list(changes.ended),
        "phones": [[person_id, numbers] for person_id, numbers in changes.phones.items()],
        "touched": sorted(changes.touched),
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal | date) else value


class TakeBack:
    """Takes one batch back, inside the transaction of the use case."""

    def __init__(
        self,
        connection: Connection,
        batch: Batch,
        stamp: ImportStamp,
        guards: Iterable[Guard],
    ) -> None:
        self._connection = connection
        self._batch = batch
        self._stamp = stamp
        self._guards = tuple(guards)

    def run(self) -> TakenBack:
        """Remove and restore; the units in use stay."""
        own = self._units(select(unit.c.id).where(unit.c.batch_id == self._batch.id))
        changed = [UnitId(key) for key in self._batch.facts.get("touched", [])]
        changed = self._still_there(changed)
        known = self._pointed_at(unit.c.id, _GO_WITH_A_UNIT)
        in_use = self._in_use([*own, *changed]).union(unit_id for unit_id in own if unit_id in known)
        gone = [unit_id for unit_id in own if unit_id not in in_use]
        back = [unit_id for unit_id in changed if unit_id not in in_use]
        self._restore(set(back))
        self._remove(gone, back)
        index_units(self._connection, back)
        codes = self._codes(sorted(in_use))
        return TakenBack(len(gone), len(back), codes)

    def _in_use(self, units: Sequence[UnitId]) -> set[UnitId]:
        used = {unit_id for guard in self._guards for unit_id in guard(self._connection, units, self._batch.at)}
        return (used | self._changed_since(units)) & set(units)

    def _changed_since(self, units: Sequence[UnitId]) -> set[UnitId]:
        """Units that a later import changed, or on which somebody has worked by hand."""
        later = (one for one in batches(self._connection, "units") if one.id > self._batch.id and one.undone_at is None)
        changed = {UnitId(key) for one in later for key in one.facts.get("touched", [])}
        for ids in in_portions(units):
            by_hand = select(unit.c.id).where(unit.c.id.in_(ids), unit.c.at > self._batch.at)
            changed.update(UnitId(row.id) for row in self._connection.execute(by_hand))
            for table in (occupancy, plate):
                others = table.c.batch_id.is_(None) & (table.c.at >= self._batch.at)
                entered = select(table.c.unit_id).where(table.c.unit_id.in_(ids), others)
                changed.update(UnitId(row.unit_id) for row in self._connection.execute(entered))
        return changed

    def _restore(self, back: set[UnitId]) -> None:
        facts = self._batch.facts
        for unit_id, old in facts.get("before", []):
            if unit_id in back:
                values = {name: _typed(name, value) for name, value in old.items()}
                self._connection.execute(update(unit).where(unit.c.id == unit_id).values(values))
        for occupancy_id in facts.get("ended", []):
            row = update(occupancy).where(occupancy.c.id == occupancy_id, occupancy.c.unit_id.in_(back))
            self._connection.execute(row.values(until=None))
        for person_id, numbers in facts.get("phones", []):
            rewrite_phones(self._connection, person_id, numbers, self._stamp)
            index_units_of_person(self._connection, person_id)

    def _remove(self, gone: Sequence[UnitId], back: Sequence[UnitId]) -> None:
        for table in (occupancy, plate, paid_through):
            of_batch = delete(table).where(table.c.unit_id == bindparam("key"), table.c.batch_id == self._batch.id)
            self._each(of_batch, back)
        for table in (search_term, occupancy, plate, paid_through):
            self._each(delete(table).where(table.c.unit_id == bindparam("key")), gone)
        self._each(delete(search_term).where(search_term.c.unit_id == bindparam("key")), back)
        self._remove_people()
        self._each(delete(unit).where(unit.c.id == bindparam("key")), gone)
        self._remove_buildings()

    def _remove_buildings(self) -> None:
        buildings = self._ids(select(building.c.id).where(building.c.batch_id == self._batch.id))
        kept = self._pointed_at(building.c.id)
        self._each(
            delete(building).where(building.c.id == bindparam("key")), [key for key in buildings if key not in kept]
        )

    def _remove_people(self) -> None:
        nowhere = person.c.id.not_in(select(occupancy.c.person_id))
        asked = select(person.c.id).where(person.c.batch_id == self._batch.id, nowhere)
        kept = self._pointed_at(person.c.id, _GO_WITH_A_PERSON)
        people = [key for key in self._ids(asked) if key not in kept]
        self._each(delete(phone).where(phone.c.person_id == bindparam("key")), people)
        self._each(delete(person).where(person.c.id == bindparam("key")), people)

    def _pointed_at(self, key: Column[int], go_with_it: Iterable[Table] = ()) -> set[int]:
        """What something points at, in whatever room: a bill, a ticket, a note, a hint for the watch, a payer."""
        tables = [table for table in whole_schema().sorted_tables if table not in set(go_with_it)]
        pointing = [column for table in tables for column in table.c if column.references(key)]
        return {
            one
            for column in pointing
            for one in self._connection.execute(select(column).where(column.is_not(None)).distinct()).scalars()
        }

    def _each(self, statement: Any, keys: Sequence[int]) -> None:
        if keys:
            self._connection.execute(statement, [{"key": key} for key in keys])

    def _ids(self, question: Any) -> list[int]:
        return list(self._connection.execute(question).scalars())

    def _units(self, question: Any) -> list[UnitId]:
        return [UnitId(key) for key in self._ids(question)]

    def _still_there(self, units: Sequence[UnitId]) -> list[UnitId]:
        return [key for ids in in_portions(units) for key in self._units(select(unit.c.id).where(unit.c.id.in_(ids)))]

    def _codes(self, units: Sequence[UnitId]) -> tuple[str, ...]:
        rows = [
            row
            for ids in in_portions(units)
            for row in self._connection.execute(select(unit.c.code, unit.c.sort_key).where(unit.c.id.in_(ids)))
        ]
        return tuple(row.code for row in sorted(rows, key=lambda row: row.sort_key))


def _typed(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name.endswith("_area"):
        return Decimal(value)
    return date.fromisoformat(value) if name == "handover_date" else value
