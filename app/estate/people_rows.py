"""Writing people, their telephones and their occupancies, inside the transaction of the use case."""

from __future__ import annotations

import re
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select, update

from app.core.ids import OccupancyId, PersonId, UnitId, UserId
from app.estate.kinds import OccupancyRole
from app.estate.phones import parse_phone
from app.estate.refusals import AlreadyEnded, EndsBeforeItBegins, NameNeeded, NotInitials
from app.estate.search_terms import squash
from app.estate.tables import occupancy, person, phone
from app.estate.unit_facts import PersonFacts

_INITIALS = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def insert_person(connection: Connection, facts: PersonFacts, at: datetime, by: UserId) -> PersonId:
    """A new person with their telephones. Raises NameNeeded, NotInitials, NotAPhone."""
    row = _person_values(facts) | {"at": at, "by": by}
    key = connection.execute(insert(person).values(row)).inserted_primary_key
    assert key is not None
    _write_phones(connection, PersonId(key[0]), facts, at, by)
    return PersonId(key[0])


def find_person(connection: Connection, facts: PersonFacts) -> PersonId | None:
    """Somebody of the book with this name and one of these telephones: the same person, as an import takes it."""
    numbers = [parse_phone(number) for number in facts.phones]
    there = select(person.c.id).join(phone, phone.c.person_id == person.c.id)
    named = there.where(person.c.name == " ".join(facts.name.split()), phone.c.number.in_(numbers))
    found = connection.execute(named.order_by(person.c.id).limit(1)).scalar() if numbers else None
    return None if found is None else PersonId(found)


def update_person(connection: Connection, person_id: PersonId, facts: PersonFacts, at: datetime, by: UserId) -> None:
    """Write the facts over a person. Raises NameNeeded, NotInitials, NotAPhone."""
    row = _person_values(facts) | {"at": at, "by": by}
    connection.execute(update(person).where(person.c.id == person_id).values(row))
    connection.execute(delete(phone).where(phone.c.person_id == person_id))
    _write_phones(connection, person_id, facts, at, by)


def _person_values(facts: PersonFacts) -> dict[str, object]:
    name = " ".join(facts.name.split())
    if not squash(name):
        raise NameNeeded
    initials = " ".join(facts.initials.lower().split())
    if initials and not _INITIALS.fullmatch(initials):
        raise NotInitials(facts.initials)
    return {"name": name, "initials": initials or None, "note": facts.note.strip()}


def _write_phones(connection: Connection, person_id: PersonId, facts: PersonFacts, at: datetime, by: UserId) -> None:
    numbers = dict.fromkeys(parse_phone(number) for number in facts.phones)
    rows = [
        {"person_id": person_id, "number": number, "position": position, "at": at, "by": by}
        for position, number in enumerate(numbers)
    ]
    if rows:
        connection.execute(insert(phone), rows)


def insert_occupancy(
    connection: Connection,
    unit_id: UnitId,
    person_id: PersonId,
    role: OccupancyRole,
    span: tuple[date | None, date | None],
    stamp: tuple[datetime, UserId],
) -> OccupancyId:
    """A role of a person on a unit over `[since, until)`. Raises EndsBeforeItBegins."""
    since, until = span
    _check_span(since, until)
    row = {"unit_id": unit_id, "person_id": person_id, "role": role, "since": since, "until": until, "note": ""}
    key = connection.execute(insert(occupancy).values(row | {"at": stamp[0], "by": stamp[1]})).inserted_primary_key
    assert key is not None
    return OccupancyId(key[0])


def close_occupancy(connection: Connection, occupancy_id: OccupancyId, until: date) -> UnitId:
    """Give an occupancy its last day (excluded); returns the unit. Raises AlreadyEnded, EndsBeforeItBegins."""
    columns = (occupancy, person.c.name)
    there = select(*columns).join(person, person.c.id == occupancy.c.person_id).where(occupancy.c.id == occupancy_id)
    row = connection.execute(there).one()
    if row.until is not None:
        raise AlreadyEnded(row.name)
    _check_span(row.since, until)
    connection.execute(update(occupancy).where(occupancy.c.id == occupancy_id).values(until=until))
    return UnitId(row.unit_id)


def _check_span(since: date | None, until: date | None) -> None:
    if since is not None and until is not None and until <= since:
        raise EndsBeforeItBegins(since, until)
