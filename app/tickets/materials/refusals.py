"""What is refused of material, labour and their charges."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.money import Money


class LineNeedsName(Refusal):
    """Material or labour has a name."""


class LineOfNothing(Refusal):
    """A line that costs nothing says why it is free."""

    name: str


class LineTooDear(Refusal):
    """A line costs no more than a repair can."""

    name: str
    most: Money


class LineTakenOffBefore(Refusal):
    """A line is taken off once."""

    name: str


class LineIsCharged(Refusal):
    """A line that is to be paid or was paid at the counter stays; its charge is taken back first."""

    name: str
    amount: Money


class TicketWithoutUnit(Refusal):
    """Only a unit can be charged."""

    number: str


class NothingToCharge(Refusal):
    """Every line is free, charged already or taken off."""

    number: str


class ChargeStillAsked(Refusal):
    """A ticket does not end while its resident is asked for money of which nobody said what becomes of it."""

    number: str
    amount: Money


class NothingToTakeBack(Refusal):
    """No line waits to be paid."""

    number: str


class ChargePaidMeanwhile(Refusal):
    """What was paid or let off is not taken back here: its receipt is voided, or the money given back."""

    name: str
    receipt: str
