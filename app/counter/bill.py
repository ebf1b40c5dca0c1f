"""The bill of one unit as the counter shows it: who, what is owed as of today, what was paid lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import PersonId, UnitId
from app.core.money import NOTHING, Money
from app.counter.issue_receipt import credit_of
from app.counter.receipt_book import next_label
from app.counter.receipt_list import ReceiptRow, receipts_of_unit
from app.counter.rules import CounterRules, read_rules
from app.counter.tables import payment, shift, unit_opened
from app.estate.kinds import OccupancyRole
from app.estate.registry import Estate
from app.estate.tables import unit
from app.estate.unit_facts import UnitPage
from app.fees.charges import OpenCharge, open_charges
from app.store.store import Store

MOST_RECENT = 10
PAST_PAYMENTS = 8


@dataclass(frozen=True, slots=True)
class Payer:
    """Someone who may stand at the counter for this unit."""

    person_id: PersonId | None
    name: str
    role: OccupancyRole | None


@dataclass(frozen=True, slots=True)
class Bill:
    """One reading of a unit's account on `day`; `client_id` makes its payment unique."""

    client_id: str
    day: date
    unit: UnitPage
    payers: tuple[Payer, ...]
    due: tuple[OpenCharge, ...]
    not_due: tuple[OpenCharge, ...]
    credit: Money
    past: tuple[ReceiptRow, ...]
    next_label: str
    rules: CounterRules


@dataclass(frozen=True, slots=True)
class RecentUnit:
    """A unit opened in this shift, newest first; `paid` is what it paid in the shift."""

    unit_id: UnitId
    code: str
    at: datetime
    paid: Money


class Bills:
    """Opening bills, and remembering which were opened."""

    def __init__(self, store: Store, clock: Clock, estate: Estate) -> None:
        self._store = store
        self._clock = clock
        self._estate = estate

    def open(self, unit_id: UnitId) -> Bill:
        """Read the unit's account as of today. Raises UnknownUnit."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            page = self._estate.unit_page(unit_id)
            charges = open_charges(connection, [unit_id], today)
            return Bill(
                client_id=str(uuid4()),
                day=today,
                unit=page,
                payers=payers_of(page),
                due=tuple(one for one in charges if one.due_on <= today),
                not_due=tuple(one for one in charges if one.due_on > today),
                credit=credit_of(connection, unit_id),
                past=receipts_of_unit(connection, unit_id, PAST_PAYMENTS),
                next_label=next_label(connection),
                rules=read_rules(connection),
            )

    def note_opened(self, by: Actor, unit_id: UnitId) -> None:
        """Remember that the unit was opened in the person's shift; without an open shift nothing is remembered."""
        with self._store.transaction() as connection:
            shift_id = _open_shift_id(connection, by)
            if shift_id is not None:
                values = {"shift_id": shift_id, "unit_id": unit_id, "at": self._clock.now(), "by": by.id}
                connection.execute(insert(unit_opened).values(**values))

    def recent(self, by: Actor) -> list[RecentUnit]:
        """The last ten units opened in the person's shift."""
        with self._store.reading() as connection:
            shift_id = _open_shift_id(connection, by)
            return [] if shift_id is None else _recent(connection, shift_id)


def payers_of(page: UnitPage) -> tuple[Payer, ...]:
    """Who is likely to pay, the likeliest first: payer, owner, tenant, then the rest of those who live there."""
    order = [OccupancyRole.PAYER, OccupancyRole.OWNER, OccupancyRole.TENANT]
    present = [person for person in page.people if not person.former]
    present.sort(key=lambda person: order.index(person.role) if person.role in order else len(order))
    seen: dict[PersonId, Payer] = {}
    for person in present:
        seen.setdefault(person.person_id, Payer(person.person_id, person.name, person.role))
    return tuple(seen.values())


def _open_shift_id(connection: Connection, by: Actor) -> int | None:
    mine = select(shift.c.id).where(shift.c.user_id == by.id, shift.c.closed_at.is_(None))
    return connection.execute(mine.order_by(shift.c.id).limit(1)).scalar()


def _recent(connection: Connection, shift_id: int) -> list[RecentUnit]:
    newest = func.max(unit_opened.c.at).label("newest")
    last = func.max(unit_opened.c.id)
    rows = connection.execute(
        select(unit_opened.c.unit_id, unit.c.code, newest)
        .join_from(unit_opened, unit, unit.c.id == unit_opened.c.unit_id)
        .where(unit_opened.c.shift_id == shift_id)
        .group_by(unit_opened.c.unit_id, unit.c.code)
        .order_by(last.desc())
        .limit(MOST_RECENT)
    ).all()
    paid = _paid_in(connection, shift_id, [row.unit_id for row in rows])
    return [RecentUnit(UnitId(row.unit_id), row.code, row.newest, paid.get(row.unit_id, NOTHING)) for row in rows]


def _paid_in(connection: Connection, shift_id: int, unit_ids: Sequence[int]) -> dict[int, Money]:
    sums = (
        select(payment.c.unit_id, func.sum(payment.c.allocated + payment.c.credited).label("paid"))
        .where(payment.c.shift_id == shift_id, payment.c.unit_id.in_(unit_ids))
        .group_by(payment.c.unit_id)
    )
    return {row.unit_id: row.paid for row in connection.execute(sums)}
