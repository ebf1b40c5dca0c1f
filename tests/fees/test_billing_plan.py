from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.core.money import Money
from app.fees.billing_plan import (
    Assigned,
    BillableUnit,
    PlannedCharge,
    Readiness,
    SkipReason,
    ValidTerms,
    next_charge,
    plan,
)
from app.fees.explanation import recompute
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.terms import Anchor, Formula, Pays, TariffTerms

HOME = BillableUnit(Areas(Decimal("89.50")))
MONTHLY = TariffTerms(Formula.AREA, Decimal("1.85"))
QUARTERLY = TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3)
FROM_DAY = HandoverMonth.FROM_HANDOVER_DAY


def d(text: str) -> date:
    return date.fromisoformat(text)


def assigned(
    terms: TariffTerms = MONTHLY, first: str = "2026-01-01", unit: BillableUnit = HOME, **more: date
) -> Assigned:
    return Assigned(unit, [ValidTerms(d("2020-01-01"), None, terms)], d(first), **more)  # type: ignore[arg-type]


def spans(charges: tuple[PlannedCharge, ...]) -> list[str]:
    return [f"{charge.period.first} {charge.period.until} due {charge.due_on}" for charge in charges]


def test_a_month_is_charged_once_and_due_on_the_fifth() -> None:
    planned = plan(assigned(), d("2026-03-01"), FROM_DAY)
    assert spans(planned.charges) == ["2026-01-01 2026-02-01 due 2026-01-05", "2026-02-01 2026-03-01 due 2026-02-05"]
    assert [charge.amount for charge in planned.charges] == [Money(16558), Money(16558)]


def test_the_next_run_starts_where_the_last_charge_ended() -> None:
    charged = assigned(charged_from=d("2026-01-01"), charged_until=d("2026-03-01"))
    assert spans(plan(charged, d("2026-04-01"), FROM_DAY).charges) == ["2026-03-01 2026-04-01 due 2026-03-05"]
    assert plan(charged, d("2026-03-01"), FROM_DAY).skipped is SkipReason.BILLED_ALREADY


def test_a_quarter_is_charged_when_it_begins_and_follows_the_calendar() -> None:
    planned = plan(assigned(QUARTERLY, "2026-02-10"), d("2026-05-01"), FROM_DAY)
    assert spans(planned.charges) == ["2026-02-10 2026-04-01 due 2026-03-05", "2026-04-01 2026-07-01 due 2026-04-05"]


def test_a_quarter_paid_after_use_is_charged_when_it_has_ended() -> None:
    after = TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3, pays=Pays.AFTER)
    assert plan(assigned(after), d("2026-03-01"), FROM_DAY).charges == ()
    assert spans(plan(assigned(after), d("2026-04-01"), FROM_DAY).charges) == ["2026-01-01 2026-04-01 due 2026-04-05"]


def test_own_months_run_from_the_first_day_without_drift() -> None:
    own = TariffTerms(Formula.FIXED, Decimal(100), anchor=Anchor.OWN)
    planned = plan(assigned(own, "2026-01-31"), d("2026-05-01"), FROM_DAY)
    assert [str(charge.period.until) for charge in planned.charges] == [
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]
    assert {charge.amount for charge in planned.charges} == {Money(10000)}


def test_own_months_keep_their_origin_in_later_runs() -> None:
    own = TariffTerms(Formula.FIXED, Decimal(100), anchor=Anchor.OWN)
    later = assigned(own, "2026-01-12", charged_from=d("2026-01-31"), charged_until=d("2026-02-28"))
    assert spans(plan(later, d("2026-03-01"), FROM_DAY).charges) == ["2026-02-28 2026-03-31 due 2026-03-05"]


@pytest.mark.parametrize(
    ("rule", "first", "fen"),
    [
        (HandoverMonth.FROM_HANDOVER_DAY, "2026-03-18", 7478),
        (HandoverMonth.FROM_NEXT_MONTH, "2026-04-01", 16558),
        (HandoverMonth.WHOLE_MONTH, "2026-03-01", 16558),
    ],
)
def test_the_handover_month_follows_the_offices_rule(rule: HandoverMonth, first: str, fen: int) -> None:
    unit = BillableUnit(HOME.areas, d("2026-03-18"))
    charge = plan(assigned(unit=unit), d("2026-05-01"), rule).charges[0]
    assert (charge.period.first, charge.amount) == (d(first), Money(fen))


