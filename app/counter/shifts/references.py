"""Transfers and cheques of a shift, to be ticked against what the bank says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method, TenderState
from app.counter.shifts.takings import TICKED
from app.counter.tables import payment, receipt, tender
from app.estate.tables import unit


@dataclass(frozen=True, slots=True)
class Reference:
    """One transfer or cheque; `id` is its tender's, `arrived` whether it was checked before."""

    id: int
    method: Method
    unit: str
    receipt: str
    reference: str
    amount: Money
    arrived: bool
    at: datetime


_BACK = payment.alias("back")
_ROWS = (
    select(
        tender.c.id,
        tender.c.method,
        tender.c.reference,
        tender.c.amount,
        tender.c.state,
        payment.c.at,
        unit.c.code.label("unit_code"),
        receipt.c.label,
    )
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(receipt, receipt.c.payment_id == payment.c.id, isouter=True)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(
        tender.c.method.in_([method.value for method in TICKED]),
        tender.c.amount > NOTHING,
        payment.c.kind == "payment",
        _BACK.c.id.is_(None),
    )
    .order_by(tender.c.id)
)
_OF_SHIFT = _ROWS.where(payment.c.shift_id == bindparam("shift"))
_TO_CHECK = _ROWS.where(tender.c.state == TenderState.TO_CHECK)


def references_of_shift(connection: Connection, shift_id: ShiftId) -> tuple[Reference, ...]:
    """Every transfer and cheque that stands, in their order; what a method change took away is gone."""
    changed = _changed_away(connection, shift_id)
    return tuple(one for one in _read(connection, _OF_SHIFT, shift=shift_id) if one.id not in changed)


def references_to_check(connection: Connection) -> tuple[Reference, ...]:
    """Every transfer and cheque, of whatever shift, that nobody saw arrive yet."""
    return _read(connection, _TO_CHECK)


def awaited(references: Sequence[Reference], arrived: Collection[int]) -> dict[Method, Money]:
    """By method what was not ticked and is to be checked later."""
    return {
        method: total(one.amount for one in references if one.method is method and one.id not in arrived)
        for method in TICKED
    }


def _changed_away(connection: Connection, shift_id: ShiftId) -> set[int]:
    """Tenders whose whole amount a later change moved to another method."""
    rows = connection.execute(
        select(tender.c.id, tender.c.payment_id, tender.c.method, tender.c.reference, tender.c.amount)
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .where(payment.c.shift_id == shift_id, tender.c.method.in_([method.value for method in TICKED]))
    ).all()
    left: defaultdict[tuple[object, ...], Money] = defaultdict(lambda: NOTHING)
    for row in rows:
        left[row.payment_id, row.method, row.reference] += row.amount
    return {row.id for row in rows if left[row.payment_id, row.method, row.reference] <= NOTHING}


def _read(connection: Connection, rows: Select[Any], **values: object) -> tuple[Reference, ...]:
    return tuple(_reference(row) for row in connection.execute(rows, values).mappings())


def _reference(row: Mapping[Any, Any]) -> Reference:
    return Reference(
        id=row["id"],
        method=Method(row["method"]),
        unit=row["unit_code"],
        receipt=row["label"] or "",
        reference=row["reference"],
        amount=row["amount"],
        arrived=row["state"] == TenderState.CHECKED,
        at=row["at"],
    )
