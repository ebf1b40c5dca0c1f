"""The call list of the office: written, tried and taken off by those who keep the plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, func, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.contacts.contact import Contact
from app.incidents.contacts.contact_list import ContactCounts, ContactLine, contact_lines, count_lines
from app.incidents.contacts.contact_rule import ContactFacts, checked_facts, keeps_its_confirmation
from app.incidents.contacts.read_contacts import contacts_to_call, read_contacts
from app.incidents.contacts.refusals import ContactChangedMeanwhile, ContactIsFixed, ContactUnwritten
from app.incidents.kept_plans.plans import Plans
from app.incidents.plans.contacts import KNOWN_CONTACTS
from app.incidents.tables import plan_contact
from app.store.rows import insert_row
from app.store.store import Store

WROTE, CONFIRMED, TOOK_OFF = "write_contact", "confirm_contact", "take_off_contact"
OWN = "own-"


class Contacts:
    """Every act needs MANAGE_PLANS; a changed number is a new row and the old one is retired."""

    def __init__(self, store: Store, clock: Clock, plans: Plans) -> None:
        self._store = store
        self._clock = clock
        self._plans = plans

    def lines(self) -> tuple[ContactLine, ...]:
        """Every party with the plans that call it, the missing numbers first."""
        plans = self._plans.in_use()
        with self._store.reading() as connection:
            return contact_lines(read_contacts(connection).values(), plans, self._today())

    def counts(self) -> ContactCounts:
        """How many numbers are missing, and how many were last tried more than 90 days ago."""
        return count_lines(self.lines())

    def to_call(self, keys: Iterable[str], since: datetime | None = None) -> tuple[Contact, ...]:
        """The parties of a plan in its order, then 119, 120, 110; `since` is the start of a running incident."""
        with self._store.reading() as connection:
            return contacts_to_call(connection, keys, since)

    def paper(self) -> bytes:
        """The call list and the organisation as a PDF to hang up; private numbers only by the office's choice.

        Raises TextDoesNotFit.
        """
        from app.incidents.papers.call_list import call_list_pdf  # noqa: PLC0415 - the drawing library
        from app.incidents.papers.read_booklet import read_booklet  # noqa: PLC0415 - the drawing library

        with self._store.reading() as connection:
            facts = read_booklet(connection, self._clock.now())
        return call_list_pdf(facts)

    def write(self, by: Actor, key: str, facts: ContactFacts, seen: int | None = None) -> int:
        """Write the number of a party; `seen` is the row that the person changes, none for the first; the new row's id.

        Raises NotPermitted, ContactIsFixed, ContactNeedsName, ContactNeedsNumber, CallNumberUnreadable,
        ContactChangedMeanwhile.
        """
        by.require(Permission.MANAGE_PLANS)
        if key in KNOWN_CONTACTS and KNOWN_CONTACTS[key].fixed:
            raise ContactIsFixed(key)
        checked = checked_facts(key, facts)
        with self._store.transaction() as connection:
            before = read_contacts(connection).get(key)
            held = None if before is None else before.id
            if held != seen:
                raise ContactChangedMeanwhile(key)
            return self._write(connection, by, key, checked, before)

    def add(self, by: Actor, facts: ContactFacts) -> str:
        """Add a party of the office's own; its key. Raises what `write` raises."""
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            keys = select(func.count(plan_contact.c.key.distinct())).where(plan_contact.c.key.startswith(OWN))
            key = f"{OWN}{connection.execute(keys).scalar_one() + 1}"
            self._write(connection, by, key, checked_facts(key, facts), None)
            return key

    def confirm(self, by: Actor, key: str) -> None:
        """The number was tried today, or the usual one of the country is right here too.

        Raises NotPermitted, ContactIsFixed, ContactUnwritten.
        """
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            held = self._held(connection, key)
            if held.id is None:
                facts = ContactFacts("", held.proposed)
                self._write(connection, by, key, facts, held, confirmed_on=self._today())
                return
            values = {"confirmed_on": self._today(), "confirmed_by": by.id}
            connection.execute(update(plan_contact).where(plan_contact.c.id == held.id).values(**values))
            self._tell(connection, by, CONFIRMED, key, {"number": held.number, "before": str(held.confirmed_on)})

    def take_off(self, by: Actor, key: str) -> None:
        """Call this number no more; running incidents still show it. Raises NotPermitted, ContactIsFixed, Unwritten."""
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            held = self._held(connection, key)
            if held.id is None:
                raise ContactUnwritten(key)
            self._retire(connection, held.id)
            self._tell(connection, by, TOOK_OFF, key, {"number": held.number, "name": held.name})

    def _held(self, connection: Connection, key: str) -> Contact:
        """A party that the office has written, or whose usual number it may take over."""
        held = read_contacts(connection).get(key)
        if held is None or (held.id is None and not held.proposed and not held.fixed):
            raise ContactUnwritten(key)
        if held.fixed:
            raise ContactIsFixed(key)
        return held

    def _write(
        self,
        connection: Connection,
        by: Actor,
        key: str,
        facts: ContactFacts,
        before: Contact | None,
        confirmed_on: date | None = None,
    ) -> int:
        stands = before is not None and before.id is not None and keeps_its_confirmation(before, facts)
        position, confirmed = self._place(connection, key)
        if before is not None and before.id is not None:
            self._retire(connection, before.id)
        written = insert_row(
            connection,
            plan_contact,
            key=key,
            name=facts.name,
            number=facts.number,
            deputy=facts.deputy,
            deputy_number=facts.deputy_number,
            private=facts.private,
            position=position,
            confirmed_on=confirmed_on or (before.confirmed_on if before is not None and stands else None),
            confirmed_by=by.id if confirmed_on else (confirmed if stands else None),
            retired_at=None,
            at=self._clock.now(),
            by=by.id,
        )
        was = "" if before is None else before.number
        self._tell(connection, by, WROTE, key, {"number": facts.number, "before": was})
        return written

    def _place(self, connection: Connection, key: str) -> tuple[int, int | None]:
        """Where the party stands in the list and who confirmed it, both from its row in use."""
        in_use = select(plan_contact.c.position, plan_contact.c.confirmed_by).where(
            plan_contact.c.key == key, plan_contact.c.retired_at.is_(None)
        )
        row = connection.execute(in_use).first()
        if row is not None:
            return row.position, row.confirmed_by
        if key in KNOWN_CONTACTS:
            return list(KNOWN_CONTACTS).index(key), None
        last: int | None = connection.execute(select(func.max(plan_contact.c.position))).scalar()
        return max(last or 0, len(KNOWN_CONTACTS)) + 1, None

    def _retire(self, connection: Connection, row_id: int) -> None:
        gone = update(plan_contact).where(plan_contact.c.id == row_id).values(retired_at=self._clock.now())
        connection.execute(gone)

    def _tell(self, connection: Connection, by: Actor, what: str, key: str, facts: Mapping[str, object]) -> None:
        audit.record(connection, what, key, facts, self._clock.now(), by.id)

    def _today(self) -> date:
        return self._clock.now().date()
