"""The fees of one unit: what lies on it, what comes next, what was charged last."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.money import Money
from app.fees.terms import Modifiers
from app.fees.unit_fees import UnitFees
from tests.fees.conftest import FeesOffice

TODAY = date(2026, 11, 20)


@pytest.fixture
def fees(office: FeesOffice) -> UnitFees:
    return UnitFees(office.store, office.clock)


def test_a_tariff_shows_its_next_period_due_day_and_amount(office: FeesOffice, fees: UnitFees) -> None:
    home = office.unit("3-2-501")
    office.lay(office.tariff("住宅", "1.85"), home)
    office.bill("2026-11")
    (one,) = fees.of(home).lying(TODAY)
    charge = one.row.next.charge
    assert charge is not None
    assert (charge.period.first, charge.due_on, charge.amount) == (date(2026, 12, 1), date(2026, 12, 5), Money(16558))
    assert one.coefficient == one.vacant_factor == 1
    assert not one.vacancies


def test_what_was_agreed_for_the_unit_alone_is_told(office: FeesOffice, fees: UnitFees) -> None:
    home = office.unit("3-2-501")
    modifiers = Modifiers(coefficient=Decimal("0.85"), vacant_factor=Decimal("0.7"))
    office.assignments.assign(office.boss, office.tariff("住宅", "1.85"), [home], date(2026, 10, 1), None, modifiers)
    (one,) = fees.of(home).fees
    assert (one.coefficient, one.vacant_factor) == (Decimal("0.85"), Decimal("0.7"))


def test_tariffs_that_are_over_are_kept_apart(office: FeesOffice, fees: UnitFees) -> None:
    home = office.unit("3-2-501")
    office.lay(office.tariff("旧", "1.50"), home, first="2026-01-01", until="2026-07-01")
    office.lay(office.tariff("新", "1.85"), home, first="2026-07-01")
    found = fees.of(home)
    assert [one.row.tariff.name for one in found.lying(TODAY)] == ["新"]
    assert len(found.fees) == 2


def test_the_newest_charges_come_first_and_cancelled_ones_say_so(office: FeesOffice, fees: UnitFees) -> None:
    home = office.unit("3-2-501")
    office.lay(office.tariff("住宅", "1.85"), home)
    office.bill("2026-11")
    office.billing.undo(office.boss, office.bill("2026-12").id)
    last = fees.of(home).last
    assert [(one.first, one.cancelled, one.outstanding) for one in last] == [
        (date(2026, 12, 1), True, Money(0)),
        (date(2026, 11, 1), False, Money(16558)),
        (date(2026, 10, 1), False, Money(16558)),
    ]
    assert len(fees.of(home, last=2).last) == 2


def test_every_item_that_might_be_billed_can_be_asked_about(office: FeesOffice, fees: UnitFees) -> None:
    home = office.unit("3-2-501")
    office.lay(office.tariff("能耗", "0.40", item="energy"), home)
    names = [item.name for item in fees.items(home)]
    assert names[0] == "公共能耗费"
    assert "物业费" in names
    assert "门禁卡" not in names
    assert "维修基金" not in names
