"""Taking back everything that one payment wrote, by rows that point back; nothing is edited or deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access.actor import Actor
from app.core.ids import ApprovalId, ChargeId, EntryNo, PaymentId, ShiftId
from app.core.money import NOTHING, Money
from app.counter.refunds.charges_made import cancel_taken_back
from app.counter.tables import deposit_move, method_change, payment, tender
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.tables import adjustment, allocation, charge, credit, recognition
from app.ledger.entry import reversal
from app.ledger.journal import entries, post
from app.store.rows import insert_row

REVERSED_AMOUNTS = ("allocated", "rounding", "credited", "deposits", "received", "change")


@dataclass(frozen=True, slots=True)
class TakingBack:
    """How a payment is taken back: `kind` is that of the new payment row, `shift_id` whose money it changes."""

    kind: str
    shift_id: ShiftId | None
    reason: str
    approval_id: ApprovalId | None
    by: Actor
    at: datetime


def take_back(connection: Connection, original: Row[Any], how: TakingBack, gone: Sequence[Row[Any]]) -> PaymentId:
    """Write the reversing rows and cancel the charges in `gone`; returns the id of the new payment row."""
    numbers = _reverse_entries(connection, original, gone, how)
    back_id = _reverse_payment(connection, original, how, numbers[EntryNo(original.entry_no)])
    touched = _reverse_allocations(connection, original.id, back_id, how)
    touched += _reverse_adjustments(connection, original.id, how, numbers)
    _reverse_credit(connection, original.id, back_id)
    _reverse_deposit_moves(connection, original.id, back_id, how, numbers)
    cancel_taken_back(connection, gone, how.by, how.at)
    left = sorted(set(touched) - {row.id for row in gone})
    let_late_fees_stand(connection, [ChargeId(key) for key in left], how.at.date())
    return back_id


def _reverse_entries(
    connection: Connection, original: Row[Any], gone: Sequence[Row[Any]], how: TakingBack
) -> dict[EntryNo, EntryNo]:
    """Post the reversal of each entry that the payment wrote or alone upheld; returns old number → new number."""
    of_payment = [
        number
        for table in (adjustment, deposit_move, method_change)
        for number in connection.execute(select(table.c.entry_no).where(table.c.payment_id == original.id)).scalars()
    ]
    begun = select(recognition.c.entry_no).where(recognition.c.charge_id.in_([row.id for row in gone]))
    of_charges = [*(row.entry_no for row in gone), *connection.execute(begun).scalars()]
    numbers = sorted({original.entry_no, *of_payment, *of_charges})
    back = [
        reversal(entry, number, how.kind, how.at.date(), how.at, how.by.id)
        for number, entry in entries(connection, numbers)
    ]
    return dict(zip((EntryNo(number) for number in numbers), post(connection, back), strict=True))


def _reverse_payment(connection: Connection, original: Row[Any], how: TakingBack, entry_no: EntryNo) -> PaymentId:
    values = {name: getattr(original, name) for name in ("unit_id", "payer_id", "payer_name")}
    values |= {name: -getattr(original, name) for name in REVERSED_AMOUNTS}
    values |= {"client_id": f"{how.kind}-{original.id}", "kind": how.kind, "reverses": original.id}
    values |= {"shift_id": how.shift_id, "day": how.at.date(), "reason": how.reason.strip()}
    values |= {"approval_id": how.approval_id, "entry_no": entry_no, "at": how.at, "by": how.by.id}
    back_id = insert_row(connection, payment, **values)
    for row in connection.execute(select(tender).where(tender.c.payment_id == original.id)).all():
        columns = {name: getattr(row, name) for name in ("method", "reference", "state", "change_id")}
        insert_row(connection, tender, payment_id=back_id, amount=-row.amount, **columns)
    return PaymentId(back_id)


def _reverse_allocations(connection: Connection, payment_id: int, back_id: PaymentId, how: TakingBack) -> list[int]:
    rows = connection.execute(select(allocation).where(allocation.c.payment_id == payment_id)).all()
    for row in rows:
        columns = {"charge_id": row.charge_id, "day": how.at.date(), "amount": -row.amount, "reverses": row.id}
        insert_row(connection, allocation, payment_id=back_id, **columns)
        _owe_again(connection, row.charge_id, row.amount)
    return [row.charge_id for row in rows]


def _reverse_adjustments(
    connection: Connection, payment_id: int, how: TakingBack, numbers: dict[EntryNo, EntryNo]
) -> list[int]:
    rows = connection.execute(select(adjustment).where(adjustment.c.payment_id == payment_id)).all()
    for row in rows:
        columns = {"charge_id": row.charge_id, "kind": row.kind, "amount": -row.amount, "day": how.at.date()}
        columns |= {"reason": how.reason.strip(), "reverses": row.id, "entry_no": numbers[EntryNo(row.entry_no)]}
        insert_row(connection, adjustment, at=how.at, by=how.by.id, **columns)
        _owe_again(connection, row.charge_id, -row.amount)
    return [row.charge_id for row in rows]


def _owe_again(connection: Connection, charge_id: int, amount: Money) -> None:
    """The charge is open again; a late fee that stood still runs on with its principal."""
    connection.execute(
        update(charge)
        .where(charge.c.id == charge_id)
        .values(outstanding=charge.c.outstanding + amount, late_fee_left=NOTHING, version=charge.c.version + 1)
    )


def _reverse_credit(connection: Connection, payment_id: int, back_id: PaymentId) -> None:
    for row in connection.execute(select(credit).where(credit.c.payment_id == payment_id)).all():
        insert_row(connection, credit, unit_id=row.unit_id, payment_id=back_id, amount=-row.amount)


def _reverse_deposit_moves(
    connection: Connection, payment_id: int, back_id: PaymentId, how: TakingBack, numbers: dict[EntryNo, EntryNo]
) -> None:
    for row in connection.execute(select(deposit_move).where(deposit_move.c.payment_id == payment_id)).all():
        columns = {"charge_id": row.charge_id, "kind": row.kind, "amount": -row.amount, "day": how.at.date()}
        columns |= {"reason": how.reason.strip(), "reverses": row.id, "payment_id": back_id}
        columns |= {"entry_no": numbers[EntryNo(row.entry_no)], "at": how.at, "by": how.by.id}
        insert_row(connection, deposit_move, **columns)
