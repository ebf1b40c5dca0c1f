"""People who were trapped, hurt or missing: taken down once, and shown with name and telephone hidden."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import UnitId
from app.core.show import mask_phone
from app.estate.tables import unit
from app.incidents.attached.marks import name_mark, person_mark
from app.incidents.attached.mistakes import Mistake, take_off
from app.incidents.attached.refusals import NobodyTold
from app.incidents.running.entry import EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import Line
from app.incidents.tables import incident_person
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class PersonTold:
    """What somebody says of themselves, or what is seen; `consents` that it may be kept for insurance and enquiries."""

    name: str = ""
    phone: str = ""
    unit_id: UnitId | None = None
    condition: str = ""
    consents: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; name and telephone are hidden unless they were asked for by name. `unit` is its code, or ""."""

    id: int
    name: str
    phone: str
    unit: str
    condition: str
    consents: bool
    at: datetime


class IncidentPeople:
    """Each person is a row, and a line of the log without a name: what is written there can never be taken away."""

    def __init__(self, store: Store, clock: Clock, incidents: Incidents) -> None:
        self._store = store
        self._clock = clock
        self._incidents = incidents

    def add(self, by: Actor, incident_id: int, told: PersonTold) -> int:
        """Take somebody down; the row's id. Raises NotPermitted, IncidentUnknown, IncidentClosed, NobodyTold."""
        tidy = replace(told, name=_tidy(told.name), phone=_tidy(told.phone), condition=_tidy(told.condition))
        if not (tidy.name or tidy.condition):
            raise NobodyTold
        with self._store.transaction() as connection:
            person_id = insert_row(
                connection,
                incident_person,
                incident_id=incident_id,
                name=tidy.name,
                phone=tidy.phone,
                unit_id=tidy.unit_id,
                condition=tidy.condition,
                consents=tidy.consents,
                at=self._clock.now(),
                by=by.id,
            )
            seen = person_mark(tidy.unit_id, tidy.condition, tidy.consents)
            facts = {"person": person_id, "mark": seen, "who": name_mark(person_id, tidy.name, tidy.phone)}
            self._incidents.tell(by, incident_id, Line(EntryKind.PERSON, facts=facts))
            return person_id

    def of(self, incident_id: int) -> tuple[PersonRow, ...]:
        """Everybody who was taken down and not taken off, hidden, in the order in which they came."""
        return tuple(_hidden(row) for row in self._rows(incident_id))

    def unmasked(self, by: Actor, incident_id: int) -> tuple[PersonRow, ...]:
        """The same with names and telephones; every look is kept in the audit trail. Raises NotPermitted."""
        by.require(Permission.UNMASK_PHONE)
        with self._store.transaction() as connection:
            facts = {"incident": incident_id}
            audit.record(connection, "unmask_incident_people", str(incident_id), facts, self._clock.now(), by.id)
        return tuple(_row(row) for row in self._rows(incident_id))

    def take_off(self, by: Actor, person_id: int, why: str = "") -> None:
        """It was a mistake: name and telephone go, the row stays, the log says so in a line. Raises NotPermitted."""
        mistake = Mistake("person", incident_person, person_id, why, {"name": "", "phone": ""})
        with self._store.transaction() as connection:
            take_off(connection, self._incidents, by, self._clock.now(), mistake)

    def _rows(self, incident_id: int) -> list[Row[Any]]:
        with self._store.reading() as connection:
            return list(connection.execute(_of(incident_id)))


def _of(incident_id: int) -> Select[Any]:
    return (
        select(incident_person, unit.c.code.label("unit"))
        .join_from(incident_person, unit, unit.c.id == incident_person.c.unit_id, isouter=True)
        .where(incident_person.c.incident_id == incident_id, incident_person.c.taken_off_at.is_(None))
        .order_by(incident_person.c.id)
    )


def _row(row: Row[Any]) -> PersonRow:
    return PersonRow(row.id, row.name, row.phone, row.unit or "", row.condition, row.consents, row.at)


def _hidden(row: Row[Any]) -> PersonRow:
    plain = _row(row)
    return replace(plain, name=mask_name(plain.name), phone=mask_phone(plain.phone) if plain.phone else "")


def mask_name(name: str) -> str:
    """The family name, the rest hidden: 周敏 → 周*."""
    return name[:1] + "*" * max(len(name) - 1, 1) if name else ""


def _tidy(text: str) -> str:
    return " ".join(text.split())
