"""Writing one payment: its entries, its row and tenders, and everything that its money does."""

from __future__ import annotations

from sqlalchemy import Connection

from app.core.ids import ApprovalId, EntryNo, PaymentId
from app.counter.methods import state_of
from app.counter.payments.chosen_lines import taken_meanwhile
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.payments.payment_rows import post_payment, write_rows
from app.counter.tables import payment, tender
from app.fees.charges import ChargeMoved
from app.ledger.journal import Journal
from app.store.rows import insert_row, insertion


def write_payment(
    connection: Connection,
    journal: Journal,
    hand: PaymentInHand,
    approval_id: ApprovalId | None,
    kind: str = "payment",
) -> PaymentId:
    """Write everything but the receipt. Raises TakenMeanwhile."""
    entries = post_payment(journal, hand)
    payment_id = _payment_row(connection, hand, entries[-1], approval_id, kind)
    try:
        write_rows(connection, hand, payment_id, entries)
    except ChargeMoved as moved:
        raise taken_meanwhile(connection, moved.charge_id) from moved
    return payment_id


def _payment_row(
    connection: Connection, hand: PaymentInHand, entry_no: EntryNo, approval_id: ApprovalId | None, kind: str
) -> PaymentId:
    asked, settled, back = hand.asked, hand.settled, hand.asked.back
    payment_id = insert_row(
        connection,
        payment,
        client_id=asked.client_id,
        kind=kind,
        unit_id=asked.unit_id,
        payer_id=asked.payer_id,
        payer_name=asked.payer_name.strip(),
        shift_id=None if hand.shift is None else hand.shift.id,
        day=hand.day,
        written_at=None if back is None else back.written_at,
        collector="" if back is None else back.collector.strip(),
        allocated=settled.allocated,
        rounding=settled.rounding,
        credited=settled.credited,
        received=settled.received,
        change=settled.change,
        reason="",
        approval_id=approval_id,
        entry_no=entry_no,
        at=hand.at,
        by=hand.by.id,
    )
    rows = [
        {
            "payment_id": payment_id,
            "method": one.method,
            "amount": one.amount,
            "reference": one.reference.strip(),
            "state": state_of(one.method),
        }
        for one in settled.tenders
    ]
    connection.execute(insertion(tender), rows)
    return PaymentId(payment_id)
