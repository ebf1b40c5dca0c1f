"""A payment while it is being written: what was asked, what was found, how it is spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.access.actor import Actor
from app.core.ids import ApprovalId, ChargeId, FeeItemId, UnitId
from app.core.money import NOTHING, Money
from app.counter.payments.asked import TakePayment
from app.counter.payments.chosen_lines import Chosen
from app.counter.payments.settlement import Settlement
from app.counter.shifts.open_shift import OpenShift
from app.fees.adjustments.discount_rule import Discount
from app.fees.items import FeeItem


@dataclass(frozen=True, slots=True)
class CreditUsed:
    """Prepaid credit of one unit that the payment takes, in fen."""

    unit_id: UnitId
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentInHand:
    """Everything known about one payment before its first row; `label` is the receipt's number.

    `day` is the day of the money: that of the paper where it was written by hand. No shift: nobody stood at a drawer.
    """

    asked: TakePayment
    at: datetime
    by: Actor
    shift: OpenShift | None
    day: date
    label: str
    chosen: Chosen
    settled: Settlement
    items: Mapping[FeeItemId, FeeItem]
    discounts: Sequence[Discount] = ()
    discount_approval: ApprovalId | None = None
    credit_of: tuple[CreditUsed, ...] = ()

    def discounted(self, charge_id: ChargeId) -> Money:
        """What this charge is let off because months are paid at once."""
        return self.settled.discounts.get(charge_id, NOTHING)

    def item_of(self, charge_id: ChargeId) -> FeeItem:
        """The fee item of a chosen charge or one-off."""
        one_off = self.chosen.one_offs.get(charge_id)
        return self.items[one_off.item_id if one_off is not None else self.chosen.charges[charge_id].item_id]

    def unit_of(self, charge_id: ChargeId) -> UnitId:
        """The unit of a chosen charge or one-off."""
        one_off = self.chosen.one_offs.get(charge_id)
        if one_off is None:
            return self.chosen.charges[charge_id].unit_id
        return one_off.unit_id or self.asked.unit_id

    def rounded_off(self, charge_id: ChargeId, *, late_fee: bool) -> Money:
        """Fen taken off this charge, or off its late fee, because cash has none."""
        for off in self.settled.rounding_off:
            if off.charge_id == charge_id and off.late_fee is late_fee:
                return off.amount
        return NOTHING
