"""What the counter refuses, with the facts a cashier needs to act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.errors import Refusal
from app.core.money import Money


@dataclass(eq=False)
class NoOpenShift(Refusal):
    """Money is taken in a shift; this person has none open."""

    cashier: str


@dataclass(eq=False)
class ShiftLeftOpen(Refusal):
    """The open shift is of an earlier day and has to be closed first."""

    shift: int
    day: date


@dataclass(eq=False)
class ShiftAlreadyOpen(Refusal):
    """The drawer already has an open shift."""

    drawer: str
    cashier: str
    shift: int


@dataclass(eq=False)
class ShiftNotOpen(Refusal):
    """The shift was closed before."""

    shift: int


@dataclass(eq=False)
class NothingToTake(Refusal):
    """No line is chosen, or what is chosen rounds to nothing in cash."""


@dataclass(eq=False)
class NothingReceived(Refusal):
    """The amount received is nothing."""


@dataclass(eq=False)
class NoFenInCash(Refusal):
    """Cash is paid in whole jiao: there are no fen coins."""

    received: Money
    nearest: Money


@dataclass(eq=False)
class TakenMeanwhile(Refusal):
    """A chosen line was changed since the bill was opened, most likely paid in another window."""

    item: str
    receipt: str
    by: str


@dataclass(eq=False)
class BillChanged(Refusal):
    """What is owed is no longer what the screen showed (a day has passed, a charge was billed)."""

    shown: Money
    now: Money


@dataclass(eq=False)
class ReferenceMissing(Refusal):
    """The office wants a reference for this method."""

    method: str


@dataclass(eq=False)
class ReferenceSeenBefore(Refusal):
    """The same reference was taken today; a supervisor may let it pass."""

    reference: str
    receipt: str


@dataclass(eq=False)
class PayerMissing(Refusal):
    """A receipt names its payer."""


@dataclass(eq=False)
class ClockIsBehind(Refusal):
    """The computer's clock is earlier than the last entry; asked once, then logged."""

    now: datetime
    last_entry: datetime


@dataclass(eq=False)
class ReceiptBookUsedUp(Refusal):
    """The book has no number left."""

    prefix: str
    last: int


@dataclass(eq=False)
class ReceiptUnknown(Refusal):
    """There is no receipt of that number."""

    label: str


@dataclass(eq=False)
class ReceiptVoidedBefore(Refusal):
    """The receipt was voided already."""

    label: str


@dataclass(eq=False)
class ReceiptOfClosedShift(Refusal):
    """A void belongs to the shift of the receipt; afterwards it is a refund."""

    label: str
    shift: int


@dataclass(eq=False)
class ReceiptOfAnother(Refusal):
    """Another cashier took the money; a supervisor may void it."""

    label: str
    cashier: str


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """What is taken back needs a reason."""


@dataclass(eq=False)
class NotCounted(Refusal):
    """The shift closes when every method was counted; not counted is not zero."""

    methods: tuple[str, ...]
