"""What a paid charge still owes for lateness follows from its history, or the check says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import paid_by
from app.counter.settings import CASH_ROUNDING
from app.fees.allocation_rule import LateFeeOrder
from app.fees.cash_rounding import CashRounding
from app.fees.tables import FIRST_VERSION, charge
from app.store.settings import write_choice
from tests.office_builder import OfficeBuilder

TRUTH = "the late fee left of a paid charge follows from its history"


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    return builder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """August to November are billed; the principal of all that is due was paid late, the late fee refused."""
    unit = counter.unit("3-2-501")
    counter.property_fee(unit)
    counter.billed_through(2026, 11)
    counter.open_shift()
    due = total(one.outstanding for one in counter.office.bills.open(unit).due)
    asked = replace(
        counter.asked(unit), order=LateFeeOrder.PRINCIPAL_ONLY, shown_due=due, tenders=paid_by(Method.CASH, due)
    )
    counter.office.payments.take(counter.cashier, asked)
    return unit


def tamper(counter: OfficeBuilder, charge_id: int, **change: Any) -> None:
    with counter.office.store.transaction() as connection:
        connection.execute(update(charge).where(charge.c.id == charge_id).values(**change))


def left(counter: OfficeBuilder) -> list[Money]:
    with counter.office.store.reading() as connection:
        return list(connection.execute(select(charge.c.late_fee_left).order_by(charge.c.id)).scalars())


def test_what_stands_still_follows_from_the_history_on_any_later_day(counter: OfficeBuilder, home: UnitId) -> None:
    kept = left(counter)
    assert all(one > NOTHING for one in kept)
    counter.clock.set(counter.clock.now() + timedelta(days=90))
    assert counter.breaches() == []
    assert left(counter) == kept


@pytest.mark.parametrize("change", [-1, 1, None])
def test_a_late_fee_left_that_does_not_follow_is_found(
    counter: OfficeBuilder, home: UnitId, change: int | None
) -> None:
    first = left(counter)[0]
    tamper(counter, 1, late_fee_left=NOTHING if change is None else first + Money(change))
    assert [line for line in counter.breaches() if line.startswith(TRUTH)] != []


def test_an_open_charge_that_keeps_a_late_fee_is_found(counter: OfficeBuilder, home: UnitId) -> None:
    counter.billed_through(2026, 12)
    assert counter.breaches() == []
    tamper(counter, 5, late_fee_left=Money(1))
    assert [line for line in counter.breaches() if line.startswith(TRUTH)] == [
        f"{TRUTH}; an open one keeps none: 5: 0.01 / 0.00"
    ]


def test_a_charge_that_was_paid_on_but_says_it_is_as_first_written_is_found(
    counter: OfficeBuilder, home: UnitId
) -> None:
    tamper(counter, 2, version=FIRST_VERSION)
    found = "a charge that something was paid on, adjusted or taken of has left its first version: 2"
    assert found in counter.breaches()


def test_what_cash_rounds_up_raises_no_cap_of_a_late_fee_that_is_paid_whole(counter: OfficeBuilder) -> None:
    """2.69 with its late fee at the cap is 5.38, or 5.40 in cash: the two fen make no further late fee."""
    unit = counter.unit("3-2-501", area="89.51")
    counter.property_fee(unit, price="0.03", rate="0.02")
    counter.billed_through(2026, 8)
    with counter.office.store.transaction() as connection:
        write_choice(connection, CASH_ROUNDING, CashRounding.HALF_UP, counter.clock.now(), None)
    counter.open_shift()
    taken = counter.pays(unit)
    assert (taken.paid, counter.owes(unit)) == (Money(5_40), NOTHING)
    assert left(counter) == [NOTHING, NOTHING]
    assert counter.breaches() == []
