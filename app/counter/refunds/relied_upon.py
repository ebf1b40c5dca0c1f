"""Whether something happened on the money of a payment since, so that it can not be taken back as a whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.core.money import NOTHING, Money
from app.counter.refunds.refusals import CreditSpent, DepositUsed, PaidSince, RefundedBefore
from app.counter.tables import deposit_move, payment, receipt
from app.estate.tables import unit
from app.fees.tables import adjustment, allocation, charge, credit


def must_not_be_relied_upon(connection: Connection, original: Row[Any]) -> None:
    """`original` is a row of payment with its `label`. Raises RefundedBefore, DepositUsed, CreditSpent, PaidSince."""
    refund = standing_refund(connection, original.id)
    if refund is not None:
        raise RefundedBefore(original.label, refund)
    moved = _deposit_moved(connection, original.id)
    if moved is not None:
        raise DepositUsed(original.label, moved)
    _credit_must_be_there(connection, original)
    paid = _paid_since(connection, original.id)
    if paid is not None:
        raise PaidSince(original.label, paid)


def standing_refund(connection: Connection, payment_id: int) -> str | None:
    """The number of the newest refund of a payment that stands."""
    back = payment.alias("back")
    return connection.execute(
        select(receipt.c.label)
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
        .join(back, back.c.reverses == payment.c.id, isouter=True)
        .where(payment.c.refunds == payment_id, back.c.id.is_(None))
        .order_by(payment.c.id.desc())
        .limit(1)
    ).scalar()


def _deposit_moved(connection: Connection, payment_id: int) -> str | None:
    """The name of a deposit on this payment of which something was moved by another one."""
    back = deposit_move.alias("back")
    return connection.execute(
        select(charge.c.name)
        .join_from(deposit_move, charge, charge.c.id == deposit_move.c.charge_id)
        .join(allocation, allocation.c.charge_id == charge.c.id)
        .join(back, back.c.reverses == deposit_move.c.id, isouter=True)
        .where(
            allocation.c.payment_id == payment_id,
            deposit_move.c.payment_id.is_distinct_from(payment_id),
            deposit_move.c.reverses.is_(None),
            back.c.id.is_(None),
        )
        .limit(1)
    ).scalar()


def _paid_since(connection: Connection, payment_id: int) -> str | None:
    """The name of a charge that would owe less than nothing without this payment."""
    more: dict[int, Money] = {}
    for table, sign in ((allocation, 1), (adjustment, -1)):
        for row in connection.execute(select(table).where(table.c.payment_id == payment_id)):
            more[row.charge_id] = more.get(row.charge_id, NOTHING) + row.amount * sign
    rows = connection.execute(select(charge.c.id, charge.c.name, charge.c.outstanding).where(charge.c.id.in_(more)))
    return next((row.name for row in rows if row.outstanding + more[row.id] < NOTHING), None)


def _credit_must_be_there(connection: Connection, original: Row[Any]) -> None:
    left = (
        select(credit.c.unit_id, unit.c.code, func.sum(credit.c.amount).label("amount"))
        .join_from(credit, unit, unit.c.id == credit.c.unit_id)
        .where(credit.c.payment_id == original.id)
        .group_by(credit.c.unit_id, unit.c.code)
    )
    for row in connection.execute(left).all():
        held = connection.execute(select(func.sum(credit.c.amount)).where(credit.c.unit_id == row.unit_id)).scalar()
        if row.amount > (held or NOTHING) and row.amount > NOTHING:
            raise CreditSpent(original.label, row.code, held or NOTHING, row.amount)
