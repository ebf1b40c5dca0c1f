"""The copy of facts that a receipt prints, made once when it is issued; in Chinese, as all papers for residents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.core.show import show_days, show_money
from app.counter.methods import ON_PAPER
from app.counter.payments.months_ahead import Paid, amount_of, together
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.payments.payment_rows import LateFeeTaken, late_fees_taken
from app.counter.payments.settlement import Settlement
from app.counter.receipts.receipt_facts import ReceiptLine, TenderLine
from app.fees.allocation_rule import Part
from app.fees.charges import OpenCharge
from app.fees.words.paper_words import columns_together, paper_columns

PART_OF = "部分付款"


def receipt_lines(hand: PaymentInHand, others: Mapping[UnitId, str]) -> tuple[ReceiptLine, ...]:
    """Every item with its period and arithmetic; months ahead together, late fees and discounts apart.

    A line of another unit than the receipt's own names it; `others` are their codes.
    """
    return tuple(_lines(hand, others))


def tender_lines(hand: PaymentInHand) -> tuple[TenderLine, ...]:
    """What was handed over, by method."""
    return tuple(TenderLine(ON_PAPER[one.method], one.amount) for one in hand.settled.tenders)


def total_on_paper(settled: Settlement) -> Money:
    """What the receipt says in words and figures: all money that stays with the office."""
    return settled.allocated + settled.credited


def _lines(hand: PaymentInHand, others: Mapping[UnitId, str]) -> Iterator[ReceiptLine]:
    late = {each.parent.id: each for each in late_fees_taken(hand)}
    for line in together(list(_paid(hand)), hand.day):
        code = others.get(line[0].charge.unit_id, "")
        if line[0].amount:
            yield _named(code, _charge_line(hand, line))
        if line[0].charge.id in late:
            yield _named(code, _late_fee_line(late[line[0].charge.id]))
    for part in hand.settled.parts:
        if part.charge_id in hand.chosen.one_offs and (paid := _paid_on(hand, part)):
            one_off = ReceiptLine(hand.chosen.one_offs[part.charge_id].name, "", "", "", paid)
            yield _named(others.get(hand.unit_of(part.charge_id), ""), one_off)
    for one in hand.discounts:
        yield ReceiptLine("优惠", one.rule.name, f"{one.months} 个月", "", -one.amount)
    if hand.settled.round_off:
        yield ReceiptLine("抹零", "零头优惠", "", "", -hand.settled.round_off)
    if jiao := hand.settled.rounding - hand.settled.round_off:
        yield ReceiptLine("抹零", "现金无分币", "", "", -jiao)
    if hand.settled.credited:
        yield ReceiptLine("预存款", "", "", "", hand.settled.credited)


def _named(code: str, line: ReceiptLine) -> ReceiptLine:
    return replace(line, item=f"{code} {line.item}") if code else line


def _paid(hand: PaymentInHand) -> Iterator[Paid]:
    for part in hand.settled.parts:
        if part.charge_id in hand.chosen.charges:
            yield Paid(hand.chosen.charges[part.charge_id], _paid_on(hand, part))


def _paid_on(hand: PaymentInHand, part: Part) -> Money:
    return part.principal + hand.rounded_off(part.charge_id, late_fee=False) + hand.discounted(part.charge_id)


def _charge_line(hand: PaymentInHand, line: Sequence[Paid]) -> ReceiptLine:
    one, last = line[0].charge, line[-1].charge
    columns = columns_together([each.charge.explain for each in line]) if len(line) > 1 else paper_columns(one.explain)
    paid = amount_of(line)
    quantity = columns.quantity if len(line) > 1 or paid == one.amount else _short_of(one, paid)
    name = hand.item_of(one.id).paper_name if one.name == one.item_name else one.name
    return ReceiptLine(name, _period(one.first, last.until), quantity, columns.unit_price, paid)


def _short_of(one: OpenCharge, paid: Money) -> str:
    """Why another amount is paid than was charged: it was adjusted before, or is paid in part."""
    if paid != one.amount + one.adjusted:
        return PART_OF
    way = "调减" if one.adjusted < NOTHING else "调增"
    return f"应收 {show_money(one.amount)}，{way} {show_money(abs(one.adjusted))}"


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
