"""What F9 asks for when any lines of a bill are paid in any way, for stories that pay at random."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, TakePayment, paid_by
from app.counter.payments.bill import Bill
from app.counter.payments.offered import offered_discounts
from app.counter.payments.settlement import payable_by
from app.fees.allocation_rule import LateFeeOrder
from app.fees.charges import OpenCharge


def due_of(lines: Sequence[OpenCharge], one_offs: Sequence[OneOff] = (), order: LateFeeOrder | None = None) -> Money:
    """What these lines come to; without late fees where only the principal is paid."""
    late = NOTHING if order is LateFeeOrder.PRINCIPAL_ONLY else total(one.late_fee_owed for one in lines)
    return total(one.outstanding for one in lines) + late + total(one.amount for one in one_offs)


def asking(
    bill: Bill,
    lines: Sequence[OpenCharge],
    method: Method,
    *,
    over: Money = NOTHING,
    one_offs: Sequence[OneOff] = (),
    order: LateFeeOrder | None = None,
    reference: str = "",
    clock_accepted: bool = False,
) -> TakePayment:
    """These lines of a bill with `over` more (less, if negative) than they come to; cash in whole jiao.

    At least one jiao (one fen without cash) is handed over; the caller sees to it that something is due.
    """
    due = due_of(lines, one_offs, order or bill.rules.late_fee_order)
    less = discount_of(bill, lines)
    payable = payable_by(due - less, method, bill.rules.cash_rounding)
    whole = 10 if method.is_cash else 1
    received = Money(max((payable + over).fen // whole, 1) * whole)
    if received < payable:
        less = NOTHING
    return TakePayment(
        client_id=bill.client_id,
        unit_id=bill.unit.id,
        payer_name=bill.payers[0].name,
        payer_id=bill.payers[0].person_id,
        lines=tuple(ChosenLine(one.id, one.version) for one in lines),
        one_offs=tuple(one_offs),
        tenders=paid_by(method, received, reference),
        shown_due=due - less,
        order=order,
        clock_accepted=clock_accepted,
    )


def discount_of(bill: Bill, lines: Sequence[OpenCharge]) -> Money:
    """What these lines earn by the rules of the day if they are paid in full."""
    chosen = {one.id for one in lines}
    return total(
        one.amount for one in offered_discounts(bill.discount_rules, [*bill.due, *bill.not_due], chosen, bill.day)
    )


def can_be_paid(due: Money, method: Method, bill: Bill) -> bool:
    """Whether there is anything to take: a few fen are nothing in cash."""
    return payable_by(due, method, bill.rules.cash_rounding) > NOTHING
