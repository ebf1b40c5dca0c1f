from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.core.quantities import parse_area, parse_daily_rate, parse_price, parse_reading
from app.core.refusals import (
    NotANumber,
    NotARate,
    NotPositive,
    NumberTooLarge,
    RateTooHigh,
    RateWithoutUnit,
    TooManyDecimals,
)


@pytest.mark.parametrize(
    ("text", "area"), [("89.5", "89.5"), ("89.3512", "89.3512"), ("１０１．２０", "101.20"), ("1,200", "1200")]
)
def test_areas_are_read_as_typed(text: str, area: str) -> None:
    assert parse_area(text) == Decimal(area)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("89.35123", TooManyDecimals),
        ("0", NotPositive),
        ("-3", NotPositive),
        ("", NotANumber),
        ("89㎡", NotANumber),
        ("1e2", NotANumber),
        ("NaN", NotANumber),
        ("10000000", NumberTooLarge),
    ],
)
def test_what_is_no_area_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_area(text)


def test_a_price_has_up_to_six_decimals() -> None:
    assert parse_price("1.854321") == Decimal("1.854321")
    with pytest.raises(TooManyDecimals):
        parse_price("1.8543210")


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0.5‰", "0.0005"),
        ("5‱", "0.0005"),
        ("0.05%", "0.0005"),
        ("０．０５％", "0.0005"),
        ("万分之五", "0.0005"),
        ("万分之 5", "0.0005"),
        ("每日万分之五", "0.0005"),
        ("2 ‰", "0.002"),
        ("千分之二", "0.002"),
        ("千分之二点五", "0.0025"),
        ("千分之0.5", "0.0005"),
        ("百分之零点零五", "0.0005"),
        ("万分之十", "0.001"),
        ("万分之十五", "0.0015"),
        ("万分之二十", "0.002"),
        ("1%", "0.01"),
    ],
)
def test_daily_rates_are_read_with_their_unit(text: str, rate: str) -> None:
    assert parse_daily_rate(text) == Decimal(rate)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("0.0005", RateWithoutUnit),
        ("5", RateWithoutUnit),
        ("", NotARate),
        ("五", NotARate),
        ("万分之", NotARate),
        ("万分之一二", NotARate),
        ("万分之十十", NotARate),
        ("5‰‰", NotARate),
        ("千分之5%", NotARate),
        ("0‰", NotPositive),
        ("-5‰", NotARate),
        ("2%", RateTooHigh),
        ("千分之二十", RateTooHigh),
        ("0.00005‰", TooManyDecimals),
    ],
)
def test_what_is_no_daily_rate_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_daily_rate(text)


@given(st.text())
def test_any_text_is_a_rate_or_a_refusal(text: str) -> None:
    try:
        rate = parse_daily_rate(text)
    except Refusal:
        return
    assert 0 < rate <= Decimal("0.01")


@pytest.mark.parametrize(
    ("text", "reading"), [("0", "0"), ("1320.5", "1320.5"), ("００１２", "12"), ("99,990.0001", "99990.0001")]
)
def test_a_meter_may_stand_at_zero_and_show_four_decimals(text: str, reading: str) -> None:
    assert parse_reading(text) == Decimal(reading)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("-1", NotPositive), ("1.00001", TooManyDecimals), ("10000000000", NumberTooLarge), ("12 度", NotANumber)],
)
def test_what_no_meter_shows_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_reading(text)
