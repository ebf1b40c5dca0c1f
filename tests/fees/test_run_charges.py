"""What a billing run charged can be read long after it was made."""

from __future__ import annotations

from app.core.money import Money
from app.core.show import show_months
from app.fees.run_charges import RunCharges, totals_of
from tests.fees.conftest import FeesOffice


def test_the_charges_of_a_run_are_read_in_building_order(office: FeesOffice) -> None:
    late, early = office.unit("10-1-101"), office.unit("2-1-101", area="100")
    office.lay(office.tariff("住宅", "1.85"), late, early)
    office.lay(office.tariff("能耗", "0.40", item="energy"), early)
    run = office.bill("2026-10")
    office.bill("2026-11")
    charges = RunCharges(office.store).of(run.id)
    assert [(one.unit_code, one.item.name, one.tariff, one.amount) for one in charges] == [
        ("2-1-101", "物业费", "住宅", Money(18500)),
        ("2-1-101", "公共能耗费", "能耗", Money(4000)),
        ("10-1-101", "物业费", "住宅", Money(16558)),
    ]
    assert {show_months(one.period.first, one.period.until) for one in charges} == {"2026-10"}
    assert [(one.item.name, one.charges, one.amount) for one in totals_of(charges)] == [
        ("物业费", 2, Money(35058)),
        ("公共能耗费", 1, Money(4000)),
    ]


def test_an_undone_run_still_tells_what_it_charged(office: FeesOffice) -> None:
    office.lay(office.tariff("住宅", "1.85"), office.unit("3-2-501"))
    run = office.bill("2026-10")
    office.billing.undo(office.boss, run.id)
    (one,) = RunCharges(office.store).of(run.id)
    assert (one.amount, one.outstanding, one.cancelled) == (Money(16558), Money(0), True)
