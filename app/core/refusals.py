"""What the core refuses to read: amounts, areas, prices and rates as they were typed."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.money import Money


class NoAmount(Refusal):
    """Nothing was typed where an amount belongs."""


class NotAnAmount(Refusal):
    """The text, or this part of a sum, is not an amount of yuan."""

    text: str


class ThirdDecimal(Refusal):
    """There is nothing smaller than a fen."""

    text: str


class NegativeAmount(Refusal):
    """Amounts are typed without a minus sign."""

    text: str


class AmountTooLarge(Refusal):
    """More than one amount can hold."""

    text: str
    most: Money


class NotANumber(Refusal):
    """The text is not a plain number."""

    text: str


class TooManyDecimals(Refusal):
    """More decimals than this kind of number may have."""

    text: str
    most: int


class NotPositive(Refusal):
    """A quantity that must be more than zero."""

    text: str


class NumberTooLarge(Refusal):
    """A number so large that it can only be a slip."""

    text: str
    below: int


class RateWithoutUnit(Refusal):
    """A bare number as a daily rate: nobody can tell 2 ‰ from 2 %."""

    text: str


class NotARate(Refusal):
    """The text is no daily rate in any of the spellings understood."""

    text: str


class RateTooHigh(Refusal):
    """A daily rate above one percent can only be a slip."""

    text: str
