"""What the cashier asks for with F9, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.ids import ChargeId, FeeItemId, PaymentId, PersonId, ReceiptId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.fees.allocation_rule import LateFeeOrder


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A charge as the screen showed it."""

    charge_id: ChargeId
    version: int


@dataclass(frozen=True, slots=True)
class OneOff:
    """Something charged on the spot: an access card, a bag of rubble."""

    item_id: FeeItemId
    name: str
    amount: Money


@dataclass(frozen=True, slots=True)
class TakePayment:
    """One payment for one unit.

    `client_id` was made when the bill screen opened: the same one never commits twice. `shown_due` is the total
    that the person saw. `order` None means the office's setting. `clock_accepted`: the person was told that the
    clock is behind and goes on.
    """

    client_id: str
    unit_id: UnitId
    payer_name: str
    payer_id: PersonId | None
    lines: tuple[ChosenLine, ...]
    one_offs: tuple[OneOff, ...]
    method: Method
    received: Money
    shown_due: Money
    reference: str = ""
    order: LateFeeOrder | None = None
    print_wanted: bool = True
    clock_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A payment that is durable, for the strip after the commit."""

    payment_id: PaymentId
    receipt_id: ReceiptId
    label: str
    unit_code: str
    payer_name: str
    at: datetime
    method: Method
    paid: Money
    received: Money
    change: Money
    credited: Money
    repeated: bool = False
