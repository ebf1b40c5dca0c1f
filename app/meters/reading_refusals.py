"""What is refused of a single reading; a meter is named by its name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.errors import Refusal


class NegativeReading(Refusal):
    """No meter shows less than zero."""

    text: str


class ReadingBeyondDigits(Refusal):
    """The device has fewer figures than the reading."""

    meter: str
    value: Decimal
    digits: int


class ReadingInFuture(Refusal):
    """The day of the reading has not come yet."""

    meter: str
    day: date
    today: date


class ReadingBeforeLastDay(Refusal):
    """The meter was read later than that already."""

    meter: str
    day: date
    last_day: date


class ReadOnThatDay(Refusal):
    """The meter has a reading of this very day; a wrong one is corrected."""

    meter: str
    day: date
    value: Decimal


class ReadingBeforePrevious(Refusal):
    """Less than the device showed before, and nobody said that it began anew."""

    meter: str
    value: Decimal
    previous: Decimal
    previous_day: date


class NotRolledOver(Refusal):
    """The device is said to have begun anew, but shows no less than before."""

    meter: str
    value: Decimal
    previous: Decimal


class ReadingUnusual(Refusal):
    """More than three times the usual usage; taken once somebody has looked and says so."""

    meter: str
    usage: Decimal
    usual: Decimal


class ReadingBeforeNext(Refusal):
    """After this correction a later reading would be less than this one."""

    meter: str
    value: Decimal
    next_value: Decimal
    next_day: date


class UnknownReading(Refusal):
    """There is no such reading (any more)."""


class ReadingUnchanged(Refusal):
    """The correction says what stands there already."""

    meter: str
    value: Decimal


class CorrectionNeedsReason(Refusal):
    """A correction says why."""
