"""What a payment refuses that is more than one tender for one bill."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.core.money import Money


@dataclass(eq=False)
class TooManyTenders(Refusal):
    """One payment takes so many parts at most."""

    most: int


@dataclass(eq=False)
class MoreCreditThanOwed(Refusal):
    """More credit would be taken than is to be paid; the rest would only become credit again."""

    credit: Money
    payable: Money


@dataclass(eq=False)
class NotSoMuchCredit(Refusal):
    """The units of the payment hold less credit than is to be taken from it."""

    asked: Money
    held: Money


@dataclass(eq=False)
class RoundedOffTooMuch(Refusal):
    """Rounding off is no amount, or all of what is owed."""

    asked: Money
    due: Money


@dataclass(eq=False)
class RoundOffOfPart(Refusal):
    """Rounding off goes with paying all of the rest."""

    payable: Money
    received: Money


@dataclass(eq=False)
class RoundOffNeedsApproval(Refusal):
    """More is rounded off than the office lets a cashier round off."""

    asked: Money
    limit: Money
