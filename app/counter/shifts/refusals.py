"""What shifts and drawers refuse, with the facts a cashier needs to act."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.money import Money


class DrawerUnknown(Refusal):
    """The office has no drawer of that name."""

    drawer: str
    drawers: tuple[str, ...]


class CashierHasShift(Refusal):
    """A person works one drawer at a time."""

    cashier: str
    shift: int
    drawer: str


class FloatDiffers(Refusal):
    """The float is not what the last close kept in the drawer; a note says why."""

    kept: Money
    counted: Money


class PiecesMissing(Refusal):
    """Some denominations were not counted; not counted is not zero."""

    pieces: tuple[Money, ...]


class ReferencesNotLookedAt(Refusal):
    """Transfers and cheques were neither ticked as arrived nor left to be checked later."""

    count: int


class ReferenceNotOfShift(Refusal):
    """A ticked transfer or cheque is not one that this shift took."""


class CountedTwice(Refusal):
    """One recount is allowed; both counts stay."""

    shift: int


class NotCountedYet(Refusal):
    """What is expected shows after the count, and the shift closes on it."""

    shift: int


class CountOutdated(Refusal):
    """Money was taken or moved after the count; the drawer has to be counted again."""

    shift: int


class DifferenceNeedsReason(Refusal):
    """What is over or short is booked with its reason."""

    method: str
    difference: Money


class KeptMoreThanCounted(Refusal):
    """The next float cannot be more than what lies in the drawer, or less than nothing."""

    kept: Money
    counted: Money


class NotInDrawer(Refusal):
    """More cash is to be taken out than the drawer should hold."""

    amount: Money


class NoAmountMoved(Refusal):
    """Cash in or out is more than nothing."""


class PersonMissing(Refusal):
    """The slip names who brought or took the cash."""


class ZReportUnknown(Refusal):
    """There is no Z report of that number."""

    number: int


class CashSlipUnknown(Refusal):
    """There is no slip of cash in or out of that number."""

    number: int


class SumUnreadable(Refusal):
    """What was typed is no sum of a Z report: those have sixteen digits or letters from A to F; this has `found`."""

    text: str
    found: int
