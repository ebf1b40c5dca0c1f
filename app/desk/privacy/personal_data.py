"""The person's rights at the office's desk: to see what is held, to have it corrected, to be forgotten."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import or_, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import PersonId
from app.core.typed_text import searched
from app.desk.privacy.duties import duties_of
from app.desk.privacy.find_people import find_people, person_lines
from app.desk.privacy.forget import forget
from app.desk.privacy.held_facts import HeldFacts
from app.desk.privacy.held_sheet import held_pages
from app.desk.privacy.linked import linked_to
from app.desk.privacy.person_facts import Held, PersonLine
from app.desk.privacy.read_held import held_rows
from app.desk.privacy.refusals import StillNeeded
from app.estate.office_facts import read_office_facts
from app.estate.registry import Estate
from app.estate.tables import occupancy, person
from app.estate.unit_facts import PersonFacts
from app.sheets.write_list import write_list
from app.store.store import Store

MOST_DUE = 200


class PersonalData:
    """Every use case needs HANDLE_PERSONAL_DATA; every look and every act is kept in the audit trail."""

    def __init__(self, store: Store, clock: Clock, estate: Estate) -> None:
        self._store, self._clock, self._estate = store, clock, estate

    def find(self, by: Actor, text: str) -> tuple[PersonLine, ...]:
        """People by name, initials, telephone or unit; telephones masked. Raises NotPermitted."""
        by.require(Permission.HANDLE_PERSONAL_DATA)
        with self._store.reading() as connection:
            return find_people(connection, searched(text), self._clock.now().date())

    def due(self, by: Actor) -> tuple[PersonLine, ...]:
        """Who moved out so long ago that nothing stands against forgetting them any more. Raises NotPermitted."""
        by.require(Permission.HANDLE_PERSONAL_DATA)
        today = self._clock.now().date()
        stands = or_(occupancy.c.until.is_(None), occupancy.c.until > today)
        here = select(occupancy.c.person_id).where(stands)
        was_here = select(occupancy.c.person_id)
        with self._store.reading() as connection:
            asked = select(person.c.id, person.c.name).where(
                person.c.forgotten_at.is_(None), person.c.id.not_in(here), person.c.id.in_(was_here)
            )
            gone = connection.execute(asked.order_by(person.c.id)).tuples()
            free = [row for row in gone if not duties_of(connection, linked_to(connection, PersonId(row[0])), today)]
            return person_lines(connection, free[:MOST_DUE], today)

    def held(self, by: Actor, person_id: PersonId) -> Held:
        """Everything, unmasked, and what stands against forgetting them. Raises NotPermitted, PersonGone."""
        held = self._read(by, person_id)
        self._record(by, "show_personal_data", held, {})
        return held

    def for_paper(self, by: Actor, person_id: PersonId) -> HeldFacts:
        """What is handed to the person on paper: only what is theirs without doubt. Raises NotPermitted, PersonGone."""
        held = self._read(by, person_id)
        self._record(by, "export_personal_data", held, {"kind": "paper"})
        with self._store.reading() as connection:
            return HeldFacts(read_office_facts(connection), by.name, held)

    def export(self, by: Actor, person_id: PersonId, path: Path) -> None:
        """The same as a workbook. Raises NotPermitted, PersonGone, SheetUnreadable."""
        held = self._read(by, person_id)
        write_list(path, held_pages(held))
        self._record(by, "export_personal_data", held, {"kind": "sheet", "file": path.name})

    def facts(self, by: Actor, person_id: PersonId) -> PersonFacts:
        """Name, telephones, note and initials to be corrected; the look is kept. Raises NotPermitted."""
        by.require(Permission.HANDLE_PERSONAL_DATA)
        return self._estate.person(by, person_id)

    def correct(self, by: Actor, person_id: PersonId, who: PersonFacts) -> None:
        """Write what the person says is right over the register.

        Raises NotPermitted, PersonGone, NameNeeded, NotInitials, NotAPhone.
        """
        by.require(Permission.HANDLE_PERSONAL_DATA)
        with self._store.transaction() as connection:
            linked_to(connection, person_id)
            self._estate.change_person(by, person_id, who)

    def forget(self, by: Actor, person_id: PersonId) -> None:
        """Name, telephones, notes and drafts go; receipts, the journal and the trail of acts stay.

        Raises NotPermitted, PersonGone, StillNeeded.
        """
        by.require(Permission.HANDLE_PERSONAL_DATA)
        now = self._clock.now()
        with self._store.transaction() as connection:
            who = linked_to(connection, person_id)
            duties = duties_of(connection, who, now.date())
            if duties:
                raise StillNeeded(who.name, duties)
            forget(connection, who, now, by.id)
            facts = {"person": person_id, "tickets": len(who.tickets), "phones": len(who.phones)}
            audit.record(connection, "forget_person", str(person_id), facts, now, by.id)

    def _read(self, by: Actor, person_id: PersonId) -> Held:
        by.require(Permission.HANDLE_PERSONAL_DATA)
        now = self._clock.now()
        with self._store.reading() as connection:
            who = linked_to(connection, person_id)
            rows = held_rows(connection, who, now.date())
            return Held(person_id, who.name, rows, duties_of(connection, who, now.date()), now)

    def _record(self, by: Actor, action: str, held: Held, more: dict[str, object]) -> None:
        facts = {"person": held.id, "rows": len(held.rows)} | more
        with self._store.transaction() as connection:
            audit.record(connection, action, held.name, facts, self._clock.now(), by.id)
