"""An office with fee items and an estate, told in the office's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.ids import TariffId, UnitId, UserId
from app.core.money import Money
from app.estate.kinds import UnitKind, UnitState
from app.estate.registry import Estate
from app.estate.unit_facts import UnitFacts
from app.fees.assignments import Assignments
from app.fees.billing import Billing, RunRequest, RunRow
from app.fees.charges import open_charges
from app.fees.items import FeeItem, FeeItems, seed_items
from app.fees.one_off import OneOffCharges
from app.fees.tariffs import Tariffs
from app.fees.terms import Formula, TariffTerms
from app.fees.truths import TRUTHS
from app.ledger.truths import TRUTHS as LEDGER_TRUTHS
from app.store.store import Store
from app.store.truths import check_truths


class FeesOffice:
    """The services of the fees room on one small estate; `boss` is a supervisor, `cashier` is not."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.boss = Actor(UserId(1), "赵敏", Role.SUPERVISOR)
        self.cashier = Actor(UserId(2), "王敏", Role.CASHIER)
        self.estate = Estate(store, clock)
        self.items = FeeItems(store, clock)
        self.tariffs = Tariffs(store, clock)
        self.assignments = Assignments(store, clock)
        self.billing = Billing(store, clock)
        self.one_offs = OneOffCharges(store, clock)
        self.estate.add_estate(self.boss, "阳光花园")
        with store.transaction() as connection:
            seed_items(connection, clock.now(), self.boss.id)

    def unit(
        self,
        code: str,
        area: str | None = "89.50",
        state: UnitState = UnitState.OCCUPIED,
        handover: date | None = None,
        kind: UnitKind = UnitKind.HOME,
    ) -> UnitId:
        """A unit in the book."""
        facts = UnitFacts(
            code=code,
            kind=kind,
            state=state,
            building_area=None if area is None else Decimal(area),
            handover_date=handover,
        )
        return self.estate.add_unit(self.boss, facts)

    def item(self, code: str) -> FeeItem:
        """A fee item by its code."""
        return next(item for item in self.items.all() if item.code == code)

    def tariff(
        self, name: str, price: str, item: str = "property", first: str = "2020-01-01", **terms: Any
    ) -> TariffId:
        """A tariff by area unless `formula` says otherwise."""
        given: dict[str, Any] = {"formula": Formula.AREA, "price": Decimal(price)} | terms
        day = date.fromisoformat(first)
        return self.tariffs.create(self.boss, self.item(item).id, name, day, TariffTerms(**given))

    def lay(self, tariff: TariffId, *units: UnitId, first: str = "2026-10-01", until: str | None = None) -> int:
        """A tariff on units from a day on."""
        end = None if until is None else date.fromisoformat(until)
        return self.assignments.assign(self.boss, tariff, units, date.fromisoformat(first), end)

    def bill(self, month: str, **more: Any) -> RunRow:
        """Bill through a month like `2026-11`."""
        year, number = map(int, month.split("-"))
        until = RunRequest.through(year, number).until
        return self.billing.run(self.boss, RunRequest(until, **more))

    def owes(self, unit: UnitId) -> list[tuple[str, str, Money]]:
        """What a unit owes: name, first day, fen."""
        with self.store.reading() as connection:
            day = self.clock.now().date()
            return [(one.name, str(one.first), one.outstanding) for one in open_charges(connection, [unit], day)]

    def broken_truths(self) -> list[str]:
        """The truths of fees and ledger that do not hold."""
        with self.store.reading() as connection:
            findings = check_truths(connection, [*TRUTHS, *LEDGER_TRUTHS])
        return [f"{finding.truth}: {finding.breaches}" for finding in findings if finding.breaches]


@pytest.fixture
def office(store: Store, clock: SetClock) -> FeesOffice:
    return FeesOffice(store, clock)
