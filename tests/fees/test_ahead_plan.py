"""Paid ahead and then run is what the run alone would have charged; a cut month leaves no day out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from app.core.money import Money, total
from app.core.periods import add_months
from app.fees.ahead.ahead_plan import AheadPlan, last_day_covered
from app.fees.billing_plan import Assigned, plan
from app.fees.handover import HandoverMonth
from app.fees.planned_charge import PlannedCharge
from app.fees.skip_reason import SkipReason
from tests.fees.random_cases import random_case
from tests.fees.told import told

RULE = HandoverMonth.FROM_HANDOVER_DAY


def some_assigned(seeds: range) -> Iterator[tuple[Random, Assigned]]:
    for seed in seeds:
        drawn = random_case(seed)
        if not drawn.case.by_meter:
            yield Random(seed), told(drawn)


def then_charged(assigned: Assigned, charges: tuple[PlannedCharge, ...]) -> Assigned:
    last = charges[-1]
    return replace(
        assigned,
        charged_from=assigned.charged_from or charges[0].period.first,
        charged_until=last.period.until,
        last_first=last.period.first,
        last_amount=last.amount,
    )


def test_paid_ahead_to_the_end_of_a_period_and_then_run_is_the_run_alone() -> None:
    for rng, assigned in some_assigned(range(400)):
        horizon = add_months(assigned.first, 30)
        alone = plan(assigned, horizon, RULE).charges
        if len(alone) < 2:
            continue
        until = rng.choice(alone[:-1]).period.until
        reached = AheadPlan(assigned, RULE, horizon).up_to(until)
        rest = plan(then_charged(assigned, reached.charges), horizon, RULE).charges
        assert (*reached.charges, *rest) == alone


def test_a_month_cut_anywhere_is_gone_on_with_at_the_next_day() -> None:
    for rng, assigned in some_assigned(range(400, 800)):
        horizon = add_months(assigned.first, 30)
        alone = plan(assigned, horizon, RULE).charges
        ahead = AheadPlan(assigned, RULE, horizon)
        reached = ahead.up_to(ahead.first + timedelta(rng.randrange(1, 500)))
        if not reached.charges or len(alone) < 2:
            continue
        rest = plan(then_charged(assigned, reached.charges), horizon, RULE).charges
        both = [*reached.charges, *rest]
        assert all(before.period.until == after.period.first for before, after in pairwise(both))
        later = {one.period: one for one in alone if one.period.first >= both[len(reached.charges) - 1].period.until}
        assert all(later.get(one.period, one) == one for one in rest[1:])


def test_money_pays_up_to_the_last_whole_day_that_it_covers() -> None:
    for rng, assigned in some_assigned(range(800, 1000)):
        horizon = add_months(assigned.first, 12)
        ahead = AheadPlan(assigned, RULE, horizon)
        money = Money(rng.randrange(1, 500_000))
        day = last_day_covered([ahead], money, horizon)
        if day is None:
            assert ahead.cost(ahead.first + timedelta(1)) > money or not ahead.cost(ahead.first + timedelta(1))
            continue
        assert ahead.cost(day) <= money
        assert day == horizon or ahead.cost(day + timedelta(1)) > money


def test_a_tariff_that_ends_says_how_far_it_goes_and_why() -> None:
    _, assigned = next(some_assigned(range(3)))
    ending = replace(assigned, until=assigned.first + timedelta(40), unit=assigned.unit)
    reached = AheadPlan(ending, RULE, add_months(assigned.first, 12)).up_to(add_months(assigned.first, 6))
    assert (reached.until, reached.stopped) == (ending.until, SkipReason.ENDED)


def test_what_is_measured_cannot_be_paid_ahead() -> None:
    by_meter = next(one for one in (random_case(seed) for seed in range(50)) if one.case.by_meter)
    ahead = AheadPlan(told(by_meter), RULE, date(2031, 1, 1))
    assert ahead.up_to(date(2030, 1, 1)).stopped is SkipReason.NO_READING
    assert total(one.amount for one in ahead.up_to(date(2030, 1, 1)).charges) == Money(0)
