"""What else happened in a shift: numbers given out, voids, refunds, copies, waivers, changes, openings for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Self

from sqlalchemy import Connection, Row, func, select

from app.core.money import NOTHING, Money, total
from app.counter.cash.cash_reasons import MoveKind
from app.counter.shifts.open_shift import OpenShift
from app.counter.tables import cash_move, method_change, payment, receipt, receipt_print
from app.fees.adjustments.rows import WAIVERS
from app.fees.tables import adjustment


@dataclass(frozen=True, slots=True)
class ShiftPapers:
    """Labels in their order; amounts in fen, refunds and waivers positive.

    `refunded` is what slips that stand gave back, `refunded_void` what voided ones said. Reports from before the two
    were told apart have no `refunds_voided` (None), and both in `refunded`.
    """

    receipts: tuple[str, ...]
    voided: tuple[str, ...]
    refunds: tuple[str, ...]
    refunded: Money
    copies: int
    waivers: int
    waived: Money
    method_changes: int
    no_sales: int
    back_entries: int
    rounding: Money
    refunds_voided: tuple[str, ...] | None = None
    refunded_void: Money = NOTHING

    def to_facts(self) -> dict[str, Any]:
        """A document for the database, amounts in fen."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        lists = {name: [*plain[name]] for name in _LISTS if plain[name] is not None}
        return plain | {name: getattr(self, name).fen for name in _AMOUNTS} | lists

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        known = dict(facts) | {name: tuple(facts[name]) for name in _LISTS if facts.get(name) is not None}
        return cls(**known | {name: Money(facts[name]) for name in _AMOUNTS if name in facts})

    def as_before(self) -> Self:
        """As a report says it that does not tell voided refunds apart."""
        return replace(self, refunded=self.refunded + self.refunded_void, refunds_voided=None, refunded_void=NOTHING)


_AMOUNTS = ("refunded", "waived", "rounding", "refunded_void")
_LISTS = ("receipts", "voided", "refunds", "refunds_voided")


def papers_of(connection: Connection, shift: OpenShift, until: datetime) -> ShiftPapers:
    """Read it all; copies and waivers are those of the shift's cashier in its time."""
    rows = _payments(connection, shift)
    taken_back = {row.reverses for row in rows if row.kind == "void"}
    receipts = [row for row in rows if row.kind == "payment" and row.label]
    refunds = [row for row in rows if row.kind == "refund"]
    waivers, waived = _waivers(connection, shift, until)
    return ShiftPapers(
        receipts=tuple(row.label for row in receipts),
        voided=tuple(row.label for row in receipts if row.id in taken_back),
        refunds=tuple(row.label or "" for row in refunds),
        refunded=_given(row for row in refunds if row.id not in taken_back),
        refunds_voided=tuple(row.label or "" for row in refunds if row.id in taken_back),
        refunded_void=_given(row for row in refunds if row.id in taken_back),
        copies=_copies(connection, shift, until),
        waivers=waivers,
        waived=waived,
        method_changes=_count(connection, method_change, shift),
        no_sales=_count(connection, cash_move, shift, cash_move.c.kind == MoveKind.NO_SALE),
        back_entries=sum(row.written_at is not None and row.kind == "payment" for row in rows),
        rounding=total(row.rounding for row in rows),
    )


def _given(refunds: Iterable[Row[Any]]) -> Money:
    return -total(row.received - row.change for row in refunds)


def _payments(connection: Connection, shift: OpenShift) -> Sequence[Row[Any]]:
    return connection.execute(
        select(payment, receipt.c.label)
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id, isouter=True)
        .where(payment.c.shift_id == shift.id)
        .order_by(payment.c.id)
    ).all()


def _waivers(connection: Connection, shift: OpenShift, until: datetime) -> tuple[int, Money]:
    count, amount = connection.execute(
        select(func.count(), func.sum(adjustment.c.amount)).where(
            adjustment.c.kind.in_([kind.value for kind in WAIVERS]),
            adjustment.c.reverses.is_(None),
            adjustment.c.by == shift.cashier_id,
            adjustment.c.at.between(shift.opened_at, until),
        )
    ).one()
    return count, -(amount or NOTHING)


def _copies(connection: Connection, shift: OpenShift, until: datetime) -> int:
    own = (receipt_print.c.copy_no > 0, receipt_print.c.by == shift.cashier_id)
    when = receipt_print.c.at.between(shift.opened_at, until)
    return connection.execute(select(func.count()).select_from(receipt_print).where(*own, when)).scalar_one()


def _count(connection: Connection, table: Any, shift: OpenShift, *conditions: Any) -> int:
    rows = select(func.count()).select_from(table).where(table.c.shift_id == shift.id, *conditions)
    return int(connection.execute(rows).scalar_one())
