from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert

from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.money import Money
from app.estate.kinds import UnitState
from app.estate.tables import paid_through
from app.fees.billing_plan import SkipReason
from app.fees.refusals import (
    AssignedBeforeTariff,
    AssignmentEnded,
    AssignmentOverlaps,
    DatesReversed,
    NoUnitsChosen,
)
from app.fees.terms import Formula
from tests.fees.conftest import FeesOffice

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def paid_up_to(office: FeesOffice, unit: UnitId, item: str, until: date) -> None:
    with office.store.transaction() as connection:
        row = {"unit_id": unit, "fee_item": item, "until": until, "at": office.clock.now(), "by": 1}
        connection.execute(insert(paid_through), [row])


def test_the_preview_shows_the_first_charge_of_each_unit_in_building_order(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    units = [office.unit("10-1-101"), office.unit("2-1-101", "100"), office.unit("2-1-102", None)]
    rows = office.assignments.preview(homes, units, OCTOBER)
    shown = [(row.unit_code, row.next.charge.amount if row.next.charge else row.next.reason) for row in rows]
    assert shown == [("2-1-101", Money(18500)), ("2-1-102", SkipReason.NO_AREA), ("10-1-101", Money(16558))]
    assert office.assignments.of_tariff(homes) == []


def test_a_tariff_lies_on_many_units_at_once(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    units = [office.unit(f"3-1-{room}") for room in range(101, 105)]
    assert office.lay(homes, *units) == 4
    assert [row.unit_id for row in office.assignments.of_tariff(homes)] == units


def test_two_tariffs_of_one_item_never_lie_on_the_same_days_of_a_unit(office: FeesOffice) -> None:
    homes, villas = office.tariff("住宅物业费", "1.85"), office.tariff("别墅物业费", "3.20")
    free, taken = office.unit("3-2-501"), office.unit("3-2-502")
    office.lay(homes, taken)
    (shown,) = [row.overlap for row in office.assignments.preview(villas, [free, taken], NOVEMBER) if row.overlap]
    with pytest.raises(AssignmentOverlaps) as refused:
        office.lay(villas, free, taken, first="2026-11-01")
    assert (refused.value.unit, refused.value.tariff) == (shown.unit, shown.tariff) == ("3-2-502", "住宅物业费")
    assert office.assignments.of_unit(free) == []


@pytest.mark.parametrize(
    ("first", "until", "overlaps"),
    [
        ("2026-08-01", "2026-10-01", False),
        ("2026-08-01", "2026-10-02", True),
        ("2026-10-31", None, True),
        ("2026-11-01", None, False),
        ("2026-08-01", None, True),
    ],
)
def test_days_that_only_touch_do_not_overlap(office: FeesOffice, first: str, until: str | None, overlaps: bool) -> None:
    homes, unit = office.tariff("住宅物业费", "1.85"), office.unit("3-2-501")
    office.lay(homes, unit, first="2026-10-01", until="2026-11-01")
    if overlaps:
        with pytest.raises(AssignmentOverlaps):
            office.lay(homes, unit, first=first, until=until)
    else:
        office.lay(homes, unit, first=first, until=until)


def test_other_items_lie_beside_each_other(office: FeesOffice) -> None:
    unit = office.unit("3-2-501")
    office.lay(office.tariff("住宅物业费", "1.85"), unit)
    office.lay(office.tariff("公共能耗费", "12", "energy", formula=Formula.FIXED), unit)
    assert [row.tariff.item.code for row in office.assignments.of_unit(unit)] == ["property", "energy"]


def test_the_first_period_begins_where_the_unit_had_paid_up_to(office: FeesOffice) -> None:
    homes, energy = office.tariff("住宅物业费", "1.85"), office.tariff("公共能耗费", "0.3", "energy")
    unit = office.unit("3-2-501")
    paid_up_to(office, unit, "", date(2026, 11, 16))
    paid_up_to(office, unit, "物业费", date(2027, 1, 1))
    office.lay(homes, unit)
    office.lay(energy, unit)
    assert [row.next.begins for row in office.assignments.of_unit(unit)] == [date(2027, 1, 1), date(2026, 11, 16)]


def test_units_that_wait_for_a_buyer_or_for_the_keys_say_so(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    states = (UnitState.UNSOLD, UnitState.NOT_HANDED_OVER, UnitState.VACANT)
    units = [office.unit(f"3-1-10{n}", state=state) for n, state in enumerate(states)]
    reasons = [row.next.reason for row in office.assignments.preview(homes, units, OCTOBER)]
    assert reasons == [SkipReason.UNSOLD, SkipReason.NO_HANDOVER_DATE, None]


def test_an_assignment_ends_once(office: FeesOffice) -> None:
    homes, unit = office.tariff("住宅物业费", "1.85"), office.unit("3-2-501")
    office.lay(homes, unit)
    office.bill("2026-11")
    (row,) = office.assignments.of_unit(unit)
    office.assignments.end(office.boss, row.id, date(2026, 12, 11))
    with pytest.raises(AssignmentEnded):
        office.assignments.end(office.boss, row.id, date(2026, 12, 20))
    run = office.bill("2026-12")
    assert run.amount == Money(5341)  # 10/31 of a month
    assert [one.next.reason for one in office.assignments.of_unit(unit)] == [SkipReason.ENDED]


def test_an_assignment_ends_where_the_last_charge_does(office: FeesOffice) -> None:
    homes, unit = office.tariff("住宅物业费", "1.85"), office.unit("3-2-501")
    office.lay(homes, unit)
    office.bill("2026-11")
    (row,) = office.assignments.of_unit(unit)
    office.assignments.end(office.boss, row.id, date(2026, 12, 1))
    (row,) = office.assignments.of_unit(unit)
    assert (row.until, row.next.reason) == (date(2026, 12, 1), SkipReason.ENDED)


def test_an_assignment_laid_by_mistake_is_taken_off_and_another_laid(office: FeesOffice) -> None:
    homes, villas, unit = (
        office.tariff("住宅物业费", "1.85"),
        office.tariff("别墅物业费", "3.20"),
        office.unit("3-2-501"),
    )
    office.lay(homes, unit)
    (row,) = office.assignments.of_unit(unit)
    with pytest.raises(DatesReversed):
        office.assignments.end(office.boss, row.id, date(2026, 9, 30))
    office.assignments.end(office.boss, row.id, OCTOBER)
    office.lay(villas, unit)
    assert office.bill("2026-10").amount == Money(28640)


def test_what_cannot_be_laid_is_refused(office: FeesOffice) -> None:
    homes, unit = office.tariff("住宅物业费", "1.85", first="2026-10-01"), office.unit("3-2-501")
    with pytest.raises(NoUnitsChosen):
        office.lay(homes)
    with pytest.raises(AssignedBeforeTariff):
        office.lay(homes, unit, first="2026-09-30")
    with pytest.raises(DatesReversed):
        office.lay(homes, unit, until="2026-10-01")
    with pytest.raises(NotPermitted):
        office.assignments.assign(office.cashier, homes, [unit], OCTOBER)
