"""The close of a shift: what receipts say against what was counted, kept as a snapshot that never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.refusals import NotCounted
from app.counter.shifts.open_shift import OpenShift
from app.counter.tables import payment, receipt_print, tender


@dataclass(frozen=True, slots=True)
class MethodClose:
    """One method at the close: what the receipts say, and what was counted (cash includes the float)."""

    method: Method
    payments: int
    expected: Money
    counted: Money

    @property
    def difference(self) -> Money:
        """Counted less expected: over is positive, short negative."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ShiftClose:
    """The stored snapshot of a closed shift."""

    shift: ShiftId
    cashier: str
    closed_at: datetime
    methods: tuple[MethodClose, ...]
    receipts: int
    voids: int
    copies: int
    rounding: Money


def close_of(connection: Connection, standing: OpenShift, counted: Mapping[Method, Money], at: datetime) -> ShiftClose:
    """What the close says, given what was counted. Raises NotCounted where a method that was used is missing."""
    sums = sums_by_method(connection, standing.id)
    missing = tuple(method for method in sums if method not in counted)
    if missing:
        raise NotCounted(missing)
    lines = []
    for method in Method:
        payments, taken = sums.get(method, (0, NOTHING))
        expected = taken + standing.opening_float if method.is_cash else taken
        if method in counted:
            lines.append(MethodClose(method, payments, expected, counted[method]))
    receipts, voids, rounding = connection.execute(
        select(
            func.count().filter(payment.c.kind == "payment"),
            func.count().filter(payment.c.kind == "void"),
            func.sum(payment.c.rounding),
        ).where(payment.c.shift_id == standing.id)
    ).one()
    copies = connection.execute(
        select(func.count())
        .select_from(receipt_print)
        .where(
            receipt_print.c.copy_no > 0,
            receipt_print.c.by == standing.cashier_id,
            receipt_print.c.at >= standing.opened_at,
        )
    ).scalar_one()
    return ShiftClose(standing.id, standing.cashier, at, tuple(lines), receipts, voids, copies, rounding or NOTHING)


def sums_by_method(connection: Connection, shift_id: ShiftId) -> dict[Method, tuple[int, Money]]:
    """Tenders by method, change taken off cash; cash is always there."""
    rows = connection.execute(
        select(tender.c.method, tender.c.amount, payment.c.change)
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .where(payment.c.shift_id == shift_id)
    )
    amounts: dict[Method, list[Money]] = {Method.CASH: []}
    for row in rows:
        method = Method(row.method)
        net = row.amount - row.change if method.is_cash else row.amount
        amounts.setdefault(method, []).append(net)
    return {method: (len(nets), total(nets)) for method, nets in amounts.items()}


def close_facts(closing: ShiftClose) -> dict[str, Any]:
    """The snapshot as it is stored, amounts in fen."""
    return {
        "shift": closing.shift,
        "cashier": closing.cashier,
        "closed_at": closing.closed_at.isoformat(),
        "methods": [[line.method, line.payments, line.expected.fen, line.counted.fen] for line in closing.methods],
        "receipts": closing.receipts,
        "voids": closing.voids,
        "copies": closing.copies,
        "rounding": closing.rounding.fen,
    }


def close_from(facts: Mapping[str, Any]) -> ShiftClose:
    """The snapshot as it was stored."""
    return ShiftClose(
        ShiftId(facts["shift"]),
        facts["cashier"],
        datetime.fromisoformat(facts["closed_at"]),
        tuple(MethodClose(Method(name), n, Money(exp), Money(got)) for name, n, exp, got in facts["methods"]),
        facts["receipts"],
        facts["voids"],
        facts["copies"],
        Money(facts["rounding"]),
    )
