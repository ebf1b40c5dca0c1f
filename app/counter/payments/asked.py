"""What the cashier asks for with F9, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.ids import AssignmentId, BookId, ChargeId, FeeItemId, PaymentId, PersonId, ReceiptId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.fees.allocation_rule import LateFeeOrder

MOST_TENDERS = 4


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A charge as the screen showed it."""

    charge_id: ChargeId
    version: int


@dataclass(frozen=True, slots=True)
class OneOff:
    """Something charged on the spot: an access card, a bag of rubble; `unit_id` None: to the receipt's own unit.

    `held`: the money is held for others, as a deposit is; the payment asks the item once more.
    """

    item_id: FeeItemId
    name: str
    amount: Money
    unit_id: UnitId | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class TenderAsked:
    """One part of the money: by which method, how much of it was handed over, and the number of its slip."""

    method: Method
    amount: Money
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Periods that nothing has charged yet, to be charged now and paid: those of an assignment up to `until`."""

    assignment_id: AssignmentId
    until: date


@dataclass(frozen=True, slots=True)
class BackEntry:
    """A receipt that was written by hand: its number, when it was written and who took the money.

    `again` is its number as printed where its first entry was voided: the money then takes a number of the program.
    """

    book_id: BookId
    number: int
    written_at: datetime
    collector: str
    again: str = ""


def paid_by(method: Method, amount: Money, reference: str = "") -> tuple[TenderAsked, ...]:
    """All of the money by one method, as nearly everybody pays."""
    return (TenderAsked(method, amount, reference),)


@dataclass(frozen=True, slots=True)
class TakePayment:
    """One payment of one payer: for `unit_id`, whose receipt it is, and for further `units` of theirs.

    `client_id` was made when the bill screen opened: the same one never commits twice. `shown_due` is what the person
    saw as to be paid to the fen: lines, one-offs and `ahead`, discounts taken off, nothing rounded. `ahead_by_amount`:
    what is left of the money pays ahead up to the last whole day. `round_off` is let go beyond the jiao.
    `keep_change`: what would be handed back stays as credit. `order` None means the office's setting.
    `clock_accepted`: the person was told that the clock is behind and goes on. `back`: see BackEntry.
    """

    client_id: str
    unit_id: UnitId
    payer_name: str
    payer_id: PersonId | None
    lines: tuple[ChosenLine, ...]
    one_offs: tuple[OneOff, ...]
    tenders: tuple[TenderAsked, ...]
    shown_due: Money
    order: LateFeeOrder | None = None
    units: tuple[UnitId, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    ahead_by_amount: bool = False
    round_off: Money = NOTHING
    keep_change: bool = False
    back: BackEntry | None = None
    print_wanted: bool = True
    clock_accepted: bool = False

    @property
    def received(self) -> Money:
        """All tenders together, in fen."""
        return total(one.amount for one in self.tenders)

    @property
    def all_units(self) -> tuple[UnitId, ...]:
        """The receipt's own unit, then the further ones, each once."""
        return tuple(dict.fromkeys((self.unit_id, *self.units)))


@dataclass(frozen=True, slots=True)
class Taken:
    """A payment that is durable, for the strip after the commit."""

    payment_id: PaymentId
    receipt_id: ReceiptId
    label: str
    unit_code: str
    payer_name: str
    at: datetime
    tenders: tuple[TenderAsked, ...]
    paid: Money
    received: Money
    change: Money
    credited: Money
    repeated: bool = False

    @property
    def method(self) -> Method:
        """The method that carries most of it; the first of equals."""
        return max(self.tenders, key=lambda one: one.amount.fen).method
