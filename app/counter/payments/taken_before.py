"""A payment that is durable, as the strip after the commit shows it: fresh, or found again by its client id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.core.ids import PaymentId, ReceiptId
from app.counter.methods import Method
from app.counter.payments.asked import Taken, TenderAsked
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.receipts.issue_receipt import Issued
from app.counter.tables import payment, receipt, tender
from app.estate.tables import unit

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


def taken_before(connection: Connection, client_id: str) -> Taken | None:
    """What this bill screen committed before, marked as repeated; its tenders as they were handed over."""
    rows = connection.execute(_BY_CLIENT, {"client": client_id}).all()
    return _as_taken(rows[0], rows) if rows else None


def taken_now(hand: PaymentInHand, payment_id: PaymentId, issued: Issued) -> Taken:
    """What was committed just now."""
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
