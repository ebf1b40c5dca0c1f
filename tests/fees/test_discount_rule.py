"""Months paid at once earn a discount: which months, how much, and how it lies on each charge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import ChargeId, DiscountRuleId, FeeItemId
from app.core.money import Money, total
from app.core.periods import add_months
from app.fees.adjustments.discount_rule import (
    DiscountableCharge,
    DiscountKind,
    DiscountRule,
    discounts,
    recompute_discount,
    whole_months,
)

TODAY = date(2026, 11, 20)
PROPERTY, PARKING = FeeItemId(1), FeeItemId(3)


def rule(
    kind: DiscountKind = DiscountKind.PERCENT,
    value: str = "5",
    months: int = 12,
    number: int = 1,
    first: str = "2026-01-01",
    until: str | None = None,
    arrears: bool = False,
    item: FeeItemId = PROPERTY,
) -> DiscountRule:
    end = None if until is None else date.fromisoformat(until)
    return DiscountRule(
        DiscountRuleId(number),
        f"rule {number}",
        item,
        months,
        kind,
        Decimal(value),
        date.fromisoformat(first),
        end,
        arrears,
    )


def months(
    count: int, fen: int = 16557, first: str = "2026-12-01", item: FeeItemId = PROPERTY
) -> list[DiscountableCharge]:
    start = date.fromisoformat(first)
    return [
        DiscountableCharge(
            ChargeId(100 * item + place),
            item,
            add_months(start, place),
            add_months(start, place + 1),
            add_months(start, place).replace(day=5),
            Money(fen),
        )
        for place in range(count)
    ]


def test_twelve_months_at_once_give_five_percent_of_all_of_them() -> None:
    (one,) = discounts([rule()], months(12), TODAY)
    assert (one.months, one.base, one.amount) == (12, Money(198684), Money(9934))
    assert min(one.shares.values()) == Money(827)
    assert total(one.shares.values()) == one.amount


def test_eleven_months_give_nothing() -> None:
    assert discounts([rule()], months(11), TODAY) == []


def test_a_month_left_out_breaks_the_row() -> None:
    chosen = months(13)
    del chosen[6]
    assert discounts([rule()], chosen, TODAY) == []


def test_a_line_that_is_not_chosen_counts_for_nothing() -> None:
    from dataclasses import replace

    chosen = months(12)
    chosen[-1] = replace(chosen[-1], chosen=False)
    assert discounts([rule()], chosen, TODAY) == []


def test_quarters_count_as_three_months_each() -> None:
    quarters = [
        DiscountableCharge(
            ChargeId(n),
            PROPERTY,
            add_months(date(2027, 1, 1), 3 * n),
            add_months(date(2027, 1, 1), 3 * n + 3),
            date(2027, 1, 5),
            Money(49671),
        )
        for n in range(4)
    ]
    (one,) = discounts([rule()], quarters, TODAY)
    assert one.amount == Money(9934)


def test_a_thirteenth_month_for_nothing_is_spread_over_thirteen() -> None:
    (one,) = discounts([rule(DiscountKind.GIFT_MONTHS, "1")], months(13, 10000), TODAY)
    assert one.amount == Money(10000)
    assert list(one.shares.values()) == [Money(770)] * 3 + [Money(769)] * 10


def test_the_gift_month_itself_has_to_be_chosen() -> None:
    assert discounts([rule(DiscountKind.GIFT_MONTHS, "1")], months(12), TODAY) == []


def test_an_amount_off_is_given_once() -> None:
    (one,) = discounts([rule(DiscountKind.AMOUNT, "100.50")], months(24), TODAY)
    assert one.amount == Money(10050)


def test_an_amount_that_is_not_less_than_the_bill_is_not_given() -> None:
    assert discounts([rule(DiscountKind.AMOUNT, "200", months=1)], months(1), TODAY) == []


@pytest.mark.parametrize(
    ("day", "given_then"), [("2026-10-31", 0), ("2026-11-01", 1), ("2026-12-31", 1), ("2027-01-01", 0)]
)
def test_it_is_given_on_the_days_on_which_it_is_valid(day: str, given_then: int) -> None:
    only = rule(first="2026-11-01", until="2027-01-01")
    assert len(discounts([only], months(12, first="2027-02-01"), date.fromisoformat(day))) == given_then


def test_only_without_arrears_gives_nothing_while_something_past_due_is_left_out() -> None:
    only = rule(arrears=True)
    assert discounts([only], months(12), TODAY, arrears=True) == []
    assert len(discounts([only], months(12), TODAY)) == 1
    assert len(discounts([rule()], months(12), TODAY, arrears=True)) == 1


def test_only_without_arrears_what_is_past_due_is_paid_along_and_earns_nothing() -> None:
    (one,) = discounts([rule(arrears=True)], months(13, first="2026-11-01"), TODAY)
    assert (one.months, one.base) == (12, Money(12 * 16557))
    assert discounts([rule(arrears=True)], months(12, first="2026-11-01"), TODAY) == []


def test_of_several_rules_the_best_is_given_and_each_item_has_its_own() -> None:
    rules = [
        rule(),
        rule(DiscountKind.AMOUNT, "120", number=2),
        rule(DiscountKind.PERCENT, "10", number=3, item=PARKING),
    ]
    found = discounts(rules, [*months(12), *months(12, 30000, item=PARKING)], TODAY)
    assert [(one.rule.id, one.amount) for one in found] == [(2, Money(12000)), (3, Money(36000))]


def test_months_from_the_last_of_january_follow_one_another() -> None:
    edges = [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    charges = [
        DiscountableCharge(ChargeId(n), PROPERTY, edges[n], edges[n + 1], edges[n], Money(100)) for n in range(2)
    ]
    assert whole_months(charges) == 2


KINDS = st.one_of(
    st.tuples(st.just(DiscountKind.PERCENT), st.decimals("0.01", "99.99", places=2)),
    st.tuples(st.just(DiscountKind.AMOUNT), st.decimals("0.01", "5000", places=2)),
    st.tuples(st.just(DiscountKind.GIFT_MONTHS), st.integers(1, 6).map(Decimal)),
)


@given(KINDS, st.lists(st.integers(1, 99_999), min_size=1, max_size=30), st.integers(1, 12))
def test_the_shares_sum_to_the_discount_and_no_charge_goes_below_zero(
    kind: tuple[DiscountKind, Decimal], amounts: list[int], least: int
) -> None:
    from dataclasses import replace

    charges = [replace(one, amount=Money(fen)) for one, fen in zip(months(len(amounts)), amounts, strict=True)]
    for one in discounts([rule(kind[0], str(kind[1]), least)], charges, TODAY):
        assert total(one.shares.values()) == one.amount == recompute_discount(one.to_facts())
        assert all(Money(0) < share <= charge.amount for charge in charges if (share := one.shares.get(charge.id)))
        assert one.amount < one.base
