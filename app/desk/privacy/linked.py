"""Which rows of other rooms are a person's without doubt: by the book's key, by telephone, by name on their unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from app.core.ids import PersonId, UnitId
from app.counter.tables import payment, receipt
from app.desk.privacy.refusals import PersonGone
from app.estate.tables import occupancy, person, phone
from app.incidents.tables import incident_person
from app.tickets.tables import ticket_reporter


@dataclass(frozen=True, slots=True)
class Linked:
    """A person of the book with telephones, units, and the keys of what is theirs; `alone`: tickets of nobody else."""

    id: PersonId
    name: str
    phones: tuple[str, ...]
    units: tuple[UnitId, ...]
    reporters: tuple[int, ...]
    tickets: tuple[int, ...]
    alone: tuple[int, ...]
    told: tuple[int, ...]
    receipts: tuple[int, ...]
    payments: tuple[int, ...]


def linked_to(connection: Connection, person_id: PersonId) -> Linked:
    """Who it is and what is theirs. Raises PersonGone."""
    asked = select(person.c.name).where(person.c.id == person_id, person.c.forgotten_at.is_(None))
    name = connection.execute(asked).scalar()
    if name is None:
        raise PersonGone
    numbers = select(phone.c.number).where(phone.c.person_id == person_id).order_by(phone.c.position)
    phones = list(connection.execute(numbers).scalars())
    lived = select(occupancy.c.unit_id).where(occupancy.c.person_id == person_id).distinct()
    units = list(connection.execute(lived).scalars())
    by_words = _by_words(ticket_reporter.c, name, _own(connection, person_id, phones), units)
    mine = or_(ticket_reporter.c.person_id == person_id, and_(ticket_reporter.c.person_id.is_(None), by_words))
    reporters = connection.execute(select(ticket_reporter.c.id, ticket_reporter.c.ticket_id).where(mine)).all()
    told = select(incident_person.c.id).where(
        _by_words(incident_person.c, name, _own(connection, person_id, phones), units)
    )
    paid = list(connection.execute(select(payment.c.id).where(payment.c.payer_id == person_id)).scalars())
    keys = [row.id for row in reporters]
    tickets = {row.ticket_id for row in reporters}
    others = select(ticket_reporter.c.ticket_id).where(
        ticket_reporter.c.ticket_id.in_(tickets),
        ticket_reporter.c.id.not_in(keys),
        ticket_reporter.c.taken_off_at.is_(None),
    )
    alone = tickets - set(connection.execute(others).scalars())
    papers = select(receipt.c.id).where(receipt.c.payment_id.in_(paid))
    return Linked(
        person_id,
        name,
        tuple(phones),
        tuple(units),
        tuple(keys),
        tuple(sorted(tickets)),
        tuple(sorted(alone)),
        tuple(connection.execute(told).scalars()),
        tuple(connection.execute(papers).scalars()),
        tuple(paid),
    )


def _own(connection: Connection, person_id: PersonId, phones: Sequence[str]) -> list[str]:
    """The numbers that nobody else of the book has: a family's telephone is not one person's."""
    others = select(phone.c.number).where(phone.c.number.in_(phones), phone.c.person_id != person_id)
    shared = set(connection.execute(others).scalars())
    return [number for number in phones if number not in shared]


def _by_words(columns: object, name: str, phones: Sequence[str], units: Sequence[UnitId]) -> ColumnElement[bool]:
    """Written down by words only: their number, or their name together with their unit."""
    named: ColumnElement[str] = columns.name  # type: ignore[attr-defined]
    number: ColumnElement[str] = columns.phone  # type: ignore[attr-defined]
    place: ColumnElement[int] = columns.unit_id  # type: ignore[attr-defined]
    there = and_(func.trim(named) == name, place.in_(units)) if units else false()
    return or_(number.in_(phones), there) if phones else there
