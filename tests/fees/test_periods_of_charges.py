"""First payments of many months, days ahead, vacancies and escalation, and parts that sum to the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.periods import Convention
from app.fees.billing_plan import Assigned, SkipReason, Vacancy, plan
from app.fees.escalation import steps_on
from app.fees.explanation import exact_of
from app.fees.terms import Anchor, Modifiers, Pays
from tests.fees.charging import FROM_DAY, by_area, charge_of, d, laid, planned, rises, shown

MONTHLY = by_area("1.85")


@pytest.mark.parametrize(
    ("case", "until", "periods"),
    [
        pytest.param(laid(by_area("1", first_payment_months=12), "2026-03-01"), "2027-05-01", ["2026-03-01 2027-03-01", "2027-03-01 2027-04-01", "2027-04-01 2027-05-01"], id="twelve months from a first"),
        pytest.param(laid(by_area("1", first_payment_months=6), "2026-03-18"), "2026-11-01", ["2026-03-18 2026-09-18", "2026-09-18 2026-10-01", "2026-10-01 2026-11-01"], id="six months to the day, then to the cycle's line"),
        pytest.param(laid(by_area("1", first_payment_months=6, cycle_months=3), "2026-02-01"), "2026-10-02", ["2026-02-01 2026-08-01", "2026-08-01 2026-10-01", "2026-10-01 2027-01-01"], id="then by quarters"),
        pytest.param(laid(by_area("1", first_payment_months=12, anchor=Anchor.OWN), "2024-02-29"), "2025-04-01", ["2024-02-29 2025-02-28", "2025-02-28 2025-03-29", "2025-03-29 2025-04-29"], id="from 29 February by own months"),
        pytest.param(laid(by_area("1", first_payment_months=12), "2026-03-01", "2026-06-15"), "2027-01-01", ["2026-03-01 2026-06-15"], id="an assignment that ends sooner"),
        pytest.param(laid(by_area("1", first_payment_months=6), "2026-03-01", charged_from=d("2026-03-01"), charged_until=d("2026-09-01")), "2026-10-01", ["2026-09-01 2026-10-01"], id="only the first charge"),
        pytest.param(laid(by_area("1", first_payment_months=6), "2026-03-01", paid_until=d("2026-05-01")), "2026-06-01", ["2026-05-01 2026-06-01"], id="who had paid before has made it"),
        pytest.param(laid(by_area("1", first_payment_months=6, pays=Pays.AFTER), "2026-03-01"), "2026-05-01", ["2026-03-01 2026-04-01", "2026-04-01 2026-05-01"], id="paid after use knows none"),
    ],
)  # fmt: skip
def test_the_first_payment_covers_its_months(case: Assigned, until: str, periods: list[str]) -> None:
    assert [one[:21] for one in shown(planned(case, until).charges)] == periods


def test_a_period_is_billed_its_lead_days_before_it_begins() -> None:
    early = laid(by_area("1", lead_days=10), "2026-01-01", charged_from=d("2026-01-01"), charged_until=d("2026-04-01"))
    assert planned(early, "2026-03-22").skipped is SkipReason.BILLED_ALREADY
    assert len(planned(early, "2026-03-23").charges) == 1
    after = replace(early, versions=laid(by_area("1", lead_days=10, pays=Pays.AFTER), "2026-01-01").versions)
    assert planned(after, "2026-04-30").charges == ()
    assert len(planned(after, "2026-05-01").charges) == 1


def vacant(*granted: tuple[str, str | None, str]) -> tuple[Vacancy, ...]:
    return tuple(
        Vacancy(d(first), None if until is None else d(until), Decimal(factor)) for first, until, factor in granted
    )


@pytest.mark.parametrize(
    ("granted", "lines", "fen"),
    [
        ([], ["2026-07-01"], 27000),
        ([("2026-07-01", "2026-10-01", "0.7")], ["2026-07-01 0.7"], 18900),
        ([("2026-06-01", None, "0.7")], ["2026-07-01 0.7"], 18900),
        ([("2026-08-01", None, "0.5")], ["2026-07-01", "2026-08-01 0.5"], 18000),
        ([("2026-07-16", "2026-08-17", "0")], ["2026-07-01", "2026-07-16 0", "2026-08-17"], 17710),
        ([("2026-09-30", "2026-10-05", "0")], ["2026-07-01", "2026-09-30 0"], 26700),
        ([("2026-05-01", "2026-07-01", "0")], ["2026-07-01"], 27000),
        ([("2026-10-01", None, "0")], ["2026-07-01"], 27000),
        ([("2026-07-01", None, "0.5"), ("2026-08-01", "2026-09-01", "0.9")], ["2026-07-01 0.5", "2026-08-01 0.9", "2026-09-01 0.5"], 17100),
    ],
)  # fmt: skip
def test_a_vacancy_has_its_own_line_and_factor(
    granted: list[tuple[str, str | None, str]], lines: list[str], fen: int
) -> None:
    quarter = laid(by_area("1", cycle_months=3), "2026-07-01", area="90", vacancies=vacant(*granted))
    charge = charge_of(quarter)
    said = [f"{line['first']} {line.get('vacant', '')}".strip() for line in charge.explain["lines"]]
    assert (said, charge.amount.fen) == (lines, fen)


def test_a_vacancy_takes_the_place_of_the_assignments_own_factor() -> None:
    own = Modifiers(Decimal("1.2"), Decimal("0.7"))
    case = laid(by_area("1"), "2026-07-01", area="100", modifiers=own, vacancies=vacant(("2026-07-01", None, "0.5")))
    assert charge_of(case).amount.fen == 6000
    assert charge_of(replace(case, vacancies=())).amount.fen == 8400


@pytest.mark.parametrize(
    ("day", "steps"),
    [("2023-12-31", 0), ("2024-01-31", 0), ("2024-02-28", 0), ("2024-02-29", 1), ("2024-03-30", 1), ("2024-03-31", 2), ("2025-01-31", 12)],
)  # fmt: skip
def test_a_price_grows_on_the_assignments_own_grid(day: str, steps: int) -> None:
    assert steps_on(d(day), d("2024-01-31"), rises("5", 1)) == steps


def test_each_step_inside_a_period_makes_a_line() -> None:
    yearly = laid(by_area("1", cycle_months=12, escalation=rises("10", 5)), "2026-01-01", area="100")
    lines = charge_of(yearly).explain["lines"]
    assert [(line["first"], line.get("escalation")) for line in lines] == [
        ("2026-01-01", None),
        ("2026-06-01", ["10", 5, 1]),
        ("2026-11-01", ["10", 5, 2]),
    ]
    assert charge_of(yearly).amount.fen == 5 * 10000 + 5 * 11000 + 2 * 12100


days = st.dates(date(2018, 1, 1), date(2030, 12, 31))


@given(days, st.integers(1, 400), days, st.sampled_from(Convention))
def test_at_a_title_transfer_on_any_day_the_parts_sum_to_the_whole(
    first: date, length: int, transfer: date, convention: Convention
) -> None:
    """The seller's assignment ends where the buyer's begins: by the calendar both count on one grid."""
    until = first + timedelta(days=length)
    transfer = min(max(transfer, first + timedelta(days=1)), until)
    what = by_area("1.85", convention=convention)

    def exact(begin: date, end: date) -> Fraction:
        case = laid(what, str(begin), str(end))
        charges = plan(case, date(2040, 1, 1), FROM_DAY).charges
        return sum((exact_of(one.explain) for one in charges), Fraction(0))

    whole = exact(first, until)
    assert whole == exact(first, transfer) + (exact(transfer, until) if transfer < until else 0)


def _facts_of(case: Assigned) -> dict[str, Any]:
    return charge_of(case).explain


def test_a_plain_charge_says_nothing_of_what_it_does_not_have() -> None:
    assert _facts_of(laid(MONTHLY, "2026-08-01")) == {
        "kind": "computed",
        "lines": [
            {
                "first": "2026-08-01",
                "until": "2026-09-01",
                "months": "1",
                "formula": "area",
                "price": "1.85",
                "area": "89.50",
                "area_base": "building",
            }
        ],
        "grid": "calendar",
        "convention": "exact_days",
        "rounding": "half_up",
        "rounding_unit_fen": 1,
    }
