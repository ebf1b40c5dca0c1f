"""Voiding a receipt in its own shift: reversing rows for everything it wrote; the original stays, struck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, or_, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.tables import user
from app.core.ids import ApprovalId, ChargeId, EntryNo, PaymentId, ReceiptId
from app.core.money import NOTHING, Money
from app.counter.receipts.issue_receipt import PrintState
from app.counter.refusals import ReasonMissing, ReceiptOfAnother, ReceiptOfClosedShift, ReceiptVoidedBefore
from app.counter.tables import payment, receipt, receipt_print, shift, tender
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, charge, credit
from app.ledger.entry import reversal
from app.ledger.journal import entries, post

_REVERSED_AMOUNTS = ("allocated", "rounding", "credited", "received", "change")


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

    Raises ReasonMissing, ReceiptVoidedBefore, ReceiptOfClosedShift, ReceiptOfAnother, NotPermitted.
    """
    original = _original(connection, receipt_id)
    if not reason.strip():
        raise ReasonMissing
    approved = _check(connection, by, original, approval)
    payment_id = PaymentId(original.id)
    gone = _charges_taken_back(connection, original)
    numbers = _reverse_entries(connection, original, gone, by, at)
    back_id = _reverse_payment(connection, original, by, at, reason, approved, numbers[EntryNo(original.entry_no)])
    _reverse_allocations(connection, payment_id, back_id, at)
    _reverse_adjustments(connection, payment_id, by, at, reason, numbers)
    _take_back_charges(connection, gone, by, at)
    _reverse_credit(connection, payment_id, back_id)
    connection.execute(
        update(receipt_print)
        .where(receipt_print.c.receipt_id == receipt_id, receipt_print.c.state == PrintState.WAITING)
        .values(state=PrintState.NOT_WANTED)
    )
    facts = {"reason": reason.strip(), "copies_returned": copies_returned, "payment": payment_id}
    audit.record(connection, "void_receipt", original.label, facts, at, by.id)
    return str(original.label)


def check_void(connection: Connection, receipt_id: ReceiptId) -> None:
    """Whether it may be voided by anybody. Raises ReceiptVoidedBefore, ReceiptOfClosedShift."""
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


def _charges_taken_back(connection: Connection, original: Row[Any]) -> list[Row[Any]]:
    """Late fees and one-offs that only this payment upholds, made by it or by one that was voided before.

    Where another payment or a waiver stands on them they stay owed.
    """
    back = payment.alias("back")
    made = charge.c.payment_id == original.id
    orphaned = and_(charge.c.unit_id == original.unit_id, charge.c.cancelled_at.is_(None), back.c.id.is_not(None))
    joined = select(charge).join(back, back.c.reverses == charge.c.payment_id, isouter=True)
    rows = connection.execute(joined.where(or_(made, orphaned))).all()
    upheld = _upheld_by(connection, [row.id for row in rows])
    own = {original.id}
    return [row for row in rows if upheld[row.id] == own or (row.payment_id in own and not upheld[row.id])]


def _upheld_by(connection: Connection, charge_ids: Sequence[int]) -> defaultdict[int, set[int | None]]:
    """For each charge the payments of its standing allocations and adjustments; None stands for a waiver."""
    found: defaultdict[int, set[int | None]] = defaultdict(set)
    for table in (allocation, adjustment):
        rows = standing(table).add_columns(table.c.payment_id).where(table.c.charge_id.in_(charge_ids))
        for row in connection.execute(rows):
            found[row.charge_id].add(row.payment_id)
    return found


def _reverse_entries(
    connection: Connection, original: Row[Any], gone: Sequence[Row[Any]], by: Actor, at: datetime
) -> dict[EntryNo, EntryNo]:
    """Post the reversal of each entry that the payment wrote or alone upheld; returns old number → new number."""
    adjusted = select(adjustment.c.entry_no).where(adjustment.c.payment_id == original.id)
    numbers = [original.entry_no, *(row.entry_no for row in gone), *connection.execute(adjusted).scalars()]
    back = [
        reversal(entry, number, "void", at.date(), at, by.id) for number, entry in entries(connection, sorted(numbers))
    ]
    return dict(zip(sorted(numbers), post(connection, back), strict=True))


