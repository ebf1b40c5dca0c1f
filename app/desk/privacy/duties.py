"""What stands against forgetting somebody: a role, money on either side, work under way, a time to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from app.core.ids import UnitId
from app.core.money import NOTHING, total
from app.counter.deposits.held import held_on_charges
from app.counter.payments.credit_used import credit_held
from app.counter.tables import payment
from app.desk.privacy.linked import Linked
from app.desk.privacy.person_facts import Duty, DutyKind
from app.desk.privacy.retention import kept_until
from app.desk.privacy.settings import KEEP_INCIDENT_PEOPLE, KEEP_PEOPLE, KEEP_REPORTS
from app.estate.kinds import OccupancyRole
from app.estate.tables import occupancy, unit
from app.fees.charges import open_charges
from app.fees.tables import allocation
from app.incidents.number import incident_number
from app.incidents.tables import incident, incident_person
from app.store.settings import read_choice
from app.tickets.kinds import OVER, State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry, ticket_reporter

_PAYS = frozenset({OccupancyRole.OWNER.value, OccupancyRole.TENANT.value, OccupancyRole.PAYER.value})


def duties_of(connection: Connection, who: Linked, today: date) -> tuple[Duty, ...]:
    """Every reason why this person cannot be forgotten today."""
    roles = _roles(connection, who)
    found = [*_standing(roles, today), *_money(connection, who, roles, today), *_tickets(connection, who, today)]
    found += [*_incidents(connection, who, today), *_kept(connection, who, roles, today)]
    return tuple(found)


def _roles(connection: Connection, who: Linked) -> Sequence[Row[Any]]:
    there = select(occupancy, unit.c.code).join(unit, unit.c.id == occupancy.c.unit_id)
    return connection.execute(there.where(occupancy.c.person_id == who.id).order_by(unit.c.sort_key)).all()


def _standing(roles: Sequence[Row[Any]], today: date) -> Iterator[Duty]:
    codes = dict.fromkeys(row.code for row in roles if row.until is None or row.until > today)
    yield from (Duty(DutyKind.ROLE, code) for code in codes)


def _money(connection: Connection, who: Linked, roles: Sequence[Row[Any]], today: date) -> Iterator[Duty]:
    codes = {row.unit_id: row.code for row in roles}
    paying = [row for row in roles if row.role in _PAYS]
    owed = dict.fromkeys(who.units, NOTHING)
    for one in open_charges(connection, who.units, today):
        if any(row.unit_id == one.unit_id and _falls_in(one.first or one.due_on, row) for row in paying):
            owed[one.unit_id] += one.outstanding + one.late_fee_owed
    yield from (Duty(DutyKind.OWED, codes[place], sum_) for place, sum_ in owed.items() if sum_ != NOTHING)
    empty = [place for place in who.units if not _somebody_else(connection, who, place, today)]
    for place, held in credit_held(connection, empty).items():
        if held != NOTHING:
            yield Duty(DutyKind.CREDIT, codes[place], held)
    met = select(allocation.c.charge_id).where(allocation.c.payment_id.in_(who.payments))
    deposits = held_on_charges(connection, list(connection.execute(met).scalars()))
    for code in dict.fromkeys(one.unit for one in deposits):
        held = total(one.held for one in deposits if one.unit == code)
        if held != NOTHING:
            yield Duty(DutyKind.DEPOSIT, code, held)


def _falls_in(day: date, role: Row[Any]) -> bool:
    return (role.since is None or day >= role.since) and (role.until is None or day < role.until)


def _somebody_else(connection: Connection, who: Linked, place: UnitId, today: date) -> bool:
    return bool(others_on(connection, who, [place], today))


def others_on(connection: Connection, who: Linked, places: Sequence[UnitId], today: date) -> set[UnitId]:
    """On which of these units somebody else has a role today."""
    stands = or_(occupancy.c.until.is_(None), occupancy.c.until > today)
    asked = select(occupancy.c.unit_id).where(occupancy.c.unit_id.in_(places), occupancy.c.person_id != who.id, stands)
    return set(connection.execute(asked).scalars())


def _tickets(connection: Connection, who: Linked, today: date) -> Iterator[Duty]:
    ended = select(func.max(ticket_entry.c.happened_at)).where(ticket_entry.c.ticket_id == ticket.c.id)
    asked = (
        select(
            ticket.c.day, ticket.c.serial, ticket.c.state, ticket.c.closed_at, ended.scalar_subquery().label("ended")
        )
        .join(ticket_reporter, ticket_reporter.c.ticket_id == ticket.c.id)
        .where(ticket_reporter.c.id.in_(who.reporters), ticket_reporter.c.taken_off_at.is_(None))
        .distinct()
    )
    years = read_choice(connection, KEEP_REPORTS)
    for row in connection.execute(asked.order_by(ticket.c.day, ticket.c.serial)):
        number = ticket_number(row.day, row.serial)
        until = kept_until((row.closed_at or row.ended).date(), years)
        if State(row.state) not in OVER:
            yield Duty(DutyKind.TICKET, number)
        elif until > today:
            yield Duty(DutyKind.REPORT_KEPT, number, until=until)


def _incidents(connection: Connection, who: Linked, today: date) -> Iterator[Duty]:
    there = incident.join(incident_person, incident_person.c.incident_id == incident.c.id)
    asked = select(incident).select_from(there).where(incident_person.c.id.in_(who.told)).distinct()
    years = read_choice(connection, KEEP_INCIDENT_PEOPLE)
    for row in connection.execute(asked.order_by(incident.c.id)):
        number = incident_number(row.day, row.serial, is_drill=row.is_drill)
        until = kept_until(row.started_at.date(), years)
        if row.closed_at is None:
            yield Duty(DutyKind.INCIDENT, number)
        elif until > today:
            yield Duty(DutyKind.INCIDENT_KEPT, number, until=until)


def _kept(connection: Connection, who: Linked, roles: Sequence[Row[Any]], today: date) -> Iterator[Duty]:
    """The time to keep begins with the last role or payment; it says nothing while a role stands."""
    if any(row.until is None or row.until > today for row in roles):
        return
    paid = connection.execute(select(func.max(payment.c.day)).where(payment.c.payer_id == who.id)).scalar()
    last = max((day for day in (*(row.until for row in roles), paid) if day is not None), default=None)
    if last is None:
        return
    until = kept_until(last, read_choice(connection, KEEP_PEOPLE))
    if until > today:
        yield Duty(DutyKind.KEPT, until=until)
