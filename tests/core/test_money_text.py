from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.core.money import MOST, Money, total
from app.core.money_text import parse_money
from app.core.refusals import AmountTooLarge, NegativeAmount, NoAmount, NotAnAmount, ThirdDecimal
from app.core.show import show_money


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1862.4", 186240),
        ("1,862.40", 186240),
        ("１８６２．４", 186240),
        ("１８６２。４", 186240),
        ("１，８６２．４０", 186240),
        ("1800+62.4", 186240),
        ("1800＋62．4", 186240),
        ("1 800 + 62.40", 186240),
        ("¥1,862.40", 186240),
        ("700元", 70000),
        ("１８００元＋62.4元", 186240),
        ("￥1862.40", 186240),
        (".5", 50),
        ("5.", 500),
        ("0", 0),
        ("0000001", 100),
        ("9,999,999.99", 999999999),
    ],
)
def test_amounts_are_read_as_they_are_typed(text: str, fen: int) -> None:
    assert parse_money(text) == Money(fen)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", NoAmount),
        ("  ", NoAmount),
        ("1.005", ThirdDecimal),
        ("1.000", ThirdDecimal),
        ("1+1.005", ThirdDecimal),
        ("-5", NegativeAmount),
        ("−5", NegativeAmount),
        ("－5", NegativeAmount),
        ("100-5", NegativeAmount),
        ("10000000", AmountTooLarge),
        ("9999999.99+0.01", AmountTooLarge),
        ("99999999999999999999", AmountTooLarge),
        ("12a", NotAnAmount),
        ("1.2.3", NotAnAmount),
        ("1,86.40", NotAnAmount),
        ("18,62.40", NotAnAmount),
        ("1+", NotAnAmount),
        ("+1", NotAnAmount),
        (".", NotAnAmount),
        ("¥", NotAnAmount),
        ("5²", NotAnAmount),
        ("٣", NotAnAmount),
        ("1e3", NotAnAmount),
        ("１／２", NotAnAmount),
    ],
)
def test_what_is_no_amount_is_refused_by_its_kind(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_money(text)


@given(st.integers(0, MOST.fen))
def test_a_shown_amount_is_read_back_the_same(fen: int) -> None:
    assert parse_money(show_money(Money(fen))) == Money(fen)
    assert parse_money(show_money(Money(fen), sign=True)) == Money(fen)


@given(st.lists(st.integers(0, 99_999_999), min_size=1, max_size=8))
def test_a_typed_sum_is_the_sum(amounts: list[int]) -> None:
    text = "+".join(show_money(Money(fen)) for fen in amounts)
    assert parse_money(text) == total(map(Money, amounts))


@given(st.text())
def test_any_text_is_an_amount_or_a_refusal(text: str) -> None:
    try:
        amount = parse_money(text)
    except Refusal:
        return
    assert Money(0) <= amount <= MOST
