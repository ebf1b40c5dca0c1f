"""The copy of facts that a receipt prints, made once when it is issued; in Chinese, as all papers for residents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.money import Money
from app.core.show import show_days
from app.counter.methods import ON_PAPER
from app.counter.payment_in_hand import PaymentInHand
from app.counter.payment_rows import LateFeeTaken, late_fees_taken
from app.counter.receipt_facts import ReceiptLine, TenderLine
from app.counter.settlement import Settlement
from app.fees.charges import OpenCharge
from app.fees.paper_words import paper_columns

PART_OF = "部分付款"


def receipt_lines(hand: PaymentInHand) -> tuple[ReceiptLine, ...]:
    """Every item with its period and arithmetic; late fees, discounts and rounding apart, excess as credit."""
    return tuple(_lines(hand))


def tender_lines(hand: PaymentInHand) -> tuple[TenderLine, ...]:
    """What was handed over, by method."""
    return (TenderLine(ON_PAPER[hand.asked.method], hand.settled.received),)


def total_on_paper(settled: Settlement) -> Money:
    """What the receipt says in words and figures: all money that stays with the office."""
    return settled.allocated + settled.credited


def _lines(hand: PaymentInHand) -> Iterator[ReceiptLine]:
    late = {each.parent.id: each for each in late_fees_taken(hand)}
    for part in hand.settled.parts:
        paid = part.principal + hand.rounded_off(part.charge_id, late_fee=False) + hand.discounted(part.charge_id)
        if paid and part.charge_id in hand.chosen.one_offs:
            yield ReceiptLine(hand.chosen.one_offs[part.charge_id].name, "", "", "", paid)
        elif paid:
            yield _charge_line(hand, hand.chosen.charges[part.charge_id], paid)
        if part.charge_id in late:
            yield _late_fee_line(late[part.charge_id])
    for one in hand.discounts:
        yield ReceiptLine("优惠", one.rule.name, f"{one.months} 个月", "", -one.amount)
    if hand.settled.rounding:
        yield ReceiptLine("抹零", "现金无分币", "", "", -hand.settled.rounding)
    if hand.settled.credited:
        yield ReceiptLine("预存款", "", "", "", hand.settled.credited)


def _charge_line(hand: PaymentInHand, one: OpenCharge, paid: Money) -> ReceiptLine:
    columns = paper_columns(one.explain)
    quantity = columns.quantity if paid == one.amount else PART_OF
    name = hand.item_of(one.id).paper_name if one.name == one.item_name else one.name
    return ReceiptLine(name, _period(one.first, one.until), quantity, columns.unit_price, paid)


def _late_fee_line(late: LateFeeTaken) -> ReceiptLine:
    fee = late.parent.late_fee
    assert fee is not None
    columns = paper_columns(late.facts)
    quantity = columns.quantity if late.amount == fee.owed else PART_OF
    return ReceiptLine(
        late.name, show_days(fee.period.first, fee.period.until), quantity, columns.unit_price, late.amount
    )


def _period(first: date | None, until: date | None) -> str:
    return "" if first is None or until is None else show_days(first, until)
