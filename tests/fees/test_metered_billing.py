"""Units billed by meter, from the reading to the charge and back; a unit that fails is named, the others are billed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from app.core.ids import MeterId, TariffId, UnitId
from app.core.money import Money
from app.fees.billing import RunRequest
from app.fees.refusals import AssignmentOverlaps, NothingToBill, UnitsWithoutMeter
from app.fees.skip_reason import SkipReason
from app.fees.terms import Formula
from app.fees.terms_refusals import ExpressionFailsEverywhere, NoTiers, VersionOfOtherKind
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.meters import Meters
from app.meters.reading_rule import TypedReading
from app.meters.readings import Readings
from tests.fees.charging import by_area, terms
from tests.fees.conftest import FeesOffice

SEPTEMBER = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def _december(office: FeesOffice) -> None:
    office.clock.set(datetime(2026, 12, 31, 9))


def meter(
    office: FeesOffice, number: str, *units: UnitId, kind: MeterKind = MeterKind.WATER, public: bool = False
) -> MeterId:
    new = NewMeter(
        kind=kind,
        name=f"水表 {number}",
        device=NewDevice(number),
        since=SEPTEMBER,
        units=tuple((unit, Decimal(1)) for unit in units),
        public=public,
        first_reading=Decimal(100),
    )
    return Meters(office.store, office.clock).register(office.boss, new)


def read(office: FeesOffice, meter_id: MeterId, day: str, value: str) -> None:
    typed = TypedReading(meter_id, date.fromisoformat(day), Decimal(value))
    Readings(office.store, office.clock).enter(office.boss, typed, accepted=True)


def water(office: FeesOffice, price: str = "3.2") -> TariffId:
    return office.tariff("居民水费", price, "water", formula=Formula.METERED, meter_kind="water")


def lay(office: FeesOffice, tariff: TariffId, *units: UnitId, first: date = SEPTEMBER) -> int:
    return office.assignments.assign(office.boss, tariff, units, first)


def through(office: FeesOffice, month: str) -> list[tuple[str, str, Money]]:
    """What a run through a month writes: unit, first day, amount."""
    until = RunRequest.through(*map(int, month.split("-"))).until
    return [
        (row.unit_code, str(row.charge.period.first), row.charge.amount)
        for row in office.billing.preview(RunRequest(until)).rows
    ]


def test_a_reading_becomes_a_charge_once_and_is_undone_as_a_whole(office: FeesOffice) -> None:
    home = office.unit("3-2-501")
    gauge = meter(office, "A001", home)
    lay(office, water(office), home)
    read(office, gauge, "2026-10-31", "110")
    office.bill("2026-10")
    assert office.owes(home) == [("代收水费", "2026-09-30", Money(3200))]
    with pytest.raises(NothingToBill):
        office.bill("2026-10")
    (run,) = office.billing.runs()
    office.billing.undo(office.boss, run.id)
    assert office.owes(home) == []
    assert through(office, "2026-10") == [("3-2-501", "2026-09-30", Money(3200))]
    assert office.broken_truths() == []


def test_each_meter_of_a_unit_has_its_own_assignment_and_charge(office: FeesOffice) -> None:
    shop = office.unit("S-1")
    kitchen, bar = meter(office, "A001", shop), meter(office, "A002", shop)
    meter(office, "E001", shop, kind=MeterKind.ELECTRICITY)
    tariff = water(office)
    assert [row.meter for row in office.assignments.preview(tariff, [shop], SEPTEMBER)] == ["水表 A001", "水表 A002"]
    assert lay(office, tariff, shop) == 2
    read(office, kitchen, "2026-10-31", "110")
    read(office, bar, "2026-10-31", "120")
    assert through(office, "2026-10") == [("S-1", "2026-09-30", Money(3200)), ("S-1", "2026-09-30", Money(6400))]
    assert [row.meter for row in office.assignments.of_unit(shop)] == ["水表 A001", "水表 A002"]
    with pytest.raises(AssignmentOverlaps):
        lay(office, tariff, shop)


def test_units_without_such_a_meter_are_named_and_nothing_is_laid(office: FeesOffice) -> None:
    with_meter, without, by_power = office.unit("3-2-501"), office.unit("3-2-502"), office.unit("3-2-503")
    meter(office, "A001", with_meter)
    meter(office, "E001", by_power, kind=MeterKind.ELECTRICITY)
    meter(office, "P001", public=True)
    tariff = water(office)
    shown = office.assignments.preview(tariff, [with_meter, without], SEPTEMBER)
    assert [row.lacks_meter for row in shown] == [False, True]
    with pytest.raises(UnitsWithoutMeter) as refused:
        lay(office, tariff, with_meter, without, by_power)
    assert refused.value.units == ("3-2-502", "3-2-503")
    assert office.assignments.of_tariff(tariff) == []


def test_a_meter_of_two_units_is_shared_between_them(office: FeesOffice) -> None:
    first, second = office.unit("3-2-501"), office.unit("3-2-502")
    shared = meter(office, "A001", first, second)
    lay(office, water(office), first, second)
    read(office, shared, "2026-10-31", "107")
    assert [amount for _, _, amount in through(office, "2026-10")] == [Money(1120), Money(1120)]


def test_a_missing_reading_is_named_and_waited_for(office: FeesOffice) -> None:
    home = office.unit("3-2-501")
    gauge = meter(office, "A001", home)
    lay(office, water(office), home)
    (skipped,) = office.billing.preview(RunRequest.through(2026, 12)).skipped
    assert (skipped.unit_code, skipped.reason, skipped.meter) == ("3-2-501", SkipReason.NO_READING, "水表 A001")
    (why,) = office.billing.why(home, office.item("water").id)
    assert (why.reason, why.day, why.meter) == (SkipReason.NO_READING, SEPTEMBER, "水表 A001")
    read(office, gauge, "2026-12-31", "150")
    (why,) = office.billing.why(home, office.item("water").id)
    assert (why.reason, why.day) == (None, SEPTEMBER)


def test_a_formula_that_fails_on_one_unit_bills_the_others_and_names_that_one(office: FeesOffice) -> None:
    low, high = office.unit("3-1-101"), office.unit("3-7-701", area="100")
    lift = office.tariff("电梯费", "1", formula=Formula.EXPRESSION, expression="price * 6000 / (area - 89.5)")
    office.lay(lift, low, high)
    preview = office.billing.preview(RunRequest.through(2026, 10))
    assert [(row.unit_code, row.charge.amount) for row in preview.rows] == [("3-7-701", Money(57143))]
    assert [(row.unit_code, row.reason, row.about) for row in preview.skipped] == [
        ("3-1-101", SkipReason.FORMULA_FAILED, "÷ 0")
    ]
    office.bill("2026-10")
    assert office.owes(low) == []
    assert office.owes(high) != []


def test_an_expression_that_fits_no_unit_is_refused_when_it_is_saved(office: FeesOffice) -> None:
    office.unit("3-1-101")
    with pytest.raises(ExpressionFailsEverywhere) as refused:
        office.tariff("人头费", "5", formula=Formula.EXPRESSION, expression="headcount * price")
    assert (refused.value.unit, refused.value.about) == ("3-1-101", "headcount")
    assert office.tariffs.rows() == []


def test_terms_that_cannot_be_charged_by_are_refused_and_nothing_is_written(office: FeesOffice) -> None:
    with pytest.raises(NoTiers):
        office.tariff("阶梯", "0", formula=Formula.TIERED_AREA)
    tariff = water(office)
    with pytest.raises(VersionOfOtherKind):
        office.tariffs.new_version(office.boss, tariff, date(2027, 1, 1), by_area("1"))
    power = terms(Formula.METERED, "1", meter_kind="electricity")
    with pytest.raises(VersionOfOtherKind):
        office.tariffs.new_version(office.boss, tariff, date(2027, 1, 1), power)
    assert len(office.tariffs.get(tariff).versions) == 1


def test_a_tariff_counts_units_not_meters(office: FeesOffice) -> None:
    shop = office.unit("S-1")
    meter(office, "A001", shop)
    meter(office, "A002", shop)
    lay(office, water(office), shop)
    assert [row.units for row in office.tariffs.rows()] == [1]
