"""Taking a payment: one durable transaction, before anything is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ApprovalId, EntryNo, PaymentId, ReceiptId
from app.counter.methods import Method, state_of
from app.counter.payments.asked import Taken, TakePayment, TenderAsked
from app.counter.payments.chosen_lines import Chosen, read_chosen, taken_meanwhile
from app.counter.payments.clock_check import check_clock
from app.counter.payments.offered import grant, offered_discounts, shares_of
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.payments.payment_rows import post_payment, write_rows
from app.counter.payments.references import check_references
from app.counter.payments.settlement import Settlement, Terms, settle_bill
from app.counter.receipts.issue_receipt import Issued, issue_receipt
from app.counter.receipts.receipt_book import ReceiptNumber, take_number
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.refusals import BillChanged, PayerMissing
from app.counter.rules import CounterRules, read_rules
from app.counter.shifts.open_shift import shift_for_payment
from app.counter.tables import payment, receipt, tender
from app.estate.tables import unit
from app.fees.adjustments.discount_rule import Discount
from app.fees.adjustments.discount_rules import rules_on
from app.fees.charges import ChargeMoved
from app.fees.items import read_items
from app.fees.one_off import check_one_off
from app.ledger.head import keep_head
from app.store.rows import insert_row
from app.store.store import Store

_BY_CLIENT = (
    select(
        payment,
        receipt.c.id.label("receipt_id"),
        receipt.c.label,
        unit.c.code,
        tender.c.method,
        tender.c.amount.label("tendered"),
        tender.c.reference,
    )
    .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(tender, tender.c.payment_id == payment.c.id)
    .where(payment.c.client_id == bindparam("client"), tender.c.change_id.is_(None))
    .order_by(tender.c.id)
)


class Payments:
    """The counter's one way to take money."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def take(
        self,
        by: Actor,
        asked: TakePayment,
        approval: Approval | None = None,
        discount_approval: Approval | None = None,
    ) -> Taken:
        """Commit one payment with its receipt number; the same `client_id` again gives the first one's result.

        Raises NotPermitted, NoOpenShift, ShiftLeftOpen, ClockIsBehind, PayerMissing, ChargeNeedsName,
        ChargeOfNothing, ReferenceMissing, ReferenceSeenBefore, TakenMeanwhile, BillChanged, NothingToTake,
        NothingReceived, NoFenInCash, DiscountNeedsApproval, ReceiptBookUsedUp and the troubles of the store; then
        nothing was written.
        """
        with self._store.transaction() as connection:
            before = _taken_before(connection, asked.client_id)
            if before is not None:
                return before
            by.require(Permission.TAKE_PAYMENT)
            return self._take(connection, by, asked, approval, discount_approval)

    def preview(
        self,
        by: Actor,
        asked: TakePayment,
        approval: Approval | None = None,
        discount_approval: Approval | None = None,
    ) -> ReceiptFacts:
        """What the receipt would say if the payment were taken now; nothing is kept, no number is used.

        Raises what `take` raises.
        """
        by.require(Permission.TAKE_PAYMENT)
        with self._store.rehearsal() as connection:
            taken = self._take(connection, by, asked, approval, discount_approval)
            stored = connection.execute(select(receipt.c.facts).where(receipt.c.id == taken.receipt_id)).scalar_one()
            return ReceiptFacts.from_facts(stored)

    def taken(self, client_id: str) -> Taken | None:
        """The payment that this bill screen committed, if it did before the program ended; marked as repeated."""
        with self._store.reading() as connection:
            return _taken_before(connection, client_id)

    def _take(
        self,
        connection: Connection,
        by: Actor,
        asked: TakePayment,
        approval: Approval | None,
        discount_approval: Approval | None,
    ) -> Taken:
        now = self._clock.now()
        check_clock(connection, now, by, accepted=asked.clock_accepted)
        standing = shift_for_payment(connection, by, now.date())
        rules = read_rules(connection)
        approved = _check_typed(connection, by, asked, rules, now, approval)
        chosen = read_chosen(connection, asked.unit_id, asked.lines, asked.one_offs, now.date())
        given = offered_discounts(rules_on(connection, chosen.day), chosen.standing, chosen.charges.keys(), chosen.day)
        settled = _settle(chosen, asked, rules, given)
        granted = grant(connection, by, given, discount_approval) if settled.discounts else None
        number = take_number(connection)
        items = {item.id: item for item in read_items(connection)}
        discounts = given if settled.discounts else ()
        hand = PaymentInHand(asked, now, by, standing, number.label, chosen, settled, items, discounts, granted)
        return self._write(connection, hand, number, approved)

    def _write(
        self, connection: Connection, hand: PaymentInHand, number: ReceiptNumber, approved: ApprovalId | None
    ) -> Taken:
        entries = post_payment(connection, hand)
        payment_id = _write_payment(connection, hand, entries[-1], approved)
        try:
            write_rows(connection, hand, payment_id, entries)
        except ChargeMoved as moved:
            raise taken_meanwhile(connection, moved.charge_id) from moved
        issued = issue_receipt(connection, hand, payment_id, number)
        paid = (hand.settled.received - hand.settled.change).fen
        facts = {"receipt": number.label, "payment": payment_id, "paid": paid}
        audit.record(connection, "take_payment", issued.unit, facts, hand.at, hand.by.id)
        keep_head(self._store, connection, number.label)
        return _result(hand, payment_id, issued)


