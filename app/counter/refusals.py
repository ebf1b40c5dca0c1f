"""What the counter refuses, with the facts a cashier needs to act."""

from __future__ import annotations

from datetime import date, datetime

from app.core.errors import Refusal
from app.core.money import Money


class NoOpenShift(Refusal):
    """Money is taken in a shift; this person has none open."""

    cashier: str


class ShiftLeftOpen(Refusal):
    """The open shift is of an earlier day and has to be closed first."""

    shift: int
    day: date


class ShiftAlreadyOpen(Refusal):
    """The drawer already has an open shift."""

    drawer: str
    cashier: str
    shift: int


class ShiftNotOpen(Refusal):
    """The shift was closed before."""

    shift: int


class NothingToTake(Refusal):
    """No line is chosen, or what is chosen rounds to nothing in cash."""


class NothingReceived(Refusal):
    """The amount received is nothing."""


class NoFenInCash(Refusal):
    """Cash is paid in whole jiao: there are no fen coins."""

    received: Money
    nearest: Money


class TakenMeanwhile(Refusal):
    """A chosen line was changed since the bill was opened, most likely paid in another window."""

    item: str
    receipt: str
    by: str


class BillChanged(Refusal):
    """What is owed is no longer what the screen showed (a day has passed, a charge was billed)."""

    shown: Money
    now: Money


class ReferenceMissing(Refusal):
    """The office wants a reference for this method."""

    method: str


class ReferenceSeenBefore(Refusal):
    """The same reference was taken today; a supervisor may let it pass."""

    reference: str
    receipt: str


class PayerMissing(Refusal):
    """A receipt names its payer."""


class ClockIsBehind(Refusal):
    """The computer's clock is earlier than the last entry; asked once, then logged."""

    now: datetime
    last_entry: datetime


class ReceiptBookUsedUp(Refusal):
    """The book has no number left."""

    prefix: str
    last: int


class ReceiptUnknown(Refusal):
    """There is no receipt of that number."""

    label: str


class ReceiptVoidedBefore(Refusal):
    """The receipt was voided already."""

    label: str


class ReceiptOfClosedShift(Refusal):
    """A void belongs to the shift of the receipt; afterwards it is a refund."""

    label: str
    shift: int


class ReceiptOfAnother(Refusal):
    """Another cashier took the money; a supervisor may void it."""

    label: str
    cashier: str


class ReasonMissing(Refusal):
    """What is taken back needs a reason."""


class NotCounted(Refusal):
    """The shift closes when every method was counted; not counted is not zero."""

    methods: tuple[str, ...]
