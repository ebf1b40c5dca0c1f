"""What a line costs, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import NOTHING, Money
from app.core.refusals import NotPositive, TooManyDecimals
from app.tickets.materials.kinds import FreeReason, PayState
from app.tickets.materials.line_rule import Owed, amount_of, checked, parse_quantity, pay_state, worth_of
from app.tickets.materials.refusals import LineNeedsName, LineOfNothing, LineTooDear
from tests.tickets.materials.work_office import VALVE

QUANTITIES = st.decimals("0.0001", "9999", places=4)
PRICES = st.decimals("0.000001", "9999", places=6)


@pytest.mark.parametrize(
    ("quantity", "price", "fen"),
    [("2", "35.00", 7000), ("1.5", "60", 9000), ("0.333", "10", 333), ("3", "0.005", 2), ("1", "0.004", 0)],
)
def test_a_line_is_quantity_times_price_rounded_once(quantity: str, price: str, fen: int) -> None:
    assert worth_of(Decimal(quantity), Decimal(price)) == Money(fen)


@given(QUANTITIES, PRICES)
def test_rounding_is_never_off_by_more_than_half_a_fen(quantity: Decimal, price: Decimal) -> None:
    assert abs(worth_of(quantity, price).fen - quantity * price * 100) <= Decimal("0.5")


@given(QUANTITIES, PRICES, st.sampled_from(FreeReason))
def test_what_is_free_costs_the_resident_nothing(quantity: Decimal, price: Decimal, free: FreeReason) -> None:
    assert amount_of(quantity, price, free) == NOTHING


def test_a_line_needs_a_name_a_quantity_and_a_price_or_a_reason() -> None:
    for change, refusal in (
        ({"name": " "}, LineNeedsName),
        ({"quantity": Decimal(0)}, NotPositive),
        ({"price": Decimal(-1)}, NotPositive),
        ({"price": Decimal(0)}, LineOfNothing),
        ({"price": Decimal(9_999_999)}, LineTooDear),
    ):
        with pytest.raises(refusal):
            checked(replace(VALVE, **change))
    assert checked(replace(VALVE, price=Decimal(0), free=FreeReason.OFFICE)).price == 0


def test_a_quantity_is_read_as_it_is_typed() -> None:
    assert parse_quantity("１．５") == Decimal("1.5")
    with pytest.raises(TooManyDecimals):
        parse_quantity("1.23456")


@pytest.mark.parametrize(
    ("outstanding", "paid", "ever", "cancelled", "state"),
    [
        (100, 0, False, False, PayState.TO_PAY),
        (40, 60, True, False, PayState.PART_PAID),
        (0, 100, True, False, PayState.PAID),
        (0, 0, True, False, PayState.REFUNDED),
        (0, 0, False, False, PayState.LET_OFF),
        (100, 0, True, False, PayState.TO_PAY),
        (0, 0, False, True, PayState.NOT_CHARGED),
    ],
)
def test_where_a_line_stands_follows_from_its_charge(
    outstanding: int, paid: int, ever: bool, cancelled: bool, state: PayState
) -> None:
    owed = Owed(Money(100), Money(outstanding), Money(paid), ever, cancelled)
    assert pay_state(None, owed) is state
    assert pay_state(FreeReason.WARRANTY, owed) is PayState.FREE
    assert pay_state(None, None) is PayState.NOT_CHARGED
