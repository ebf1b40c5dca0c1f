"""Reading areas, prices per unit and daily rates as they are typed; always exact, never a float."""

from __future__ import annotations

import re
from decimal import Decimal

from app.core.refusals import (
    NotANumber,
    NotARate,
    NotPositive,
    NumberTooLarge,
    RateTooHigh,
    RateWithoutUnit,
    TooManyDecimals,
)
from app.core.typed_text import plain

AREA_DECIMALS = 4
PRICE_DECIMALS = 6
READING_DECIMALS = 4
_LARGEST = 10_000_000
_LARGEST_READING = 1_000_000_000
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|-?\.[0-9]+")


def parse_area(text: str) -> Decimal:
    """Square metres, more than zero, up to 4 decimals.

    Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge.
    """
    return _positive(text, AREA_DECIMALS)


def parse_price(text: str) -> Decimal:
    """Yuan per unit, more than zero, up to 6 decimals.

    Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge.
    """
    return _positive(text, PRICE_DECIMALS)


def parse_reading(text: str) -> Decimal:
    """What a meter shows, zero or more, up to 4 decimals.

    Raises NotANumber, NotPositive (below zero), TooManyDecimals, NumberTooLarge.
    """
    number = _read(text, READING_DECIMALS, _LARGEST_READING)
    if number < 0:
        raise NotPositive(text.strip())
    return number


def parse_whole(text: str) -> int:
    """A whole number, also below zero.

    Raises NotANumber, TooManyDecimals, NumberTooLarge.
    """
    return int(_read(text, 0, _LARGEST))


def _positive(text: str, decimals: int) -> Decimal:
    number = _read(text, decimals, _LARGEST)
    if number <= 0:
        raise NotPositive(text.strip())
    return number


def _read(text: str, decimals: int, below: int) -> Decimal:
    typed = plain(text)
    if not _NUMBER.fullmatch(typed):
        raise NotANumber(text.strip())
    number = Decimal(typed.replace(",", ""))
    if number >= below:
        raise NumberTooLarge(text.strip(), below)
    if -exponent_of(number) > decimals:
        raise TooManyDecimals(text.strip(), decimals)
    return number


def exponent_of(number: Decimal) -> int:
    """The place of the last digit: −2 for 0.05."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


_PARTS = {"%": 2, "‰": 3, "‱": 4, "百分之": 2, "千分之": 3, "万分之": 4}
_RATE_DECIMALS = 4
_HIGHEST_RATE = Decimal("0.01")
_SUFFIXED = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?P<part>[%‰‱])")
_WORDED = re.compile(
    r"(?P<part>[百千万]分之)(?P<number>[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十]+(?:点[零〇一二三四五六七八九]+)?)"
)
_HAN_DIGITS = {"零": "0", "〇": "0", "两": "2"} | {
    sign: str(value) for value, sign in enumerate("一二三四五六七八九", 1)
}


def parse_daily_rate(text: str) -> Decimal:
    """A daily rate with its unit: `0.5‰`, `5‱`, `0.05%`, `万分之五`, `千分之2` → 0.0005 and the like; up to 1 % a day.

    Raises RateWithoutUnit for a bare number, NotARate, NotPositive, TooManyDecimals, RateTooHigh.
    """
    typed = plain(text).removeprefix("每").removeprefix("日").removeprefix("天")
    found = _SUFFIXED.fullmatch(typed) or _WORDED.fullmatch(typed)
    if found is None:
        raise RateWithoutUnit(text.strip()) if _NUMBER.fullmatch(typed) else NotARate(text.strip())
    number = _plain_number(found["number"])
    if number is None:
        raise NotARate(text.strip())
    if number <= 0:
        raise NotPositive(text.strip())
    if -exponent_of(number) > _RATE_DECIMALS:
        raise TooManyDecimals(text.strip(), _RATE_DECIMALS)
    rate = number.scaleb(-_PARTS[found["part"]])
    if rate > _HIGHEST_RATE:
        raise RateTooHigh(text.strip())
    return rate


def _plain_number(text: str) -> Decimal | None:
    """Arabic or simple Chinese figures (五, 二点五, 十, 十五) as a number; None for figures that make none."""
    if text[0] in "0123456789.":
        return Decimal(text)
    whole, _, decimals = text.partition("点")
    tens, ten, ones = whole.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or tens == "十":
        return None
    figure = (_HAN_DIGITS[tens] if tens else "1") if ten else ""
    figure += _HAN_DIGITS[ones] if ones else "0"
    return Decimal(figure + ("." + "".join(_HAN_DIGITS[sign] for sign in decimals) if decimals else ""))
