"""A shift so far, in figures: when money came, what of it needs a look; no paper is read for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.methods import Method, TenderState
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_list import PAID
from app.counter.tables import payment, receipt, receipt_print, tender

_BACK, _ORIGINAL = payment.alias("back"), receipt_print.alias("original")
_SHIFT: BindParameter[int] = bindparam("shift")
_RECEIPTS = (
    select(receipt.c.payment_id, receipt.c.label, receipt.c.at, PAID.label("amount"), _BACK.c.id.label("back_id"))
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(payment.c.shift_id == _SHIFT)
    .order_by(receipt.c.id.desc())
)
_UNCHECKED = (
    select(tender.c.payment_id, func.sum(tender.c.amount))
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .where(payment.c.shift_id == _SHIFT, tender.c.state == TenderState.TO_CHECK)
    .group_by(tender.c.payment_id)
)
_COPIES = (
    select(func.count())
    .select_from(receipt_print)
    .join(_ORIGINAL, (_ORIGINAL.c.receipt_id == receipt_print.c.receipt_id) & (_ORIGINAL.c.copy_no == 0))
    .join(receipt, receipt.c.id == receipt_print.c.receipt_id)
    .join(payment, payment.c.id == receipt.c.payment_id)
    .where(payment.c.shift_id == _SHIFT, receipt_print.c.copy_no > 0, _ORIGINAL.c.state == PrintState.PRINTED)
)
_CREDIT_USED = (  # money that came when it was paid in, perhaps in this very shift
    select(func.sum(tender.c.amount))
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .where(payment.c.shift_id == _SHIFT, tender.c.method == Method.CREDIT)
)
_TAKEN = select(
    func.count().filter(payment.c.kind == "payment"),
    func.sum(payment.c.allocated + payment.c.credited + payment.c.deposits),
).where(payment.c.shift_id == _SHIFT)


@dataclass(frozen=True, slots=True)
class Named:
    """A receipt that needs a look, and how much of it (fen)."""

    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class SoFar:
    """Receipts and money of a shift (fen, less what was voided, given back or paid in before) and its papers' moments.

    `to_check` is what was not yet seen to arrive, `voided` what was taken back, `copies` how often papers were printed
    again; the newest come first.
    """

    count: int = 0
    taken: Money = NOTHING
    times: Sequence[datetime] = ()
    to_check: Sequence[Named] = ()
    voided: Sequence[Named] = ()
    copies: int = 0


def read_so_far(connection: Connection, shift_id: ShiftId) -> SoFar:
    """The figures of a shift as they stand now."""
    asked = {"shift": shift_id}
    count, taken = connection.execute(_TAKEN, asked).one()
    used: Money | None = connection.execute(_CREDIT_USED, asked).scalar()
    rows = connection.execute(_RECEIPTS, asked).all()
    unchecked: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_UNCHECKED, asked)}
    return SoFar(
        count,
        (taken or NOTHING) - (used or NOTHING),
        [row.at for row in rows],
        [
            Named(row.label, unchecked[row.payment_id])
            for row in rows
            if row.back_id is None and unchecked.get(row.payment_id, NOTHING) != NOTHING
        ],
        [Named(row.label, row.amount) for row in rows if row.back_id is not None],
        connection.execute(_COPIES, asked).scalar_one(),
    )
