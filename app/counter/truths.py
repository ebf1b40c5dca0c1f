"""What must hold at the counter: sums, numbers, reversals, papers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, is_genuine
from app.counter.act_truths import TRUTHS as OF_ACTS
from app.counter.books.numbering import book_in_code
from app.counter.deposits.held import DepositMoveKind
from app.counter.entry_truths import TRUTHS as OF_ENTRIES
from app.counter.methods import ON_PAPER, Method
from app.counter.payments.tender_truths import TRUTHS as OF_TENDERS
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.tables import (
    deposit_move,
    method_change,
    payment,
    receipt,
    receipt_print,
    tender,
)
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment, allocation, credit
from app.ledger.accounts import CREDIT_HELD
from app.ledger.tables import posting
from app.store.truths import Truth

_PAPER_OF = {"payment": "receipt", "refund": "refund"}


def _allocations(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, allocation.c.payment_id, allocation.c.amount)
    for row in connection.execute(select(payment)):
        if sums.get(row.id, NOTHING) != row.allocated:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {row.allocated}"
    other_day = select(allocation.c.id, allocation.c.day).join(payment, payment.c.id == allocation.c.payment_id)
    for row in connection.execute(other_day.where(allocation.c.day != payment.c.day)):
        yield f"allocation {row.id}: {row.day}"


def _rounded(connection: Connection) -> Iterator[str]:
    """What a payment says it rounded off is what was taken off charges, or of a deposit that cash could not give."""
    off = (adjustment.c.kind == AdjustmentKind.ROUNDING, adjustment.c.payment_id.is_not(None))
    kept = (deposit_move.c.kind == DepositMoveKind.ROUNDING.value, deposit_move.c.reverses.is_(None))
    sums = _sums(connection, adjustment.c.payment_id, adjustment.c.amount, *off)
    held = _sums(connection, deposit_move.c.payment_id, deposit_move.c.amount, *kept)
    rows = select(payment.c.id, payment.c.rounding).where(payment.c.reverses.is_(None))
    for row in connection.execute(rows):
        found = -sums.get(row.id, NOTHING) - held.get(row.id, NOTHING)
        if found != row.rounding:
            yield f"payment {row.id}: {found} / {row.rounding}"


def _tenders(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, tender.c.payment_id, tender.c.amount)
    for row in connection.execute(select(payment)):
        given = sums.get(row.id, NOTHING)
        if given != row.received or row.received - row.change != row.allocated + row.credited + row.deposits:
            yield f"payment {row.id}: {given}, {row.received} − {row.change} / {row.allocated} + {row.credited}"


def _credits(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, credit.c.payment_id, credit.c.amount)
    by_credit = select(tender.c.payment_id, func.sum(tender.c.amount)).where(tender.c.method == Method.CREDIT)
    used: dict[int, Money] = {row[0]: row[1] for row in connection.execute(by_credit.group_by(tender.c.payment_id))}
    for row in connection.execute(select(payment.c.id, payment.c.credited)):
        expected = row.credited - used.get(row.id, NOTHING)
        if sums.get(row.id, NOTHING) != expected:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {expected}"


def _credit_held(connection: Connection) -> Iterator[str]:
    """Prepaid credit by unit stands in the journal, and no unit holds less than nothing."""
    held = _sums(connection, credit.c.unit_id, credit.c.amount)
    own = select(posting.c.unit_id, func.sum(posting.c.amount)).where(posting.c.account == CREDIT_HELD)
    booked: dict[int, Money] = {row[0]: row[1] for row in connection.execute(own.group_by(posting.c.unit_id))}
    for unit_id in held.keys() | booked.keys():
        amount = held.get(unit_id, NOTHING)
        if amount < NOTHING or amount != -booked.get(unit_id, NOTHING):
            yield f"unit {unit_id}: {amount} / {-booked.get(unit_id, NOTHING)}"


def _method_changes(connection: Connection) -> Iterator[str]:
    """A correction of a method moves one amount from one method to the other, and nothing else."""
    moved: dict[int, dict[str, Money]] = {}
    pairs = (
        select(tender)
        .join_from(tender, method_change, tender.c.change_id == method_change.c.id)
        .where(tender.c.payment_id == method_change.c.payment_id)
    )
    for row in connection.execute(pairs):
        moved.setdefault(row.change_id, {})[row.method] = row.amount
    for row in connection.execute(select(method_change)):
        if moved.get(row.id) != {row.from_method: -row.amount, row.to_method: row.amount}:
            yield f"method change {row.id}: {moved.get(row.id)}"


def _back_entries(connection: Connection) -> Iterator[str]:
    """What was written by hand stands on the day on which it was written, with who took the money."""
    written = select(payment.c.id, payment.c.day, payment.c.written_at, payment.c.collector)
    for row in connection.execute(written.where(payment.c.written_at.is_not(None), payment.c.kind == "payment")):
        if row.day != row.written_at.date() or not row.collector:
            yield f"payment {row.id}: {row.day} / {row.written_at}"


def _one_receipt_each(connection: Connection) -> Iterator[str]:
    lone = (
        select(payment.c.id, payment.c.kind, func.count(receipt.c.id).label("receipts"))
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id, isouter=True)
        .group_by(payment.c.id, payment.c.kind)
    )
    for row in connection.execute(lone):
        if row.receipts != (1 if row.kind in _PAPER_OF else 0):
            yield f"payment {row.id} ({row.kind}): {row.receipts}"
    papers = select(receipt.c.label, receipt.c.kind, payment.c.kind.label("of")).join(
        payment, payment.c.id == receipt.c.payment_id
    )
    for row in connection.execute(papers):
        if _PAPER_OF.get(row.of) != row.kind:
            yield f"{row.label}: {row.kind} / {row.of}"


def _voids(connection: Connection) -> Iterator[str]:
    original = payment.alias("original")
    columns = ("allocated", "rounding", "credited", "deposits", "received", "change")
    pairs = select(payment, *(original.c[name].label(f"original_{name}") for name in columns)).join_from(
        payment, original, payment.c.reverses == original.c.id
    )
    for row in connection.execute(pairs):
        whole = all(getattr(row, name) == -getattr(row, f"original_{name}") for name in columns)
        if not whole or not row.reason or row.kind not in ("void", "reversal"):
            yield f"payment {row.id} / {row.reverses}"


def _papers(connection: Connection) -> Iterator[str]:
    key, handed = office_key(connection), _handed(connection)
    rows = select(receipt, payment).join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    for row in connection.execute(rows.where(receipt.c.kind == "receipt")).mappings():
        label = row[receipt.c.label]
        try:
            facts = ReceiptFacts.from_facts(row[receipt.c.facts])
        except (KeyError, TypeError, ValueError) as damaged:
            yield f"{label}: {damaged}"
            continue
        paid = row[payment.c.allocated] + row[payment.c.credited]
        book, number = book_in_code(row[receipt.c.book_id]), row[receipt.c.number]
        paper = CodedPaper(PaperKind.RECEIPT, book, number, row[payment.c.day], facts.unit, paid)
        told = (facts.label, facts.total, facts.received, facts.change, facts.payer, facts.issued_at)
        at = row[payment.c.written_at] or row[payment.c.at]
        read = (label, paid, row[payment.c.received], row[payment.c.change], row[payment.c.payer_name], at)
        tenders = Counter((one.method, one.amount.fen) for one in facts.tenders)
        if told != read or tenders != handed[row[payment.c.id]] or not is_genuine(row[receipt.c.code], paper, key):
            yield str(label)


def _handed(connection: Connection) -> defaultdict[int, Counter[tuple[str, int]]]:
    """By payment the tenders as they were handed over, named as on paper."""
    found: defaultdict[int, Counter[tuple[str, int]]] = defaultdict(Counter)
    rows = select(tender.c.payment_id, tender.c.method, tender.c.amount).where(tender.c.change_id.is_(None))
    for row in connection.execute(rows):
        found[row.payment_id][ON_PAPER[Method(row.method)], row.amount.fen] += 1
    return found


def _prints(connection: Connection) -> Iterator[str]:
    counts = (
        select(receipt.c.label, func.count(receipt_print.c.id).label("prints"), func.max(receipt_print.c.copy_no))
        .join_from(receipt, receipt_print, receipt_print.c.receipt_id == receipt.c.id, isouter=True)
        .group_by(receipt.c.label)
    )
    for label, prints, last in connection.execute(counts):
        if not prints or last != prints - 1:
            yield f"{label}: {prints}"


def _sums(
    connection: Connection, key: Column[Any], amount: Column[Any], *which: ColumnElement[bool]
) -> dict[Any, Money]:
    return {row[0]: row[1] for row in connection.execute(select(key, func.sum(amount)).where(*which).group_by(key))}


TRUTHS = (
    Truth(mark("every payment equals what it was allocated to"), _allocations),
    Truth(mark("what was handed over, less change, equals what was taken"), _tenders),
    Truth(mark("prepaid credit equals what was paid in excess"), _credits),
    Truth(mark("prepaid credit by unit equals the journal and is never less than nothing"), _credit_held),
    Truth(mark("a corrected method moves one amount and nothing else"), _method_changes),
    Truth(mark("what was written by hand stands on its own day"), _back_entries),
    Truth(mark("every payment has its one receipt"), _one_receipt_each),
    Truth(mark("every void or reversal takes back exactly its payment"), _voids),
    Truth(mark("every receipt says what was paid and carries a genuine code"), _papers),
    Truth(mark("prints of a receipt are counted without a gap"), _prints),
    Truth(mark("what a payment says it rounded off was taken off"), _rounded),
    *OF_ENTRIES,
    *OF_ACTS,
    *OF_TENDERS,
)