def _settle(chosen: Chosen, asked: TakePayment, rules: CounterRules, given: Sequence[Discount]) -> Settlement:
    order = asked.order or rules.late_fee_order
    terms = Terms(order, rules.cash_rounding, asked.round_off, asked.keep_change)
    settled = settle_bill(chosen.open_lines(), asked.tenders, chosen.day, terms, shares_of(given))
    if settled.to_pay != asked.shown_due:
        raise BillChanged(asked.shown_due, settled.to_pay)
    return settled


def _check_typed(
    connection: Connection,
    by: Actor,
    asked: TakePayment,
    rules: CounterRules,
    now: datetime,
    approval: Approval | None,
) -> ApprovalId | None:
    if not asked.payer_name.strip():
        raise PayerMissing
    for one in asked.one_offs:
        check_one_off(one.name, one.amount)
    return check_references(connection, by, asked.tenders, rules, now.date(), approval)


def _write_payment(
    connection: Connection, hand: PaymentInHand, entry_no: EntryNo, approval_id: ApprovalId | None
) -> PaymentId:
    asked, settled = hand.asked, hand.settled
    values: dict[str, object] = {
        "client_id": asked.client_id,
        "kind": "payment",
        "unit_id": asked.unit_id,
        "payer_id": asked.payer_id,
        "payer_name": asked.payer_name.strip(),
        "shift_id": hand.shift.id,
        "day": hand.at.date(),
        "allocated": settled.allocated,
        "rounding": settled.rounding,
        "credited": settled.credited,
        "received": settled.received,
        "change": settled.change,
        "reason": "",
        "approval_id": approval_id,
        "entry_no": entry_no,
        "at": hand.at,
        "by": hand.by.id,
    }
    payment_id = insert_row(connection, payment, **values)
    for one in settled.tenders:
        insert_row(
            connection,
            tender,
            payment_id=payment_id,
            method=one.method,
            amount=one.amount,
            reference=one.reference.strip(),
            state=state_of(one.method),
        )
    return PaymentId(payment_id)


def _taken_before(connection: Connection, client_id: str) -> Taken | None:
    rows = connection.execute(_BY_CLIENT, {"client": client_id}).all()
    return _as_taken(rows[0], rows) if rows else None


def _as_taken(row: Row[Any], tenders: Sequence[Row[Any]]) -> Taken:
    return Taken(
        PaymentId(row.id),
        ReceiptId(row.receipt_id),
        row.label,
        row.code,
        row.payer_name,
        row.at,
        tuple(TenderAsked(Method(one.method), one.tendered, one.reference) for one in tenders),
        row.allocated + row.credited,
        row.received,
        row.change,
        row.credited,
        repeated=True,
    )


def _result(hand: PaymentInHand, payment_id: PaymentId, issued: Issued) -> Taken:
    settled = hand.settled
    return Taken(
        payment_id=payment_id,
        receipt_id=issued.receipt_id,
        label=hand.label,
        unit_code=issued.unit,
        payer_name=hand.asked.payer_name.strip(),
        at=hand.at,
        tenders=settled.tenders,
        paid=settled.allocated + settled.credited,
        received=settled.received,
        change=settled.change,
        credited=settled.credited,
    )
