"""What is asked for when money is given back, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import ChargeId, PaymentId, ReceiptId
from app.core.money import Money
from app.counter.methods import Method


class RefundKind(StrEnum):
    """Why money goes back; the value is the stored name."""

    OWED_AGAIN = "owed_again"  # wrong money: what it paid is owed again
    UNSERVED = "unserved"  # paid for days that nobody will be served: they are not owed any more
    DEPOSIT = "deposit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """How much of one paid charge goes back; without a charge, of the unit's prepaid credit."""

    charge_id: ChargeId | None
    amount: Money


@dataclass(frozen=True, slots=True)
class AskedRefund:
    """One refund against one receipt.

    `lines` say how much of what; for `UNSERVED` the days from `unserved_from` on are reckoned for the charges of
    `lines` (none: all), whatever their amounts. `shown` is what the person saw as going back. `reference` is the slip's
    number or the last digits of the account. `original_kept`: the receipt came back, else it is lost. `by_proxy`:
    somebody else takes the money for the payer.
    """

    client_id: str
    receipt_id: ReceiptId
    kind: RefundKind
    lines: tuple[ReturnLine, ...]
    method: Method
    reason: str
    taker: str
    shown: Money
    unserved_from: date | None = None
    reference: str = ""
    original_kept: bool = True
    by_proxy: bool = False
    print_wanted: bool = True


@dataclass(frozen=True, slots=True)
class Refunded:
    """A refund that is durable."""

    payment_id: PaymentId
    receipt_id: ReceiptId
    label: str
    original: str
    amount: Money
    method: Method
    at: datetime
    repeated: bool = False

    @property
    def opens_drawer(self) -> bool:
        """Whether cash is counted out of the drawer."""
        return self.method.is_cash
