"""Voiding a receipt in its own shift: reversing rows for everything it wrote; the original stays, struck."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.tables import user
from app.core.ids import ApprovalId, ReceiptId
from app.counter.receipts.issue_receipt import PrintState
from app.counter.refunds.charges_made import charges_taken_back
from app.counter.refunds.relied_upon import must_not_be_relied_upon
from app.counter.refunds.reversing_rows import TakingBack, take_back
from app.counter.refusals import ReasonMissing, ReceiptOfAnother, ReceiptOfClosedShift, ReceiptVoidedBefore
from app.counter.tables import payment, receipt, receipt_print, shift


def void_receipt(
    connection: Connection,
    by: Actor,
    receipt_id: ReceiptId,
    reason: str,
    at: datetime,
    *,
    copies_returned: bool,
    approval: Approval | None,
) -> str:
    """Write the reversing rows; returns the receipt's label.

    Raises ReasonMissing, ReceiptVoidedBefore, ReceiptOfClosedShift, ReceiptOfAnother, NotPermitted, RefundedBefore,
    DepositUsed, CreditSpent, PaidSince.
    """
    original = _original(connection, receipt_id)
    if not reason.strip():
        raise ReasonMissing
    approved = _check(connection, by, original, approval)
    must_not_be_relied_upon(connection, original)
    how = TakingBack("void", original.shift_id, reason, approved, by, at)
    take_back(connection, original, how, charges_taken_back(connection, original))
    connection.execute(
        update(receipt_print)
        .where(receipt_print.c.receipt_id == receipt_id, receipt_print.c.state == PrintState.WAITING)
        .values(state=PrintState.NOT_WANTED)
    )
    facts: dict[str, object] = {"reason": reason.strip(), "copies_returned": copies_returned, "payment": original.id}
    audit.record(connection, "void_receipt", original.label, facts, at, by.id)
    return str(original.label)


def check_void(connection: Connection, receipt_id: ReceiptId) -> None:
    """Whether it may be voided by anybody.

    Raises ReceiptVoidedBefore, ReceiptOfClosedShift, RefundedBefore, DepositUsed, CreditSpent, PaidSince.
    """
    original = _original(connection, receipt_id)
    _check_standing(connection, original)
    must_not_be_relied_upon(connection, original)


def check_unvoided(connection: Connection, receipt_id: ReceiptId) -> None:
    """Whether it stands in an open shift. Raises ReceiptVoidedBefore, ReceiptOfClosedShift."""
    _check_standing(connection, _original(connection, receipt_id))


def _original(connection: Connection, receipt_id: ReceiptId) -> Row[Any]:
    return connection.execute(
        select(payment, receipt.c.label, user.c.name.label("cashier"), shift.c.closed_at)
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
        .join(shift, shift.c.id == payment.c.shift_id)
        .join(user, user.c.id == payment.c.by)
        .where(receipt.c.id == receipt_id)
    ).one()


def _check_standing(connection: Connection, original: Row[Any]) -> None:
    if connection.execute(select(payment.c.id).where(payment.c.reverses == original.id)).first() is not None:
        raise ReceiptVoidedBefore(original.label)
    if original.closed_at is not None:
        raise ReceiptOfClosedShift(original.label, original.shift_id)


def _check(connection: Connection, by: Actor, original: Row[Any], approval: Approval | None) -> ApprovalId | None:
    _check_standing(connection, original)
    if original.by == by.id:
        return by.require(Permission.VOID_RECEIPT)
    if approval is None and not by.may(Permission.VOID_RECEIPT_OF_OTHERS):
        raise ReceiptOfAnother(original.label, original.cashier)
    return by.require(Permission.VOID_RECEIPT_OF_OTHERS, approval)
