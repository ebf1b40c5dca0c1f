"""What is refused of deposits."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.money import Money


class DepositReasonMissing(Refusal):
    """What is kept of a deposit needs a reason."""

    deposit: str


class NothingKept(Refusal):
    """The amount is nothing."""

    deposit: str


class MoreThanHeld(Refusal):
    """More than what is left of the deposit."""

    deposit: str
    asked: Money
    held: Money


class MoreThanOwed(Refusal):
    """More than what the charge still owes."""

    charge: str
    asked: Money
    owed: Money


class OtherUnit(Refusal):
    """A deposit settles only what its own unit owes."""

    charge: str
    unit: str


class NotKept(Refusal):
    """Nothing of the deposit is kept by this row any more: it was taken back, or the part was used or given back."""

    deposit: str
