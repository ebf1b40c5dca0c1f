"""Everything that is found out about a payment before its first row: shift, lines, months ahead, split, approvals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ApprovalId, FeeItemId
from app.core.money import NOTHING
from app.counter.payments.ahead_asked import AheadAsked
from app.counter.payments.asked import TakePayment
from app.counter.payments.back_entry import check_back_entry, shift_for_back_entry
from app.counter.payments.chosen_lines import Chosen, read_chosen
from app.counter.payments.credit_used import credit_used
from app.counter.payments.offered import grant, offered_discounts, shares_of
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.payments.references import check_references
from app.counter.payments.refusals import AheadNotCovered, RoundOffNeedsApproval
from app.counter.payments.settlement import Settlement, Terms, settle_bill
from app.counter.receipts.issuer import Issuer, read_rules_and_issuer
from app.counter.receipts.receipt_book import ReceiptNumber, take_given_number, take_number
from app.counter.refusals import BillChanged, PayerMissing
from app.counter.rules import CounterRules
from app.counter.shifts.open_shift import OpenShift, shift_for_payment
from app.fees.adjustments.discount_rule import Discount, DiscountRule
from app.fees.adjustments.discount_rules import rules_on
from app.fees.items import FeeItem, read_items
from app.fees.one_off import check_one_off


@dataclass(frozen=True, slots=True)
class Approvals:
    """What a supervisor said yes to: a reference taken once more, a large discount, more rounded off."""

    reference: Approval | None = None
    discount: Approval | None = None
    round_off: Approval | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A payment whose every question is answered, the number that its receipt takes, and who issues it."""

    hand: PaymentInHand
    number: ReceiptNumber
    issuer: Issuer
    approved: ApprovalId | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Chosen lines with their discounts, settled by what was handed over."""

    chosen: Chosen
    given: Sequence[Discount]
    settled: Settlement


def prepare_payment(
    connection: Connection, by: Actor, asked: TakePayment, now: datetime, approvals: Approvals
) -> Ready:
    """Answer every question, and take the receipt's number; nothing else is written. Raises what `take` raises."""
    standing, day = _shift_and_day(connection, by, asked, now)
    rules, issuer = read_rules_and_issuer(connection)
    if not asked.payer_name.strip():
        raise PayerMissing
    items = {item.id: item for item in read_items(connection)}
    asked = _as_items_are(asked, items)
    for one in asked.one_offs:
        check_one_off(one.name, one.amount)
    approved = check_references(connection, by, asked.tenders, rules, day, approvals.reference)
    approved = _round_off_approved(by, asked, rules, approvals) or approved
    spread = _spread(connection, asked, day, now.date(), rules)
    settled = spread.settled
    granted = grant(connection, by, spread.given, approvals.discount) if settled.discounts else None
    credit = credit_used(connection, asked.all_units, settled.credit_used)
    number = _number(connection, asked, rules)
    hand = PaymentInHand(
        asked=asked,
        at=now,
        by=by,
        shift=standing,
        day=day,
        label=number.label,
        chosen=spread.chosen,
        settled=settled,
        items=items,
        discounts=spread.given if settled.discounts else (),
        discount_approval=granted,
        credit_of=credit,
    )
    return Ready(hand, number, issuer, approved)


def _shift_and_day(connection: Connection, by: Actor, asked: TakePayment, now: datetime) -> tuple[OpenShift, date]:
    if asked.back is None:
        return shift_for_payment(connection, by, now.date()), now.date()
    check_back_entry(by, asked.back, now)
    return shift_for_back_entry(connection, by, asked.back, now.date()), asked.back.written_at.date()


def _number(connection: Connection, asked: TakePayment, rules: CounterRules) -> ReceiptNumber:
    if asked.back is None or asked.back.again:
        return take_number(connection, rules.receipt_numbers)
    return take_given_number(connection, asked.back.book_id, asked.back.number)


def _round_off_approved(by: Actor, asked: TakePayment, rules: CounterRules, approvals: Approvals) -> ApprovalId | None:
    if asked.round_off <= rules.round_off_limit or by.may(Permission.ROUND_OFF):
        return None
    if approvals.round_off is None:
        raise RoundOffNeedsApproval(asked.round_off, rules.round_off_limit)
    return by.require(Permission.ROUND_OFF, approvals.round_off)


def _as_items_are(asked: TakePayment, items: Mapping[FeeItemId, FeeItem]) -> TakePayment:
    """Whose money a one-off is, the book says, not the screen."""
    said = tuple(replace(one, held=items[one.item_id].money_of.held) for one in asked.one_offs)
    return replace(asked, one_offs=said) if said else asked


def _spread(connection: Connection, asked: TakePayment, day: date, today: date, rules: CounterRules) -> Spread:
    chosen = read_chosen(connection, asked.all_units, asked.lines, asked.one_offs, day)
    earning = rules_on(connection, day)
    keep = asked.keep_change or asked.ahead_by_amount
    terms = Terms(asked.order or rules.late_fee_order, rules.cash_rounding, asked.round_off, keep)
    if not asked.ahead and not asked.ahead_by_amount:
        return _shown(_settled(chosen, asked, terms, earning), asked)
    ahead = AheadAsked(connection, asked, day, today, rules)
    if asked.ahead_by_amount:
        return _as_far_as_it_goes(_shown(_settled(chosen, asked, terms, earning), asked), asked, terms, earning, ahead)
    quote = ahead.by_days()
    if not quote.charges and not chosen.open_lines():
        raise BillChanged(asked.shown_due, NOTHING)
    spread = _shown(_settled(chosen.with_ahead(quote.charges), asked, terms, earning), asked)
    if spread.settled.received < spread.settled.payable:
        raise AheadNotCovered(spread.settled.payable, spread.settled.received)
    return spread


def _settled(chosen: Chosen, asked: TakePayment, terms: Terms, earning: Sequence[DiscountRule]) -> Spread:
    given = offered_discounts(earning, chosen.standing, chosen.charges.keys(), chosen.day)
    return Spread(chosen, given, settle_bill(chosen.open_lines(), asked.tenders, chosen.day, terms, shares_of(given)))


def _shown(spread: Spread, asked: TakePayment) -> Spread:
    if spread.settled.to_pay != asked.shown_due:
        raise BillChanged(asked.shown_due, spread.settled.to_pay)
    return spread


def _as_far_as_it_goes(
    bare: Spread, asked: TakePayment, terms: Terms, earning: Sequence[DiscountRule], ahead: AheadAsked
) -> Spread:
    """Pay ahead with what the chosen lines leave; where that earns a discount, once more with what it sets free."""
    best, money = bare, bare.settled.credited
    for _ in range(3):
        quote = ahead.by_amount(money) if money else None
        if quote is None or not quote.charges:
            return best
        longer = _settled(bare.chosen.with_ahead(quote.charges), asked, terms, earning)
        if longer.settled.received < longer.settled.payable:
            return best
        freed = longer.settled.discount - best.settled.discount
        best, money = longer, money + freed
        if freed <= NOTHING:
            return best
    return best
