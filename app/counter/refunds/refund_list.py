"""Refunds as lists show them: number, room, original receipt, how and how much, and where the paper is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.access.tables import user
from app.core.ids import PaymentId, ReceiptId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.receipts.issue_receipt import PrintState
from app.counter.tables import payment, receipt, receipt_print, tender
from app.estate.tables import unit


@dataclass(frozen=True, slots=True)
class RefundRow:
    """One refund; `amount` is what went out, `copies` counts reprints, `original` names the receipt it goes against."""

    id: ReceiptId
    payment_id: PaymentId
    label: str
    at: datetime
    unit_id: UnitId
    unit: str
    payer: str
    original: str
    method: Method
    amount: Money
    reason: str
    cashier: str
    voided: bool
    printed: PrintState
    copies: int


_BACK, _PAID = payment.alias("back"), receipt.alias("paid")
_ROWS = (
    select(
        receipt,
        payment.c.unit_id,
        payment.c.payer_name,
        payment.c.received,
        payment.c.reason,
        unit.c.code.label("unit_code"),
        user.c.name.label("cashier"),
        tender.c.method,
        _PAID.c.label.label("original"),
        _BACK.c.id.label("back_id"),
    )
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(tender, tender.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(user, user.c.id == payment.c.by)
    .join(_PAID, _PAID.c.payment_id == payment.c.refunds)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(receipt.c.kind == "refund")
    .order_by(receipt.c.id.desc())
)


def all_refunds(connection: Connection, most: int) -> tuple[RefundRow, ...]:
    """The newest refunds of the office."""
    return _read(connection, _ROWS.limit(most))


def refunds_of_receipt(connection: Connection, receipt_id: ReceiptId) -> tuple[RefundRow, ...]:
    """Those that went against one receipt, the newest first."""
    return _read(connection, _ROWS.where(_PAID.c.id == receipt_id))


def refunds_of_unit(connection: Connection, unit_id: UnitId) -> tuple[RefundRow, ...]:
    """Those of a unit, the newest first."""
    return _read(connection, _ROWS.where(payment.c.unit_id == unit_id))


def refunds_waiting(connection: Connection) -> tuple[RefundRow, ...]:
    """Slips whose original still has to be printed."""
    waiting = select(receipt_print.c.receipt_id).where(
        receipt_print.c.copy_no == 0, receipt_print.c.state == PrintState.WAITING
    )
    return tuple(row for row in _read(connection, _ROWS.where(receipt.c.id.in_(waiting))) if not row.voided)


def refund_by(connection: Connection, receipt_id: ReceiptId) -> RefundRow | None:
    """One refund."""
    return next(iter(_read(connection, _ROWS.where(receipt.c.id == receipt_id))), None)


def _read(connection: Connection, rows: Select[Any]) -> tuple[RefundRow, ...]:
    found = connection.execute(rows).all()
    prints: dict[int, tuple[PrintState, int]] = {}
    papers = connection.execute(
        select(receipt_print)
        .where(receipt_print.c.receipt_id.in_([row.id for row in found]))
        .order_by(receipt_print.c.copy_no)
    )
    for row in papers:
        original = prints[row.receipt_id][0] if row.copy_no else PrintState(row.state)
        prints[row.receipt_id] = (original, row.copy_no)
    return tuple(_row(row, prints[row.id]) for row in found)


def _row(row: Row[Any], prints: tuple[PrintState, int]) -> RefundRow:
    return RefundRow(
        id=ReceiptId(row.id),
        payment_id=PaymentId(row.payment_id),
        label=row.label,
        at=row.at,
        unit_id=UnitId(row.unit_id),
        unit=row.unit_code,
        payer=row.payer_name,
        original=row.original,
        method=Method(row.method),
        amount=-row.received,
        reason=row.reason,
        cashier=row.cashier,
        voided=row.back_id is not None,
        printed=prints[0],
        copies=prints[1],
    )
