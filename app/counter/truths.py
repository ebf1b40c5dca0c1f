"""What must hold at the counter: sums, numbers, reversals, papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, is_genuine
from app.counter.books.numbering import book_in_code
from app.counter.methods import Method
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.tables import (
    method_change,
    payment,
    receipt,
    receipt_print,
    tender,
)
from app.fees.tables import allocation, credit
from app.ledger.accounts import CREDIT_HELD
from app.ledger.tables import posting
from app.store.truths import Truth


def _allocations(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, allocation.c.payment_id, allocation.c.amount)
    for row in connection.execute(select(payment)):
        if sums.get(row.id, NOTHING) != row.allocated:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {row.allocated}"


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
        if row.receipts != (1 if row.kind in ("payment", "refund") else 0):
            yield f"payment {row.id} ({row.kind}): {row.receipts}"


def _voids(connection: Connection) -> Iterator[str]:
    original = payment.alias("original")
    columns = ("allocated", "rounding", "credited", "deposits", "received", "change")
    pairs = select(payment, *(original.c[name].label(f"original_{name}") for name in columns)).join_from(
        payment, original, payment.c.reverses == original.c.id
    )
    for row in connection.execute(pairs):
        if any(getattr(row, name) != -getattr(row, f"original_{name}") for name in columns):
            yield f"payment {row.id} / {row.reverses}"


def _papers(connection: Connection) -> Iterator[str]:
    key = office_key(connection)
    rows = select(receipt, payment.c.allocated, payment.c.credited, payment.c.day).join_from(
        receipt, payment, receipt.c.payment_id == payment.c.id
    )
    for row in connection.execute(rows.where(receipt.c.kind == "receipt")):
        facts = ReceiptFacts.from_facts(row.facts)
        paid = row.allocated + row.credited
        paper = CodedPaper(PaperKind.RECEIPT, book_in_code(row.book_id), row.number, row.day, facts.unit, paid)
        if facts.total != paid or facts.label != row.label or not is_genuine(row.code, paper, key):
            yield str(row.label)


def _prints(connection: Connection) -> Iterator[str]:
    counts = (
        select(receipt.c.label, func.count(receipt_print.c.id).label("prints"), func.max(receipt_print.c.copy_no))
        .join_from(receipt, receipt_print, receipt_print.c.receipt_id == receipt.c.id, isouter=True)
        .group_by(receipt.c.label)
    )
    for label, prints, last in connection.execute(counts):
        if not prints or last != prints - 1:
            yield f"{label}: {prints}"


def _sums(connection: Connection, key: Column[Any], amount: Column[Any]) -> dict[Any, Money]:
    return {row[0]: row[1] for row in connection.execute(select(key, func.sum(amount)).group_by(key))}


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
)
