"""Deposits that the office holds: what was paid of each, what was kept, used and given back, and what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from app.access.tables import approval, user
from app.core.ids import ChargeId, ReceiptId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.tables import deposit_move, payment, receipt
from app.estate.tables import unit
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.charge_rows import ONE_OFF
from app.fees.money_of import MoneyOf
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, charge, fee_item


class DepositMoveKind(StrEnum):
    """What became of a part of a deposit; the value is the stored name."""

    KEPT = "kept"
    USED = "used"  # for an open charge of the unit
    REFUND = "refund"
    ROUNDING = "rounding"  # fen that cash could not give back


@dataclass(frozen=True, slots=True)
class DepositMove:
    """One part: how much, when, why, by whom and with whose yes."""

    id: int
    kind: DepositMoveKind
    amount: Money
    day: date
    reason: str
    by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class HeldDeposit:
    """A deposit: `taken` came in (0.00 while it is only owed), `receipt` names the newest receipt on it."""

    charge_id: ChargeId
    unit_id: UnitId
    unit: str
    payer: str
    name: str
    receipt_id: ReceiptId | None
    receipt: str
    day: date
    taken: Money
    owed: Money
    moves: tuple[DepositMove, ...]

    @property
    def held(self) -> Money:
        """What is left of it."""
        return self.taken - total(move.amount for move in self.moves)

    def moved(self, *kinds: DepositMoveKind) -> Money:
        """What went these ways."""
        return total(move.amount for move in self.moves if move.kind in kinds)


_DEPOSITS = (
    select(charge, unit.c.code)
    .join_from(charge, fee_item, fee_item.c.id == charge.c.fee_item_id)
    .join(unit, unit.c.id == charge.c.unit_id)
    .where(
        fee_item.c.money_of == MoneyOf.DEPOSIT.value,
        charge.c.kind == ONE_OFF,
        charge.c.cancelled_at.is_(None),
    )
    .order_by(unit.c.sort_key, charge.c.id)
)


def all_held(connection: Connection) -> tuple[HeldDeposit, ...]:
    """Every deposit that was ever taken or charged, in building order."""
    return _read(connection, _DEPOSITS)


def held_of_unit(connection: Connection, unit_id: UnitId) -> tuple[HeldDeposit, ...]:
    """Those of a unit."""
    return _read(connection, _DEPOSITS.where(charge.c.unit_id == unit_id))


def held_on_charges(connection: Connection, charge_ids: Sequence[int]) -> tuple[HeldDeposit, ...]:
    """Those among these charges."""
    return _read(connection, _DEPOSITS.where(charge.c.id.in_(charge_ids))) if charge_ids else ()


def _read(connection: Connection, question: Select[Any]) -> tuple[HeldDeposit, ...]:
    rows = connection.execute(question).all()
    if not rows:
        return ()
    keys = [row.id for row in rows]
    moves, papers, worth = _moves(connection, keys), _papers(connection, keys), _waived(connection, keys)
    return tuple(_held(row, moves[row.id], papers.get(row.id), worth.get(row.id, NOTHING)) for row in rows)


def _held(row: Row[Any], moves: Sequence[DepositMove], paper: Row[Any] | None, changed: Money) -> HeldDeposit:
    return HeldDeposit(
        charge_id=ChargeId(row.id),
        unit_id=UnitId(row.unit_id),
        unit=row.code,
        payer="" if paper is None else paper.payer_name,
        name=row.name,
        receipt_id=None if paper is None else ReceiptId(paper.receipt_id),
        receipt="" if paper is None else paper.label,
        day=row.due_on if paper is None else paper.day,
        taken=row.amount + changed - row.outstanding,
        owed=row.outstanding,
        moves=tuple(moves),
    )


def _moves(connection: Connection, charge_ids: Sequence[int]) -> defaultdict[int, list[DepositMove]]:
    back, approver = deposit_move.alias("back"), user.alias("approver")
    rows = connection.execute(
        select(deposit_move, user.c.name.label("who"), approver.c.name.label("yes"))
        .join_from(deposit_move, user, user.c.id == deposit_move.c.by, isouter=True)
        .join(approval, approval.c.id == deposit_move.c.approval_id, isouter=True)
        .join(approver, approver.c.id == approval.c.by, isouter=True)
        .join(back, back.c.reverses == deposit_move.c.id, isouter=True)
        .where(deposit_move.c.charge_id.in_(charge_ids), deposit_move.c.reverses.is_(None), back.c.id.is_(None))
        .order_by(deposit_move.c.id)
    )
    found: defaultdict[int, list[DepositMove]] = defaultdict(list)
    for row in rows:
        move = DepositMove(
            row.id, DepositMoveKind(row.kind), row.amount, row.day, row.reason, row.who or "", row.yes or ""
        )
        found[row.charge_id].append(move)
    return found


def _papers(connection: Connection, charge_ids: Sequence[int]) -> dict[int, Row[Any]]:
    """The newest receipt that paid something of each."""
    back = payment.alias("back")
    rows = connection.execute(
        select(allocation.c.charge_id, receipt.c.id.label("receipt_id"), receipt.c.label, payment)
        .join_from(allocation, payment, payment.c.id == allocation.c.payment_id)
        .join(receipt, receipt.c.payment_id == payment.c.id)
        .join(back, back.c.reverses == payment.c.id, isouter=True)
        .where(allocation.c.charge_id.in_(charge_ids), payment.c.kind == "payment", back.c.id.is_(None))
        .order_by(payment.c.id)
    )
    return {row.charge_id: row for row in rows}


def _waived(connection: Connection, charge_ids: Sequence[int]) -> dict[int, Money]:
    """What waivers made of each; what was rounded off stays held in full."""
    rows = standing(adjustment).where(
        adjustment.c.charge_id.in_(charge_ids), adjustment.c.kind != AdjustmentKind.ROUNDING
    )
    sums = rows.subquery()
    question = select(sums.c.charge_id, func.sum(sums.c.amount).label("sum")).group_by(sums.c.charge_id)
    return {row.charge_id: row.sum for row in connection.execute(question)}