def test_what_was_paid_before_the_office_began_is_not_charged_again() -> None:
    charge = next_charge(assigned(paid_until=d("2026-04-01")), FROM_DAY)
    assert charge is not None
    assert charge.period.first == d("2026-04-01")


@pytest.mark.parametrize(
    ("cycle", "paid", "until"),
    [(1, "2026-02-28", "2026-03-31"), (1, "2026-03-10", "2026-03-31"), (3, "2026-02-28", "2026-04-30"), (12, "2026-05-31", "2027-01-31")],
)  # fmt: skip
def test_what_was_paid_before_does_not_move_the_months_of_its_own(cycle: int, paid: str, until: str) -> None:
    own = TariffTerms(Formula.FIXED, Decimal(100), cycle_months=cycle, anchor=Anchor.OWN)
    brought = assigned(own, "2026-01-31", paid_until=d(paid))
    charge = next_charge(brought, FROM_DAY)
    assert charge is not None
    assert (charge.period.first, charge.period.until) == (d(paid), d(until))
    later = replace(brought, charged_from=d(paid), charged_until=d(until))
    assert plan(brought, d("2028-01-01"), FROM_DAY).charges[1:] == plan(later, d("2028-01-01"), FROM_DAY).charges


def test_a_price_change_inside_a_period_makes_lines_inside_one_charge_rounded_once() -> None:
    versions = [
        ValidTerms(d("2020-01-01"), d("2026-07-16"), TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3)),
        ValidTerms(d("2026-07-16"), None, TariffTerms(Formula.AREA, Decimal("2.00"), cycle_months=3)),
    ]
    planned = plan(Assigned(HOME, versions, d("2026-07-01")), d("2026-08-01"), FROM_DAY)
    (charge,) = planned.charges
    assert [(line["months"], line["price"]) for line in charge.explain["lines"]] == [
        ("15/31", "1.85"),
        ("78/31", "2.00"),
    ]
    assert charge.amount == Money(53050)  # 89.5 × (1.85 × 15/31 + 2.00 × 78/31) = 530.5040…
    assert recompute(charge.explain) == charge.amount


def test_a_price_change_never_touches_the_periods_before_it() -> None:
    before = assigned()
    changed = Assigned(
        HOME,
        [
            ValidTerms(d("2020-01-01"), d("2026-03-01"), MONTHLY),
            ValidTerms(d("2026-03-01"), None, TariffTerms(Formula.AREA, Decimal(3))),
        ],
        d("2026-01-01"),
    )
    until = d("2026-03-01")
    assert plan(before, until, FROM_DAY) == plan(changed, until, FROM_DAY)


def test_an_assignment_ends_inside_a_period() -> None:
    planned = plan(assigned(until=d("2026-02-11")), d("2026-06-01"), FROM_DAY)
    assert [str(charge.period.until) for charge in planned.charges] == ["2026-02-01", "2026-02-11"]
    assert planned.charges[-1].amount == Money(5913)


@pytest.mark.parametrize(
    ("skipped", "case"),
    [
        (SkipReason.NO_AREA, assigned(unit=BillableUnit(Areas()))),
        (SkipReason.UNSOLD, assigned(unit=BillableUnit(HOME.areas, readiness=Readiness.UNSOLD))),
        (
            SkipReason.NO_HANDOVER_DATE,
            assigned(unit=BillableUnit(HOME.areas, readiness=Readiness.WAITS_FOR_HANDOVER)),
        ),
        (SkipReason.NOT_BEGUN, assigned(first="2026-12-01")),
        (SkipReason.NOT_BEGUN, assigned(unit=BillableUnit(HOME.areas, d("2026-12-24")))),
        (
            SkipReason.ENDED,
            assigned(charged_from=d("2026-01-01"), charged_until=d("2026-02-01"), until=d("2026-02-01")),
        ),
        (SkipReason.NO_PRICE, Assigned(HOME, [ValidTerms(d("2020-01-01"), d("2021-01-01"), MONTHLY)], d("2026-01-01"))),
    ],
)
def test_nothing_is_charged_without_a_stated_reason(skipped: SkipReason, case: Assigned) -> None:
    planned = plan(case, d("2026-06-01"), FROM_DAY)
    assert planned.charges == ()
    assert planned.skipped is skipped
