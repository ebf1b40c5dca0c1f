from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from app.fees.billing_plan import Assigned, SkipReason, Vacancy
from app.fees.terms import Formula, TierSpan
from tests.fees.charging import (
    METER,
    changed,
    charge_of,
    d,
    laid,
    metered,
    planned,
    readings,
    rises,
    shown,
    terms,
    tiers,
)

SERVICE = terms(Formula.METERED, "2")
SEP, OCT, NOV, DEC = (f"2026-{day}" for day in ("09-30", "10-31", "11-30", "12-31"))


def test_a_reading_is_charged_by_the_run_of_its_month_and_due_after_it() -> None:
    case = metered(SERVICE, SEP, (SEP, "0"), (OCT, "10"), (NOV, "30"))
    october = planned(case, "2026-11-01")
    assert shown(october.charges) == [f"{SEP} {OCT} 20.00"]
    assert str(october.charges[0].due_on) == "2026-11-05"
    later = replace(case, charged_from=d(SEP), charged_until=d(OCT))
    assert shown(planned(later, "2026-12-01").charges) == [f"{OCT} {NOV} 40.00"]


def test_the_first_reading_is_a_base_and_bills_nothing() -> None:
    plan = planned(metered(SERVICE, SEP, (SEP, "500")), "2026-11-01")
    assert (plan.charges, plan.skipped) == ((), SkipReason.NO_READING)


@pytest.mark.parametrize(
    ("case", "until", "reason"),
    [
        pytest.param(laid(SERVICE, SEP), "2026-11-01", SkipReason.NO_METER, id="no meter"),
        pytest.param(laid(SERVICE, SEP, meter_id=METER), "2026-11-01", SkipReason.NO_READING, id="never read"),
        pytest.param(metered(SERVICE, SEP, (SEP, "0"), (NOV, "5")), "2026-11-01", SkipReason.NO_READING, id="read later"),
        pytest.param(metered(SERVICE, SEP, (SEP, "5"), (OCT, "5")), "2026-11-01", SkipReason.NO_USAGE, id="nothing used"),
        pytest.param(metered(SERVICE, SEP, (SEP, "5"), (OCT, "4")), "2026-11-01", SkipReason.NEGATIVE_USAGE, id="below zero"),
        pytest.param(metered(SERVICE, "2026-12-15", (SEP, "5"), (OCT, "9")), "2026-11-01", SkipReason.NOT_BEGUN, id="not begun"),
        pytest.param(metered(SERVICE, SEP, (SEP, "5"), (OCT, "9"), until=OCT, charged_from=d(SEP), charged_until=d(OCT)), "2026-12-01", SkipReason.ENDED, id="ended"),
        pytest.param(metered(SERVICE, SEP, (SEP, "5"), (OCT, "9"), charged_from=d(SEP), charged_until=d(OCT)), "2026-11-01", SkipReason.BILLED_ALREADY, id="billed already"),
        pytest.param(metered(SERVICE, SEP, (SEP, "5"), (OCT, "9"), charged_from=d(SEP), charged_until=d(OCT)), "2026-12-01", SkipReason.NO_READING, id="the next reading is missing"),
    ],
)  # fmt: skip
def test_a_meter_that_is_not_charged_has_a_reason(case: Assigned, until: str, reason: SkipReason) -> None:
    plan = planned(case, until)
    assert (plan.charges, plan.skipped) == ((), reason)


def test_an_estimate_that_was_too_high_is_made_good_by_the_readings_after_it() -> None:
    case = metered(SERVICE, SEP, (SEP, "0"), (OCT, "30"), (NOV, "25"), (DEC, "40"), estimated=OCT)
    first = planned(case, "2026-11-01").charges
    assert shown(first) == [f"{SEP} {OCT} 60.00"]
    assert first[0].explain["readings"][0]["estimated"] is True
    rest = replace(case, charged_from=d(SEP), charged_until=d(OCT))
    assert planned(rest, "2026-12-01").skipped is SkipReason.NEGATIVE_USAGE
    assert shown(planned(rest, "2027-01-01").charges) == [f"{OCT} {DEC} 20.00"]


