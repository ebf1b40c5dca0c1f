"""The estate's book: buildings, units, people on them, plates; every change with who and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, insert, select

from app.access import audit
from app.access.actor import Actor
from app.access.change_settings import change_settings
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import EstateId, OccupancyId, PersonId, UnitId
from app.estate import people_rows, unit_pages, unit_rows
from app.estate.kinds import OccupancyRole
from app.estate.office_facts import OfficeFacts, facts_as_settings, read_office_facts
from app.estate.plates import parse_plate
from app.estate.refusals import EstateExists, NameNeeded, NoEstate, PersonForgotten, UnknownUnit
from app.estate.search_index import in_portions, index_units, index_units_of_person
from app.estate.tables import estate, paid_through, person, plate
from app.estate.unit_code import parse_unit_code
from app.estate.unit_facts import BuildingNode, EstateRow, PersonFacts, UnitFacts, UnitFilter, UnitPage, UnitRow
from app.store.store import Store

Span = tuple[date | None, date | None]
ALWAYS: Span = (None, None)


class Estate:
    """Keeps the book of units and people."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add_estate(self, by: Actor, name: str) -> EstateId:
        """Enter a housing estate. Raises NotPermitted, NameNeeded, EstateExists."""
        by.require(Permission.MANAGE_ESTATE)
        if not name.strip():
            raise NameNeeded
        with self._store.transaction() as connection:
            if connection.execute(select(estate.c.id).where(estate.c.name == name.strip())).first():
                raise EstateExists(name.strip())
            row = insert(estate).values(name=name.strip(), at=self._clock.now(), by=by.id)
            key = connection.execute(row).inserted_primary_key
            assert key is not None
            return EstateId(key[0])

    def estates(self) -> list[EstateRow]:
        """The housing estates in the order in which they were entered."""
        with self._store.reading() as connection:
            rows = connection.execute(select(estate.c.id, estate.c.name).order_by(estate.c.id))
            return [EstateRow(row.id, row.name) for row in rows]

    def office_facts(self) -> OfficeFacts:
        """What the office says of itself on papers."""
        with self._store.reading() as connection:
            return read_office_facts(connection)

    def set_office_facts(self, by: Actor, facts: OfficeFacts) -> None:
        """Change what papers say of the office from now on.

        Raises NotPermitted, SettingTextMissing, SettingTextTooLong.
        """
        with self._store.transaction() as connection:
            change_settings(connection, by, facts_as_settings(facts), self._clock.now())

    def add_unit(self, by: Actor, facts: UnitFacts, estate_id: EstateId | None = None) -> UnitId:
        """Enter a unit, in the first estate unless one is named.

        Raises NotPermitted, NotAUnitCode, UnitExists, NoEstate.
        """
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            place = estate_id or unit_rows.first_estate(connection)
            if place is None:
                raise NoEstate
            unit_id = unit_rows.insert_unit(connection, facts, place, self._clock.now(), by.id)
            index_units(connection, [unit_id])
            return unit_id

    def change_unit(self, by: Actor, unit_id: UnitId, facts: UnitFacts) -> None:
        """Write new facts over a unit; the former ones stay in the audit trail.

        Raises NotPermitted, NotAUnitCode, UnitExists, UnknownUnit.
        """
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            now = self._clock.now()
            changed = unit_rows.update_unit(connection, unit_id, facts, now, by.id)
            if not changed:
                return
            audit.record(connection, "change_unit", facts.code, changed, now, by.id)
            if "code" in changed:
                index_units(connection, [unit_id])

    def add_person(
        self, by: Actor, unit_id: UnitId, who: PersonFacts, role: OccupancyRole, span: Span = ALWAYS
    ) -> PersonId:
        """Enter a person in a role on a unit, over `[since, until)`; the same name and telephone is the same person.

        Raises NotPermitted, NameNeeded, NotInitials, NotAPhone, EndsBeforeItBegins.
        """
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            known = people_rows.find_person(connection, who)
            person_id = known or people_rows.insert_person(connection, who, self._clock.now(), by.id)
            self.add_role(by, unit_id, person_id, role, span)
            return person_id

    def add_role(
        self, by: Actor, unit_id: UnitId, person_id: PersonId, role: OccupancyRole, span: Span = ALWAYS
    ) -> OccupancyId:
        """Give a known person a role on a unit. Raises NotPermitted, EndsBeforeItBegins."""
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            stamp = (self._clock.now(), by.id)
            occupancy_id = people_rows.insert_occupancy(connection, unit_id, person_id, role, span, stamp)
            index_units(connection, [unit_id])
            return occupancy_id

    def change_person(self, by: Actor, person_id: PersonId, who: PersonFacts) -> None:
        """Write new facts over a person; name and number of telephones before stay in the audit trail.

        Raises NotPermitted, PersonForgotten, NameNeeded, NotInitials, NotAPhone.
        """
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            now = self._clock.now()
            before = connection.execute(select(person).where(person.c.id == person_id)).one()
            if before.forgotten_at is not None:
                raise PersonForgotten
            people_rows.update_person(connection, person_id, who, now, by.id)
            facts = {"id": person_id, "before": before.name, "initials_before": before.initials}
            audit.record(connection, "change_person", who.name, facts, now, by.id)
            index_units_of_person(connection, person_id)

    def end_occupancy(self, by: Actor, occupancy_id: OccupancyId, until: date) -> None:
        """Let a role end; `until` is the first day on which it holds no more.

        Raises NotPermitted, AlreadyEnded, EndsBeforeItBegins.
        """
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            unit_id = people_rows.close_occupancy(connection, occupancy_id, until)
            facts = {"occupancy": occupancy_id, "until": until.isoformat()}
            audit.record(connection, "end_occupancy", str(unit_id), facts, self._clock.now(), by.id)

    def add_plate(self, by: Actor, unit_id: UnitId, number: str) -> None:
        """Enter a number plate of a unit; one already there stays as it is. Raises NotPermitted, NotAPlate."""
        by.require(Permission.MANAGE_ESTATE)
        kept = parse_plate(number)
        with self._store.transaction() as connection:
            there = select(plate.c.id).where(plate.c.unit_id == unit_id, plate.c.number == kept)
            if connection.execute(there).first() is None:
                row = insert(plate).values(unit_id=unit_id, number=kept, at=self._clock.now(), by=by.id)
                connection.execute(row)
                index_units(connection, [unit_id])

    def remove_plate(self, by: Actor, plate_id: int) -> None:
        """Take a number plate off its unit; the audit trail keeps it. Raises NotPermitted."""
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            row = connection.execute(select(plate).where(plate.c.id == plate_id)).one()
            connection.execute(delete(plate).where(plate.c.id == plate_id))
            facts = {"unit": row.unit_id, "number": row.number}
            audit.record(connection, "remove_plate", row.number, facts, self._clock.now(), by.id)
            index_units(connection, [row.unit_id])

    def tree(self) -> list[BuildingNode]:
        """Buildings and entrances in order, with counts of units."""
        with self._store.reading() as connection:
            return unit_pages.read_tree(connection)

    def units(self, wanted: UnitFilter | None = None) -> list[UnitRow]:
        """Units in building order, all or those of a filter."""
        with self._store.reading() as connection:
            return unit_pages.read_units(connection, wanted or UnitFilter(), self._clock.now().date())

    def unit_page(self, unit_id: UnitId) -> UnitPage:
        """Everything the book says of one unit; telephones masked. Raises UnknownUnit."""
        with self._store.reading() as connection:
            return unit_pages.read_unit_page(connection, unit_id, self._clock.now().date())

    def unit_named(self, code: str) -> UnitId:
        """The unit that a code in any spelling means. Raises NotAUnitCode, UnknownUnit."""
        with self._store.reading() as connection:
            found = unit_rows.find_unit(connection, parse_unit_code(code))
        if found is None:
            raise UnknownUnit(code.strip())
        return found

    def person(self, by: Actor, person_id: PersonId) -> PersonFacts:
        """A person with telephones unmasked, for the form or for F3; every look is kept in the audit trail.

        Raises NotPermitted.
        """
        by.require(Permission.UNMASK_PHONE)
        with self._store.transaction() as connection:
            row = connection.execute(select(person).where(person.c.id == person_id)).one()
            numbers = unit_pages.read_phones(connection, [person_id])[person_id]
            audit.record(connection, "unmask_phone", row.name, {"person": person_id}, self._clock.now(), by.id)
            return PersonFacts(row.name, tuple(numbers), row.note, row.initials or "")

    def paid_through(self, unit_ids: Sequence[UnitId]) -> dict[tuple[UnitId, str], date]:
        """First day not yet paid for by unit and fee item (empty: every item), as the office's sheet said."""
        found: dict[tuple[UnitId, str], date] = {}
        with self._store.reading() as connection:
            for ids in in_portions(unit_ids):
                asked = select(paid_through).where(paid_through.c.unit_id.in_(ids)).order_by(paid_through.c.id)
                found |= {(row.unit_id, row.fee_item): row.until for row in connection.execute(asked)}
        return found
