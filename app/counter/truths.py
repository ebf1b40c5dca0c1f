"""What must hold at the counter: sums, numbers, reversals, papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, is_genuine
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.tables import payment, receipt, receipt_book, receipt_print, tender
from app.fees.tables import allocation, credit
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
        if given != row.received or row.received - row.change != row.allocated + row.credited:
            yield f"payment {row.id}: {given}, {row.received} − {row.change} / {row.allocated} + {row.credited}"


def _credits(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, credit.c.payment_id, credit.c.amount)
    for row in connection.execute(select(payment.c.id, payment.c.credited)):
        if sums.get(row.id, NOTHING) != row.credited:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {row.credited}"


def _numbers(connection: Connection) -> Iterator[str]:
    counts = select(func.count(), func.min(receipt.c.number), func.max(receipt.c.number))
    for book in connection.execute(select(receipt_book)).all():
        count, first, last = connection.execute(counts.where(receipt.c.book_id == book.id)).one()
        expected = (book.next - book.first, book.first, book.next - 1) if count else (0, None, None)
        if (count, first, last) != expected or (not count and book.next != book.first):
            yield f"{book.prefix} {count}: {first}-{last}, {book.next}"


def _one_receipt_each(connection: Connection) -> Iterator[str]:
    lone = (
        select(payment.c.id, payment.c.kind, func.count(receipt.c.id).label("receipts"))
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id, isouter=True)
        .group_by(payment.c.id, payment.c.kind)
    )
    for row in connection.execute(lone):
        if row.receipts != (1 if row.kind == "payment" else 0):
            yield f"payment {row.id} ({row.kind}): {row.receipts}"


def _voids(connection: Connection) -> Iterator[str]:
    original = payment.alias("original")
    columns = ("allocated", "rounding", "credited", "received", "change")
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
    for row in connection.execute(rows):
        facts = ReceiptFacts.from_facts(row.facts)
        paid = row.allocated + row.credited
        paper = CodedPaper(PaperKind.RECEIPT, row.book_id, row.number, row.day, facts.unit, paid)
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
    Truth(mark("receipt numbers have no gap"), _numbers),
    Truth(mark("every payment has its one receipt"), _one_receipt_each),
    Truth(mark("every void takes back exactly its payment"), _voids),
    Truth(mark("every receipt says what was paid and carries a genuine code"), _papers),
    Truth(mark("prints of a receipt are counted without a gap"), _prints),
)