def _reverse_payment(
    connection: Connection,
    original: Row[Any],
    by: Actor,
    at: datetime,
    reason: str,
    approved: ApprovalId | None,
    entry_no: EntryNo,
) -> PaymentId:
    same = ("unit_id", "payer_id", "payer_name", "shift_id")
    values = {name: getattr(original, name) for name in same}
    values |= {name: -getattr(original, name) for name in _REVERSED_AMOUNTS}
    values |= {"client_id": f"void-{original.id}", "kind": "void", "reverses": original.id, "day": at.date()}
    values |= {"reason": reason.strip(), "approval_id": approved, "entry_no": entry_no, "at": at, "by": by.id}
    key = connection.execute(insert(payment).values(**values)).inserted_primary_key
    assert key is not None
    for row in connection.execute(select(tender).where(tender.c.payment_id == original.id)).all():
        columns = {"method": row.method, "amount": -row.amount, "reference": row.reference, "state": row.state}
        connection.execute(insert(tender).values(payment_id=key[0], **columns))
    return PaymentId(key[0])


def _reverse_allocations(connection: Connection, payment_id: PaymentId, back_id: PaymentId, at: datetime) -> None:
    for row in connection.execute(select(allocation).where(allocation.c.payment_id == payment_id)).all():
        columns = {"charge_id": row.charge_id, "day": at.date(), "amount": -row.amount, "reverses": row.id}
        connection.execute(insert(allocation).values(payment_id=back_id, **columns))
        _owe_again(connection, row.charge_id, row.amount)


def _reverse_adjustments(
    connection: Connection,
    payment_id: PaymentId,
    by: Actor,
    at: datetime,
    reason: str,
    numbers: dict[EntryNo, EntryNo],
) -> None:
    for row in connection.execute(select(adjustment).where(adjustment.c.payment_id == payment_id)).all():
        columns = {"charge_id": row.charge_id, "kind": row.kind, "amount": -row.amount, "day": at.date()}
        columns |= {"reason": reason.strip(), "reverses": row.id, "entry_no": numbers[EntryNo(row.entry_no)]}
        connection.execute(insert(adjustment).values(at=at, by=by.id, **columns))
        _owe_again(connection, row.charge_id, -row.amount)


def _owe_again(connection: Connection, charge_id: int, amount: Money) -> None:
    """The charge is open again; a late fee that stood still runs on with its principal."""
    connection.execute(
        update(charge)
        .where(charge.c.id == charge_id)
        .values(outstanding=charge.c.outstanding + amount, late_fee_left=NOTHING, version=charge.c.version + 1)
    )


def _take_back_charges(connection: Connection, gone: Sequence[Row[Any]], by: Actor, at: datetime) -> None:
    """Late fees and one-offs that nothing upholds any more were never made."""
    for row in gone:
        values = {"outstanding": NOTHING, "cancelled_at": at, "cancelled_by": by.id, "version": charge.c.version + 1}
        connection.execute(update(charge).where(charge.c.id == row.id).values(**values))
    parents = [ChargeId(row.parent_id) for row in gone if row.parent_id is not None]
    connection.execute(update(charge).where(charge.c.id.in_(parents)).values(version=charge.c.version + 1))
    let_late_fees_stand(connection, parents, at.date())  # owed again where the principal stays paid by another receipt


def _reverse_credit(connection: Connection, payment_id: PaymentId, back_id: PaymentId) -> None:
    held: Sequence[Row[Any]] = connection.execute(select(credit).where(credit.c.payment_id == payment_id)).all()
    for row in held:
        values = {"unit_id": row.unit_id, "payment_id": back_id, "amount": -row.amount}
        connection.execute(insert(credit).values(**values))
