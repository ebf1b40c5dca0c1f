"""What a payment refuses that is more than one tender for one bill."""

from __future__ import annotations

from datetime import date, datetime

from app.core.errors import Refusal
from app.core.money import Money
from app.fees.skip_reason import SkipReason


class TooManyTenders(Refusal):
    """One payment takes so many parts at most."""

    most: int


class ReferenceTwice(Refusal):
    """Two parts of one payment by one method bear the same reference."""

    method: str
    reference: str


class MoreCreditThanOwed(Refusal):
    """More credit would be taken than is to be paid; the rest would only become credit again."""

    credit: Money
    payable: Money


class NotSoMuchCredit(Refusal):
    """The units of the payment hold less credit than is to be taken from it."""

    asked: Money
    held: Money


class RoundedOffTooMuch(Refusal):
    """Rounding off is no amount, or all of what is owed."""

    asked: Money
    due: Money


class RoundOffOfPart(Refusal):
    """Rounding off goes with paying all of the rest."""

    payable: Money
    received: Money


class RoundOffNeedsApproval(Refusal):
    """More is rounded off than the office lets a cashier round off."""

    asked: Money
    limit: Money


class AheadTooFar(Refusal):
    """Nobody pays further ahead than the office takes money for."""

    until: date
    latest: date


class AheadStops(Refusal):
    """A tariff cannot be charged as far ahead as was asked: it ends, has no price, or cannot be computed."""

    unit: str
    item: str
    reached: date
    reason: SkipReason


class AheadNotCovered(Refusal):
    """Months ahead are made only when they are paid; less was handed over."""

    payable: Money
    received: Money


class WrittenLater(Refusal):
    """A receipt cannot have been written after now."""

    written_at: datetime
    now: datetime


class CollectorMissing(Refusal):
    """A receipt written by hand names who took the money."""


class NumberOutsideBook(Refusal):
    """The book has no such number."""

    prefix: str
    number: int
    first: int
    last: int


class NumberOfProgram(Refusal):
    """The program gives the numbers of this book itself."""

    prefix: str


class NumberUsedBefore(Refusal):
    """The number carries a receipt already."""

    label: str
    unit: str


class NumberSpoiled(Refusal):
    """The number was recorded as one that will never carry money."""

    label: str
    reason: str


class MethodStays(Refusal):
    """The tender is of this method already, or one of the two is credit."""

    method: str


class TenderChanged(Refusal):
    """The method of this tender was corrected before."""

    label: str
    method: str


class NothingToChange(Refusal):
    """All of this tender went back as change."""

    label: str
