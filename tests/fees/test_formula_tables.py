"""For each formula a table of charges over awkward days: leap days, ends of months and years, prices that change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.core.periods import Convention
from app.core.rounding import Rounding
from app.fees.billing_plan import Assigned, BillableUnit
from app.fees.formulas import Areas
from app.fees.terms import Anchor, AreaBase, Formula, Modifiers, TariffTerms, TierSpan
from tests.fees.charging import (
    by_area,
    changed,
    laid,
    metered,
    planned,
    rises,
    shown,
    terms,
    tiers,
)

LEAP = "2024-02-29"
AREA_TIERS = tiers(("90", "1.50"), ("144", "1.80"), (None, "2.20"))
WATER_TIERS = tiers(("18", "2.07"), ("25", "4.07"), (None, "6.07"))
YEAR_TIERS = tiers(("216", "2.07"), ("300", "4.07"), (None, "6.07"))


def check(case: Assigned, until: str, said: list[str]) -> None:
    assert shown(planned(case, until).charges) == said


AREA = by_area("1.85")
QUARTER, YEAR = by_area("1.85", cycle_months=3), by_area("1.85", cycle_months=12)
OWN = by_area("1.85", anchor=Anchor.OWN)


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(laid(AREA, "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 165.58"], id="a whole month"),
        pytest.param(laid(AREA, LEAP), "2024-04-01", ["2024-02-29 2024-03-01 5.71", "2024-03-01 2024-04-01 165.58"], id="begins on 29 February"),
        pytest.param(laid(AREA, "2024-01-31", "2024-03-01"), "2024-04-01", ["2024-01-31 2024-02-01 5.34", "2024-02-01 2024-03-01 165.58"], id="begins on the 31st of January"),
        pytest.param(laid(OWN, "2026-01-31", "2026-05-01"), "2026-06-01", ["2026-01-31 2026-02-28 165.58", "2026-02-28 2026-03-31 165.58", "2026-03-31 2026-04-30 165.58", "2026-04-30 2026-05-01 5.34"], id="own months from the 31st do not drift"),
        pytest.param(laid(OWN, LEAP, "2024-05-01"), "2024-06-01", ["2024-02-29 2024-03-29 165.58", "2024-03-29 2024-04-29 165.58", "2024-04-29 2024-05-01 11.04"], id="own months from 29 February"),
        pytest.param(laid(QUARTER, "2025-11-15", "2026-02-01"), "2026-03-01", ["2025-11-15 2026-01-01 253.88", "2026-01-01 2026-02-01 165.58"], id="a quarter that ends inside itself"),
        pytest.param(laid(YEAR, "2025-12-31"), "2026-02-01", ["2025-12-31 2026-01-01 5.34", "2026-01-01 2027-01-01 1986.90"], id="over the end of the year"),
        pytest.param(laid(changed(AREA, "2026-08-01", by_area("2")), "2026-07-01"), "2026-09-01", ["2026-07-01 2026-08-01 165.58", "2026-08-01 2026-09-01 179.00"], id="price changes between periods"),
        pytest.param(laid(changed(QUARTER, "2026-07-02", by_area("2", cycle_months=3)), "2026-07-01"), "2026-08-01", ["2026-07-01 2026-10-01 536.57"], id="price changes on the second day"),
        pytest.param(laid(changed(QUARTER, "2026-08-16", by_area("2", cycle_months=3)), "2026-07-01"), "2026-08-01", ["2026-07-01 2026-10-01 517.08"], id="price changes on the middle day"),
        pytest.param(laid(changed(QUARTER, "2026-09-30", by_area("2", cycle_months=3)), "2026-07-01"), "2026-08-01", ["2026-07-01 2026-10-01 497.17"], id="price changes on the last day"),
        pytest.param(laid(changed(QUARTER, LEAP, by_area("2", cycle_months=3)), "2024-01-01"), "2024-02-01", ["2024-01-01 2024-04-01 510.61"], id="price changes on 29 February"),
        pytest.param(laid(by_area("1.85", convention=Convention.THIRTY_DAY), "2026-01-31"), "2026-02-01", ["2026-01-31 2026-02-01 0.00"], id="the 31st costs nothing in months of 30 days"),
        pytest.param(laid(by_area("1.85", convention=Convention.HALF), "2026-01-16"), "2026-02-01", ["2026-01-16 2026-02-01 82.79"], id="half a month from the 16th"),
        pytest.param(laid(by_area("1.85", convention=Convention.WHOLE), "2026-01-31"), "2026-02-01", ["2026-01-31 2026-02-01 0.00"], id="a begun month has been paid by who came first"),
        pytest.param(laid(by_area("1.85", convention=Convention.WHOLE), "2026-01-01", "2026-01-02"), "2026-02-01", ["2026-01-01 2026-01-02 165.58"], id="a month is whole as soon as it has begun"),
    ],
)  # fmt: skip
def test_area(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


INNER_AND_BILLING = BillableUnit(Areas(Decimal("89.50"), Decimal("70.25"), Decimal("80.1234")))


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(laid(by_area("2", area_base=AreaBase.INNER), "2026-08-01", unit=INNER_AND_BILLING), "2026-09-01", ["2026-08-01 2026-09-01 140.50"], id="inner area"),
        pytest.param(laid(by_area("2", area_base=AreaBase.BILLING), "2026-08-01", unit=INNER_AND_BILLING), "2026-09-01", ["2026-08-01 2026-09-01 160.25"], id="billing area of four decimals"),
        pytest.param(laid(by_area("1.234567"), "2026-08-01", area="100"), "2026-09-01", ["2026-08-01 2026-09-01 123.46"], id="a price of six decimals"),
        pytest.param(laid(AREA, "2026-08-01", modifiers=Modifiers(Decimal("0.5"))), "2026-09-01", ["2026-08-01 2026-09-01 82.79"], id="a coefficient"),
        pytest.param(laid(AREA, "2026-08-01", modifiers=Modifiers(vacant_factor=Decimal("0.7"))), "2026-09-01", ["2026-08-01 2026-09-01 115.90"], id="a vacant factor"),
        pytest.param(laid(by_area("1.85", surcharge="5"), "2026-08-17"), "2026-09-01", ["2026-08-17 2026-09-01 82.54"], id="a surcharge for half a month of 31 days"),
        pytest.param(laid(by_area("1.85", minimum="200"), "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 200.00"], id="a minimum that counts"),
        pytest.param(laid(by_area("1.85", minimum="150"), "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 165.58"], id="a minimum that does not"),
        pytest.param(laid(by_area("1.85", rounding=Rounding.DOWN), "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 165.57"], id="down to the fen"),
        pytest.param(laid(by_area("1.85", rounding=Rounding.UP, rounding_unit_fen=10), "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 165.60"], id="up to the jiao"),
        pytest.param(laid(by_area("1.85", rounding_unit_fen=100), "2026-08-01"), "2026-09-01", ["2026-08-01 2026-09-01 166.00"], id="half up to the yuan"),
        pytest.param(laid(changed(by_area("1.85", minimum="200", cycle_months=3), "2026-08-01", by_area("2.85", cycle_months=3)), "2026-07-01"), "2026-08-01", ["2026-07-01 2026-10-01 675.73"], id="a minimum is one for the charge, not one a line"),
    ],
)  # fmt: skip
def test_area_with_modifiers(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


FIXED = terms(Formula.FIXED, "150")
LIFT = terms(Formula.FIXED, "0.005", cycle_months=12)


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(laid(FIXED, "2026-02-01", area=None), "2026-03-01", ["2026-02-01 2026-03-01 150.00"], id="a whole February"),
        pytest.param(laid(FIXED, LEAP, area=None), "2024-03-01", ["2024-02-29 2024-03-01 5.17"], id="29 February alone"),
        pytest.param(laid(FIXED, "2025-02-28", area=None), "2025-03-01", ["2025-02-28 2025-03-01 5.36"], id="28 February alone"),
        pytest.param(laid(FIXED, "2026-12-31", area=None), "2027-02-01", ["2026-12-31 2027-01-01 4.84", "2027-01-01 2027-02-01 150.00"], id="the last day of a year"),
        pytest.param(laid(FIXED, "2026-04-30", "2026-06-01", area=None), "2026-07-01", ["2026-04-30 2026-05-01 5.00", "2026-05-01 2026-06-01 150.00"], id="from a month's last day"),
        pytest.param(laid(LIFT, "2026-01-01", area=None), "2026-02-01", ["2026-01-01 2027-01-01 0.06"], id="rounded once for the year"),
        pytest.param(laid(changed(FIXED, "2026-03-01", terms(Formula.FIXED, "180")), "2026-02-15", area=None), "2026-04-01", ["2026-02-15 2026-03-01 75.00", "2026-03-01 2026-04-01 180.00"], id="the price rises on a first"),
        pytest.param(laid(changed(FIXED, "2026-02-28", terms(Formula.FIXED, "180")), "2026-02-01", area=None), "2026-03-01", ["2026-02-01 2026-03-01 151.07"], id="the price rises on the last day"),
        pytest.param(laid(changed(FIXED, "2026-02-15", terms(Formula.FIXED, "180")), "2026-02-01", area=None), "2026-03-01", ["2026-02-01 2026-03-01 165.00"], id="the price rises in the middle"),
        pytest.param(laid(terms(Formula.FIXED, "1000", escalation=rises("5", 12)), "2026-03-15", area=None), "2026-05-01", ["2026-03-15 2026-04-01 548.39", "2026-04-01 2026-05-01 1000.00"], id="no step in the first year"),
        pytest.param(laid(terms(Formula.FIXED, "1000", escalation=rises("5", 12), cycle_months=3), "2026-03-15", "2027-07-01", area=None), "2027-07-01", ["2026-03-15 2026-04-01 548.39", "2026-04-01 2026-07-01 3000.00", "2026-07-01 2026-10-01 3000.00", "2026-10-01 2027-01-01 3000.00", "2027-01-01 2027-04-01 3027.42", "2027-04-01 2027-07-01 3150.00"], id="the step makes lines in its quarter"),
        pytest.param(laid(terms(Formula.FIXED, "1000", escalation=rises("-10", 1), anchor=Anchor.OWN), "2026-01-31", "2026-05-01", area=None), "2026-06-01", ["2026-01-31 2026-02-28 1000.00", "2026-02-28 2026-03-31 900.00", "2026-03-31 2026-04-30 810.00", "2026-04-30 2026-05-01 23.52"], id="a price that falls each month of its own"),
    ],
)  # fmt: skip
def test_fixed(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


def tiered(**more: Any) -> TariffTerms:
    return terms(Formula.TIERED_AREA, tiers=AREA_TIERS, **more)


DEARER = terms(Formula.TIERED_AREA, tiers=tiers(("100", "2"), (None, "3")), cycle_months=3)


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(laid(tiered(), "2026-07-01", area="45"), "2026-08-01", ["2026-07-01 2026-08-01 67.50"], id="inside the first tier"),
        pytest.param(laid(tiered(), "2026-07-01", area="90"), "2026-08-01", ["2026-07-01 2026-08-01 135.00"], id="at the end of the first tier"),
        pytest.param(laid(tiered(), "2026-07-01", area="90.01"), "2026-08-01", ["2026-07-01 2026-08-01 135.02"], id="a hundredth above it"),
        pytest.param(laid(tiered(), "2026-07-01", area="144"), "2026-08-01", ["2026-07-01 2026-08-01 232.20"], id="at the end of the second tier"),
        pytest.param(laid(tiered(), "2026-07-01", area="200"), "2026-08-01", ["2026-07-01 2026-08-01 355.40"], id="in the last tier"),
        pytest.param(laid(tiered(), LEAP, area="120.5"), "2024-03-01", ["2024-02-29 2024-03-01 6.55"], id="29 February alone"),
        pytest.param(laid(tiered(cycle_months=12), "2025-12-31", area="120.5"), "2026-02-01", ["2025-12-31 2026-01-01 6.13", "2026-01-01 2027-01-01 2278.80"], id="over the end of the year"),
        pytest.param(laid(tiered(), "2026-01-31", "2026-03-01", area="120.5"), "2026-03-01", ["2026-01-31 2026-02-01 6.13", "2026-02-01 2026-03-01 189.90"], id="from the 31st"),
        pytest.param(laid(changed(tiered(cycle_months=3), "2026-08-16", DEARER), "2026-07-01", area="120.5"), "2026-08-01", ["2026-07-01 2026-10-01 678.25"], id="other tiers from the middle"),
        pytest.param(laid(changed(tiered(cycle_months=3), "2026-09-30", DEARER), "2026-07-01", area="120.5"), "2026-08-01", ["2026-07-01 2026-10-01 572.09"], id="other tiers from the last day"),
        pytest.param(laid(tiered(escalation=rises("10", 1)), "2026-07-01", area="120.5"), "2026-09-01", ["2026-07-01 2026-08-01 189.90", "2026-08-01 2026-09-01 208.89"], id="every tier's price grows"),
        pytest.param(laid(tiered(surcharge="3", minimum="250"), "2026-07-01", area="120.5"), "2026-08-01", ["2026-07-01 2026-08-01 250.00"], id="surcharge and minimum"),
    ],
)  # fmt: skip
def test_tiered_area(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


SERVICE = terms(Formula.METERED, "3.2")
SINCE = "2026-09-30"


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(metered(SERVICE, SINCE, (SINCE, "1288"), ("2026-10-30", "1320.5")), "2026-11-01", ["2026-09-30 2026-10-30 104.00"], id="a month"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "0"), ("2026-10-31", "7"), ("2026-11-30", "10")), "2026-12-01", ["2026-09-30 2026-10-31 22.40", "2026-10-31 2026-11-30 9.60"], id="two readings, two charges"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "5"), ("2026-10-31", "5"), ("2026-11-30", "10")), "2026-12-01", ["2026-09-30 2026-11-30 16.00"], id="nothing used goes into the next charge"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "99990"), ("2026-10-31", "12"), rolled="2026-10-31"), "2026-11-01", ["2026-09-30 2026-10-31 70.40"], id="the device began anew"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "10"), ("2026-10-31", "12"), multiplier="40"), "2026-11-01", ["2026-09-30 2026-10-31 256.00"], id="a multiplier of 40"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "10"), ("2026-10-31", "20"), loss="0.05"), "2026-11-01", ["2026-09-30 2026-10-31 33.60"], id="a loss of 5 %"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "10"), ("2026-10-31", "20"), share="1/3"), "2026-11-01", ["2026-09-30 2026-10-31 10.67"], id="a third of a shared meter"),
        pytest.param(metered(SERVICE, "2024-02-01", ("2024-01-31", "0"), (LEAP, "29")), "2024-03-01", ["2024-02-01 2024-02-29 89.60"], id="from the second day, read on 29 February"),
        pytest.param(metered(SERVICE, SINCE, (SINCE, "0"), ("2026-10-30", "30"), until="2026-10-11"), "2026-11-01", ["2026-09-30 2026-10-11 35.20"], id="ended inside the reading: its days only"),
        pytest.param(metered(changed(SERVICE, "2026-10-10", terms(Formula.METERED, "4.2")), SINCE, (SINCE, "0"), ("2026-10-30", "30")), "2026-11-01", ["2026-09-30 2026-10-30 116.00"], id="the price rises inside the reading"),
        pytest.param(metered(changed(SERVICE, "2026-10-29", terms(Formula.METERED, "4.2")), SINCE, (SINCE, "0"), ("2026-10-30", "30")), "2026-11-01", ["2026-09-30 2026-10-30 97.00"], id="the price rises on its last day"),
        pytest.param(metered(terms(Formula.METERED, "3.2", surcharge="5"), SINCE, (SINCE, "8"), ("2026-12-31", "8")), "2027-01-01", ["2026-09-30 2026-12-31 15.00"], id="nothing used, a surcharge for three months"),
        pytest.param(metered(terms(Formula.METERED, "3.2", minimum="20"), SINCE, (SINCE, "8"), ("2026-10-31", "9")), "2026-11-01", ["2026-09-30 2026-10-31 20.00"], id="little used, the minimum of a month"),
        pytest.param(metered(SERVICE, "2026-12-15", ("2026-12-15", "0"), ("2027-01-15", "31")), "2027-02-01", ["2026-12-15 2027-01-15 99.20"], id="over the end of the year"),
    ],
)  # fmt: skip
def test_metered(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


MONTHLY_TIERS = terms(Formula.TIERED_METERED, tiers=WATER_TIERS)
YEARLY_TIERS = terms(Formula.TIERED_METERED, tiers=YEAR_TIERS, tier_span=TierSpan.YEAR)
SPLIT_YEAR = terms(Formula.TIERED_METERED, tiers=tiers(("216", "3"), (None, "5")), tier_span=TierSpan.YEAR)
NEW_YEAR = ("2025-12-31", "0")


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(metered(MONTHLY_TIERS, SINCE, (SINCE, "0"), ("2026-10-31", "10")), "2026-11-01", ["2026-09-30 2026-10-31 20.70"], id="inside the first tier of a month"),
        pytest.param(metered(MONTHLY_TIERS, SINCE, (SINCE, "0"), ("2026-10-31", "18")), "2026-11-01", ["2026-09-30 2026-10-31 37.26"], id="at its end"),
        pytest.param(metered(MONTHLY_TIERS, SINCE, (SINCE, "0"), ("2026-10-31", "30")), "2026-11-01", ["2026-09-30 2026-10-31 96.10"], id="in the last tier of a month"),
        pytest.param(metered(MONTHLY_TIERS, SINCE, (SINCE, "0"), ("2026-11-30", "40")), "2026-12-01", ["2026-09-30 2026-11-30 90.80"], id="tiers of two months"),
        pytest.param(metered(MONTHLY_TIERS, SINCE, (SINCE, "0"), ("2026-10-30", "30"), until="2026-10-15"), "2026-11-01", ["2026-09-30 2026-10-15 48.05"], id="half a reading has half the tiers"),
        pytest.param(metered(YEARLY_TIERS, NEW_YEAR[0], NEW_YEAR, ("2026-06-30", "200"), ("2026-07-31", "250")), "2026-08-01", ["2025-12-31 2026-06-30 414.00", "2026-06-30 2026-07-31 171.50"], id="the year so far 200, now 250"),
        pytest.param(metered(YEARLY_TIERS, NEW_YEAR[0], NEW_YEAR, ("2026-06-30", "310")), "2026-07-01", ["2025-12-31 2026-06-30 849.70"], id="all three tiers at once"),
        pytest.param(metered(YEARLY_TIERS, NEW_YEAR[0], NEW_YEAR, ("2026-12-31", "216"), ("2027-01-31", "226")), "2027-02-01", ["2025-12-31 2026-12-31 447.12", "2026-12-31 2027-01-31 20.70"], id="the tiers begin anew with the year of the last day"),
        pytest.param(metered(YEARLY_TIERS, "2026-01-01", ("2025-11-30", "0"), ("2026-01-01", "300"), ("2026-01-31", "320")), "2026-02-01", ["2026-01-01 2026-01-31 41.40"], id="read on 1 January: the old year's usage"),
        pytest.param(metered(changed(YEARLY_TIERS, "2026-10-10", SPLIT_YEAR), SINCE, ("2025-12-31", "0"), (SINCE, "210"), ("2026-10-30", "240")), "2026-11-01", ["2026-09-30 2026-10-30 128.70"], id="other prices from inside a reading"),
        pytest.param(metered(YEARLY_TIERS, "2026-10-10", ("2025-12-31", "0"), (SINCE, "210"), ("2026-10-30", "240")), "2026-11-01", ["2026-10-10 2026-10-30 81.40"], id="a new owner goes on in the year's tiers"),
        pytest.param(metered(YEARLY_TIERS, "2024-02-29", ("2024-02-29", "0"), ("2024-03-31", "217")), "2024-04-01", ["2024-02-29 2024-03-31 451.19"], id="from 29 February"),
    ],
)  # fmt: skip
def test_tiered_metered(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)


def said(typed: str, price: str = "1", **more: Any) -> TariffTerms:
    return terms(Formula.EXPRESSION, price, expression=typed, **more)


HOME = BillableUnit(Areas(Decimal("89.50"), Decimal("70.25"), Decimal(80)), floor=7, headcount=3)


@pytest.mark.parametrize(
    ("case", "until", "said"),
    [
        pytest.param(laid(said("area * price", "1.85"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 165.58"], id="the same as by area"),
        pytest.param(laid(said("area * price", "1.85"), LEAP, unit=HOME), "2024-03-01", ["2024-02-29 2024-03-01 5.71"], id="29 February alone"),
        pytest.param(laid(said("10 + 0.5 * (floor - 1)"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 13.00"], id="by floor"),
        pytest.param(laid(said("headcount * 3.5"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 10.50"], id="by headcount"),
        pytest.param(laid(said("inner_area × 2 + billing_area ÷ 3"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 167.17"], id="two areas, full-width signs"),
        pytest.param(laid(said("0.1 + 0.2"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 0.30"], id="0.1 + 0.2 is 0.3"),
        pytest.param(laid(said("1 / 3", cycle_months=3), "2026-07-01", unit=HOME), "2026-08-01", ["2026-07-01 2026-10-01 1.00"], id="a third of a yuan three times is one"),
        pytest.param(laid(said("when(floor > 6, price * 2, price)", "30"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 60.00"], id="a choice"),
        pytest.param(laid(said("min(max(area, 100), 120) * price", "1.5"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 150.00"], id="between bounds"),
        pytest.param(laid(said("如果(人数 ≥ 3, 建筑面积 × 单价, 0)", "1.85"), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 165.58"], id="in Chinese"),
        pytest.param(laid(said("price * coefficient", "100"), "2026-08-01", unit=HOME, modifiers=Modifiers(Decimal("1.2"))), "2026-09-01", ["2026-08-01 2026-09-01 120.00"], id="a coefficient that is named counts once"),
        pytest.param(laid(said("price", "100"), "2026-08-01", unit=HOME, modifiers=Modifiers(Decimal("1.2"))), "2026-09-01", ["2026-08-01 2026-09-01 120.00"], id="a coefficient that is not named counts too"),
        pytest.param(laid(said("price + 1", "100", escalation=rises("10", 1)), "2026-08-01", unit=HOME), "2026-10-01", ["2026-08-01 2026-09-01 101.00", "2026-09-01 2026-10-01 111.00"], id="the price inside it grows"),
        pytest.param(laid(changed(said("price", "100"), "2026-08-17", said("price * 2", "100")), "2026-08-01", unit=HOME), "2026-09-01", ["2026-08-01 2026-09-01 148.39"], id="another expression from the middle"),
    ],
)  # fmt: skip
def test_expression(case: Assigned, until: str, said: list[str]) -> None:
    check(case, until, said)
