"""The bill of one unit as the counter shows it: who, what is owed as of today, what was paid lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import insert

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import PersonId, UnitId
from app.core.money import Money
from app.counter.receipts.issue_receipt import credit_of
from app.counter.receipts.receipt_book import next_label
from app.counter.receipts.receipt_list import ReceiptRow, receipts_of_unit
from app.counter.recent_units import RecentUnit, open_shift_id, read_recent
from app.counter.rules import CounterRules, read_rules
from app.counter.tables import unit_opened
from app.estate.kinds import OccupancyRole
from app.estate.registry import Estate
from app.estate.unit_facts import UnitPage
from app.fees.adjustments.discount_rule import DiscountRule
from app.fees.adjustments.discount_rules import rules_on
from app.fees.charges import OpenCharge, open_charges
from app.store.store import Store

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
    discount_rules: tuple[DiscountRule, ...] = ()


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
                discount_rules=tuple(rules_on(connection, today)),
            )

    def note_opened(self, by: Actor, unit_id: UnitId) -> None:
        """Remember that the unit was opened in the person's shift; without an open shift nothing is remembered."""
        with self._store.transaction() as connection:
            shift_id = open_shift_id(connection, by)
            if shift_id is not None:
                values = {"shift_id": shift_id, "unit_id": unit_id, "at": self._clock.now(), "by": by.id}
                connection.execute(insert(unit_opened).values(**values))

    def recent(self, by: Actor) -> list[RecentUnit]:
        """The last ten units opened in the person's shift."""
        with self._store.reading() as connection:
            shift_id = open_shift_id(connection, by)
            return [] if shift_id is None else read_recent(connection, shift_id, self._clock.now().date())


def payers_of(page: UnitPage) -> tuple[Payer, ...]:
    """Who is likely to pay, the likeliest first: payer, owner, tenant, then the rest of those who live there."""
    order = [OccupancyRole.PAYER, OccupancyRole.OWNER, OccupancyRole.TENANT]
    present = [person for person in page.people if not person.former]
    present.sort(key=lambda person: order.index(person.role) if person.role in order else len(order))
    seen: dict[PersonId, Payer] = {}
    for person in present:
        seen.setdefault(person.person_id, Payer(person.person_id, person.name, person.role))
    return tuple(seen.values())