def test_readings_below_zero_after_a_charge_are_named_though_something_was_charged() -> None:
    plan = planned(metered(SERVICE, SEP, (SEP, "0"), (OCT, "30"), (NOV, "25")), "2026-12-01")
    assert (shown(plan.charges), plan.skipped) == ([f"{SEP} {OCT} 60.00"], SkipReason.NEGATIVE_USAGE)


def test_a_correction_after_billing_makes_no_second_charge() -> None:
    corrected = readings((SEP, "0"), (OCT, "12"))
    case = laid(SERVICE, SEP, meter_id=METER, intervals=corrected, charged_from=d(SEP), charged_until=d(OCT))
    assert planned(case, "2026-11-01").charges == ()


@pytest.mark.parametrize("day", ["2026-10-01", "2026-10-11", "2026-10-30"])
def test_at_a_title_transfer_both_parts_of_a_reading_sum_to_the_whole(day: str) -> None:
    water = terms(Formula.TIERED_METERED, tiers=tiers(("18", "2.07"), (None, "4.07")), surcharge="3")
    read = ((SEP, "0"), (OCT, "31"))
    whole = charge_of(metered(water, SEP, *read))
    seller, buyer = charge_of(metered(water, SEP, *read, until=day)), charge_of(metered(water, day, *read))
    assert (seller.period.until, buyer.period.first) == (d(day), d(day))
    used = [Fraction(one.explain["lines"][0]["usage"]) for one in (seller, buyer, whole)]
    assert used[0] + used[1] == used[2] == 31
    assert abs((seller.amount + buyer.amount).fen - whole.amount.fen) <= 1


def test_the_tiers_of_a_year_go_on_for_the_new_owner() -> None:
    water = terms(Formula.TIERED_METERED, tiers=tiers(("20", "2"), (None, "4")), tier_span=TierSpan.YEAR)
    read = (("2025-12-31", "0"), (SEP, "15"), (OCT, "46"))
    seller = charge_of(metered(water, SEP, *read, until="2026-10-10"))
    buyer = charge_of(metered(water, "2026-10-10", *read))
    assert (seller.amount.fen, buyer.amount.fen) == (5 * 200 + 5 * 400, 21 * 400)


def test_price_vacancy_and_escalation_cut_a_reading_by_days() -> None:
    rising = changed(SERVICE, "2026-10-10", terms(Formula.METERED, "3", escalation=rises("10", 1)))
    half = Vacancy(d("2026-10-27"), d("2026-11-15"), Decimal("0.5"))
    charge = charge_of(metered(rising, "2026-09-20", ("2026-09-20", "0"), (OCT, "41"), vacancies=(half,)))
    lines = charge.explain["lines"]
    assert [(line["first"], line["usage"]) for line in lines] == [
        ("2026-09-20", "20"),
        ("2026-10-10", "10"),
        ("2026-10-20", "7"),
        ("2026-10-27", "4"),
    ]
    assert charge.amount.fen == 20 * 200 + 10 * 300 + 7 * 330 + 4 * 165


def test_a_tariff_that_is_closed_charges_its_own_days_of_a_reading() -> None:
    closed = changed(SERVICE, "2026-10-10", SERVICE)[:1]
    case = metered(closed, SEP, (SEP, "0"), (OCT, "31"))
    assert shown(planned(case, "2026-12-01").charges) == [f"{SEP} 2026-10-10 20.00"]
    assert (
        planned(replace(case, charged_from=d(SEP), charged_until=d("2026-10-10")), "2026-12-01").skipped
        is SkipReason.NO_PRICE
    )


def test_what_was_paid_before_the_office_began_is_not_charged_again() -> None:
    case = metered(SERVICE, SEP, (SEP, "0"), (OCT, "31"), paid_until=d("2026-10-11"))
    assert shown(planned(case, "2026-11-01").charges) == [f"2026-10-11 {OCT} 40.00"]
