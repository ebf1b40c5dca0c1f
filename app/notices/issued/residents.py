"""What the book knows of residents, so that none of it is ever posted."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.estate.kinds import UnitKind
from app.estate.office_facts import read_office_facts
from app.estate.tables import person, phone, unit
from app.notices.checks.private import Private, digits_of


def read_private(connection: Connection) -> Private:
    """Names, telephone numbers and rooms; the office's own numbers are no secret."""
    office = read_office_facts(connection)
    homes = select(unit.c.code).where(unit.c.kind == UnitKind.HOME.value)
    return Private(
        names=frozenset(name.strip() for name in _texts(connection, select(person.c.name)) if len(name.strip()) > 1),
        phones=frozenset(digits_of(number) for number in _texts(connection, select(phone.c.number))),
        rooms=frozenset(_texts(connection, homes)),
        own=frozenset(digits_of(number) for number in (office.telephone, office.complaint_telephone)),
    )


def _texts(connection: Connection, asked: object) -> list[str]:
    return list(connection.execute(asked).scalars())  # type: ignore[call-overload]  # any select of one text column
