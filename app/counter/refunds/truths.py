"""What must hold of refunds: against one standing receipt, never above it, each with its own slip and yes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, is_genuine
from app.counter.books.numbering import book_in_code
from app.counter.receipts.office_key import office_key
from app.counter.refunds.refund_facts import RefundFacts
from app.counter.tables import payment, receipt
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.money_of import MoneyOf
from app.fees.tables import adjustment, allocation, charge, fee_item
from app.store.truths import Truth

_BACK, _PAID, _UNDONE = payment.alias("back"), payment.alias("paid"), payment.alias("undone")
_PAID_FOR = receipt.alias("paid_for")
_OF_PAID = (_PAID.c.id, _PAID.c.kind, _PAID.c.allocated, _PAID.c.credited)
_REFUNDED = (
    select(*_OF_PAID, func.sum(payment.c.received).label("back"))
    .join_from(payment, _PAID, _PAID.c.id == payment.c.refunds)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(_BACK.c.id.is_(None))
    .group_by(*_OF_PAID)
)


def _never_above(connection: Connection) -> Iterator[str]:
    """What went back of a receipt, voided refunds left out, is no more than it took."""
    rows = connection.execute(_REFUNDED).all()
    let_off = _deposits_let_off(connection)
    for row in rows:
        rest = row.allocated + row.credited + let_off.get(row.id, NOTHING) + row.back
        if rest < NOTHING or row.kind != "payment":
            yield f"payment {row.id} ({row.kind}): {rest}"


_LET_OFF = (
    select(adjustment.c.payment_id, func.sum(adjustment.c.amount).label("off"))
    .join_from(adjustment, charge, charge.c.id == adjustment.c.charge_id)
    .join(fee_item, fee_item.c.id == charge.c.fee_item_id)
    .where(fee_item.c.money_of == MoneyOf.DEPOSIT.value, adjustment.c.kind == AdjustmentKind.ROUNDING)
    .group_by(adjustment.c.payment_id)
)


def _deposits_let_off(connection: Connection) -> dict[int, Money]:
    """What a payment rounded off deposits, which are held in full."""
    rows = connection.execute(_LET_OFF)
    return {row.payment_id: -row.off for row in rows if row.payment_id is not None}


_LINES = (
    select(payment.c.id, payment.c.kind, payment.c.refunds, allocation.c.charge_id, allocation.c.amount)
    .join_from(allocation, payment, payment.c.id == allocation.c.payment_id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(payment.c.kind.in_(("payment", "refund")), _BACK.c.id.is_(None))
)


def _never_above_a_line(connection: Connection) -> Iterator[str]:
    """What went back of one charge is no more than that receipt paid of it."""
    sums: dict[tuple[int, int], Money] = {}
    for row in connection.execute(_LINES):
        key = (row.refunds or row.id, row.charge_id)
        sums[key] = sums.get(key, NOTHING) + row.amount
    yield from (f"payment {key[0]}, charge {key[1]}: {rest}" for key, rest in sums.items() if rest < NOTHING)


_OF_UNDONE = (
    select(payment.c.id, payment.c.refunds)
    .join_from(payment, _UNDONE, _UNDONE.c.reverses == payment.c.refunds)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(_BACK.c.id.is_(None))
)


def _standing_original(connection: Connection) -> Iterator[str]:
    """A receipt of which money went back is not voided or reversed as well."""
    yield from (f"payment {row.id} / {row.refunds}" for row in connection.execute(_OF_UNDONE))


_SLIPS = (
    select(payment, receipt.c.label, receipt.c.kind.label("paper"), receipt.c.facts, receipt.c.code)
    .add_columns(receipt.c.book_id, receipt.c.number, _PAID_FOR.c.label.label("original"))
    .join_from(payment, receipt, receipt.c.payment_id == payment.c.id, isouter=True)
    .join(_PAID_FOR, _PAID_FOR.c.payment_id == payment.c.refunds, isouter=True)
    .where(payment.c.kind == "refund")
)


def _slips(connection: Connection) -> Iterator[str]:
    key = office_key(connection)
    for row in connection.execute(_SLIPS):
        if row.paper != "refund" or row.refunds is None or not row.reason:
            yield f"payment {row.id}: {row.label}"
            continue
        try:
            facts = RefundFacts.from_facts(row.facts)
        except (KeyError, TypeError, ValueError) as damaged:
            yield f"{row.label}: {damaged}"
            continue
        book = book_in_code(row.book_id)
        paper = CodedPaper(PaperKind.REFUND, book, row.number, row.day, facts.unit, -row.received)
        told = (facts.total, facts.label, facts.original, facts.payer, facts.taker, facts.issued_at)
        read = (-row.received, row.label, row.original, row.payer_name, row.collector, row.at)
        nobody = row.approval_id is None and facts.approver != facts.cashier
        if told != read or nobody or not is_genuine(row.code, paper, key):
            yield str(row.label)


TRUTHS = (
    Truth(mark("no more goes back than a receipt took"), _never_above),
    Truth(mark("no more goes back of a charge than its receipt paid"), _never_above_a_line),
    Truth(mark("a receipt with refunds stands"), _standing_original),
    Truth(mark("every refund has its slip with a genuine code"), _slips),
)
