"""Every row of the worked numbers in the money rules, under the row's own words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from app.core.money import NOTHING, Money, total
from app.core.periods import CALENDAR, Convention, MonthGrid, months_between
from app.core.rounding import Rounding, round_to_fen
from app.core.shares import share_out
from app.fees.cash_rounding import settle
from app.fees.late_fees.late_fee import Movement, late_fee
from app.fees.terms import Anchor, Formula, LateFeeTerms, Modifiers, TierSpan
from tests.fees.charging import by_area, charge_of, d, laid, metered, planned, readings, rises, terms, tiers, yuan

WATER = tiers(("216", "2.07"), ("300", "4.07"), (None, "6.07"))
BEFORE_AND_NOW = (("2025-12-31", "0"), ("2026-09-30", "200"), ("2026-10-31", "250"))


def _area_and_calendar_grid() -> bool:
    return charge_of(laid(by_area("2.35", cycle_months=12), "2023-01-12", "2023-09-15", "89.35")).amount == yuan(
        "1703.26"
    )


def _months(grid: MonthGrid, first: str, until: str) -> Fraction:
    return months_between(d(first), d(until), grid, Convention.EXACT_DAYS)


def _calendar_grid() -> bool:
    return [
        _months(CALENDAR, "2023-01-12", "2023-09-12"),
        _months(CALENDAR, "2023-05-10", "2023-05-20"),
        _months(CALENDAR, "2024-02-10", "2024-03-05"),
        _months(CALENDAR, "2023-02-10", "2023-03-05"),
    ] == [Fraction(20, 31) + 7 + Fraction(11, 30), Fraction(10, 31), Fraction(736, 899), Fraction(701, 868)]


def _own_grid() -> bool:
    return [
        _months(MonthGrid(d("2023-01-12")), "2023-01-12", "2023-09-12"),
        _months(MonthGrid(d("2026-01-12")), "2026-01-12", "2026-02-11"),
        _months(MonthGrid(d("2026-01-31")), "2026-01-31", "2026-02-28"),
        _months(MonthGrid(d("2026-01-31")), "2026-01-31", "2026-03-31"),
    ] == [8, Fraction(30, 31), 1, 2]


def _handover() -> bool:
    charge = charge_of(laid(by_area("1.85"), "2026-03-18", area="96.42"))
    return (str(charge.period.until), charge.amount) == ("2026-04-01", yuan("80.56"))


def _half_up() -> bool:
    return charge_of(laid(by_area("0.15"), "2026-05-01", area="130.70")).amount == yuan("19.61")


def _three_roundings() -> bool:
    exact = (("444.195", Rounding.HALF_UP), ("444.191", Rounding.UP), ("444.199", Rounding.DOWN))
    rounded = [round_to_fen(Fraction(value), mode) for value, mode in exact]
    return rounded == [yuan("444.20"), yuan("444.20"), yuan("444.19")]


def _whole_yuan() -> bool:
    yearly = by_area("1.4", cycle_months=12, rounding_unit_fen=100)
    return charge_of(laid(yearly, "2026-01-01", area="100.24")).amount == yuan("1684.00")


def _tiered_area() -> bool:
    quarterly = terms(Formula.TIERED_AREA, cycle_months=3, tiers=tiers(("90", "1.50"), ("144", "1.80"), (None, "2.20")))
    return charge_of(laid(quarterly, "2026-07-01", area="120.5")).amount == yuan("569.70")


def _water_of_the_year() -> bool:
    water = terms(Formula.TIERED_METERED, tiers=WATER, tier_span=TierSpan.YEAR)
    first, second = planned(metered(water, "2025-12-31", *BEFORE_AND_NOW), "2026-11-01").charges
    return (first.amount, second.amount) == (yuan("414.00"), yuan("171.50"))


def _own_service_by_meter() -> bool:
    service = terms(Formula.METERED, "3.2", surcharge="5")
    return charge_of(metered(service, "2026-09-30", ("2026-09-30", "1288"), ("2026-10-30", "1320.5"))).amount == yuan(
        "109"
    )


def _all_modifiers() -> bool:
    rent = by_area("2.00", cycle_months=12, surcharge="10", minimum="150", escalation=rises("5", 12))
    own = Modifiers(Decimal("1.2"), Decimal("0.7"))
    year, rest = planned(laid(rent, "2026-01-01", "2027-03-01", "100", modifiers=own), "2027-02-01").charges
    return (str(year.period.until), rest.explain["lines"][0]["escalation"], rest.amount) == (
        "2027-01-01",
        ["5", 12, 1],
        yuan("372.80"),
    )


def _cash() -> bool:
    settled = settle(Money(186243))
    return (settled.cash, settled.rounding) == (yuan("1862.40"), yuan("0.03"))


def _rollover() -> bool:
    (one,) = readings(("2026-09-30", "99990"), ("2026-10-31", "00012"), rolled="2026-10-31")
    return one.usage == 22


def _shared() -> bool:
    weights = [Fraction(text) for text in ("89.35", "101.20", "75")]
    return share_out(yuan("560.00"), weights) == [yuan("188.43"), yuan("213.41"), yuan("158.16")]


def _three_months() -> bool:
    return share_out(yuan("1000"), [1, 1, 1]) == [yuan("333.34"), yuan("333.33"), yuan("333.33")]


def _late(
    day: str, *paid: Movement, amount: str = "1000.00", due: str = "2026-01-05", rate: str = "0.0005", grace: int = 0
) -> Money:
    return late_fee(LateFeeTerms(Decimal(rate), grace), yuan(amount), d(due), paid, NOTHING, d(day)).owed  # fmt: skip


def _late_fee() -> bool:
    return _late("2026-03-06") == yuan("30.00")


def _late_fee_after_a_part_payment() -> bool:
    return _late("2026-03-06", Movement(d("2026-02-04"), -yuan("400.00"))) == yuan("24.00")


def _grace() -> bool:
    return [_late("2026-01-12", grace=7), _late("2026-01-13", grace=7)] == [NOTHING, yuan("4.00")]


def _cap() -> bool:
    return _late("2026-03-06", amount="100.00", due="2020-01-05", rate="0.003") == yuan("100.00")


def _rent_for_two_years() -> bool:
    rent = terms(Formula.FIXED, "1000.00", escalation=rises("5", 12))
    months = planned(laid(rent, "2026-03-15", "2028-03-15"), "2028-04-01").charges
    by_year = terms(Formula.FIXED, "1000.00", cycle_months=12, anchor=Anchor.OWN, escalation=rises("5", 12))
    years = planned(laid(by_year, "2026-03-15", "2028-03-15"), "2028-04-01").charges
    return (
        [one.amount for one in years] == [yuan("12000.00"), yuan("12600.00")]
        and total(one.amount for one in months) == yuan("24600.00")
    )  # fmt: skip


ROWS: dict[str, Callable[[], bool]] = {
    "89.35 ㎡ × 2.35 for 2023-01-12 until 2023-09-15, calendar grid (20/31 + 7 + 14/30 months) | 1703.26": _area_and_calendar_grid,
    "calendar grid: 2023-01-12 until 2023-09-12 · 2023-05-10 until 05-20 · 2024-02-10 until 03-05 · 2023-02-10 until 03-05"
    " | 20/31 + 7 + 11/30 · 10/31 · 736/899 · 701/868": _calendar_grid,
    "own grid: from 2023-01-12 until 2023-09-12 · from 2026-01-12 until 2026-02-11 · from 2026-01-31 until 2026-02-28"
    " · until 2026-03-31 | 8 · 30/31 · 1 · 2": _own_grid,
    "96.42 ㎡ × 1.85, handover 2026-03-18, rest of the month (14/31) | 80.56": _handover,
    "0.15 × 130.70 half up | 19.61": _half_up,
    "444.195 half up · 444.191 up · 444.199 down, to the fen | 444.20 · 444.20 · 444.19": _three_roundings,
    "100.24 × 1.4 × 12 to whole yuan | 1684.00": _whole_yuan,
    "120.5 ㎡, tiers to 90 at 1.50, to 144 at 1.80, beyond 2.20, three months | 569.70": _tiered_area,
    "water tiers 0–216 at 2.07, –300 at 4.07, beyond 6.07; year so far 200, now 250: this bill | 171.50": _water_of_the_year,
    "own service by meter, surcharge 5: (1320.5 − 1288) × 3.2 + 5 | 109.00": _own_service_by_meter,
    "area 100 × 2.00, escalated once by 5 %, coefficient 1.2, vacant 0.7, surcharge 10, minimum 150, 2 months:"
    " (100 × 2.10 × 2) × 1.2 × 0.7 + 20 = 372.80 against 300 | 372.80": _all_modifiers,
    "1862.43 exact in cash | 1862.40 cash, 0.03 rounding": _cash,
    "meter of 5 digits, before 99990, now 00012, multiplier 1 | usage 22": _rollover,
    "560.00 shared over 89.35, 101.20, 75 ㎡ | 188.43, 213.41, 158.16": _shared,
    "1000.00 over three months | 333.34, 333.33, 333.33": _three_months,
    "late fee 1000.00, due 2026-01-05, paid 2026-03-06, 万分之五 | 30.00": _late_fee,
    "the same, 400.00 of it paid on 2026-02-04 | 24.00": _late_fee_after_a_part_payment,
    "the same rate, grace 7: reckoned 2026-01-12 · 2026-01-13 | 0.00 · 4.00": _grace,
    "100.00 due 2020-01-05, 千分之三, cap 1, reckoned 2026-03-06 | 100.00": _cap,
    "rent 1000.00 escalating 5 % every 12 months: two years | 12 000.00 + 12 600.00 = 24 600.00"
    " (the first step comes after the first 12 months)": _rent_for_two_years,
}


@pytest.mark.parametrize("row", [pytest.param(row, id=row) for row in ROWS])
def test_the_worked_number_comes_out(row: str) -> None:
    assert ROWS[row]()
