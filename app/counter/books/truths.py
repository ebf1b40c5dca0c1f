"""What must hold of receipt books: every number once, none left out, none doubled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, Select, func, select

from app.core.language import mark
from app.core.money import NOTHING
from app.counter.books.kinds import BookKind
from app.counter.books.number_runs import Run, count_of, runs_of, without
from app.counter.books.trail_truths import TRUTHS as OF_THE_TRAIL
from app.counter.tables import invoice, payment, receipt, receipt_book, spoiled_number
from app.store.truths import Truth


def _each_number_once(connection: Connection) -> Iterator[str]:
    """A number lies in its book, and is a receipt or has a fate, never both; books of one prefix never meet."""
    used, lost = _by_book(connection, select(receipt.c.book_id, receipt.c.number)), _lost(connection)
    for book in connection.execute(select(receipt_book)):
        doubled = used[book.id] & lost[book.id]
        outside = [one for one in used[book.id] | lost[book.id] if not book.first <= one <= book.last]
        for number in sorted(doubled.union(outside)):
            yield f"{book.prefix}{number}"
    other = receipt_book.alias("other")
    meeting = select(receipt_book.c.prefix, receipt_book.c.first).join(
        other,
        (other.c.prefix == receipt_book.c.prefix)
        & (other.c.id > receipt_book.c.id)
        & (other.c.first <= receipt_book.c.last)
        & (receipt_book.c.first <= other.c.last),
    )
    for row in connection.execute(meeting):
        yield f"{row.prefix} {row.first}"


def _no_gap(connection: Connection) -> Iterator[str]:
    """In a book that the program counts every number before the next is accounted for, and none after it."""
    used, lost = _by_book(connection, select(receipt.c.book_id, receipt.c.number)), _lost(connection)
    for book in connection.execute(select(receipt_book)):
        if BookKind(book.kind).is_counted:
            taken = runs_of(used[book.id] | lost[book.id])
            expected = (Run(book.first, book.next - 1),) if book.next > book.first else ()
            if taken != expected:
                yield f"{book.prefix}: {taken} / {book.next}"


def _returned(connection: Connection) -> Iterator[str]:
    """Of a book that came back no number is open."""
    used, lost = _by_book(connection, select(receipt.c.book_id, receipt.c.number)), _lost(connection)
    for book in connection.execute(select(receipt_book).where(receipt_book.c.returned_at.is_not(None))):
        left = without(Run(book.first, book.last), used[book.id] | lost[book.id])
        if left:
            yield f"{book.prefix}: {count_of(left)}"


def _invoices(connection: Connection) -> Iterator[str]:
    """What stands of the invoices of a receipt is never more than the receipt; a reversal takes back one whole row."""
    paid = payment.c.allocated + payment.c.credited + payment.c.deposits
    rows = (
        select(receipt.c.label, paid.label("paid"), func.sum(invoice.c.amount).label("invoiced"))
        .join_from(invoice, receipt, receipt.c.id == invoice.c.receipt_id)
        .join(payment, payment.c.id == receipt.c.payment_id)
        .group_by(receipt.c.id, receipt.c.label, paid)
    )
    for row in connection.execute(rows):
        if not NOTHING <= row.invoiced <= row.paid:
            yield f"{row.label}: {row.invoiced}"
    nothing = select(invoice.c.number).where(invoice.c.reverses.is_(None), invoice.c.amount <= NOTHING)
    yield from connection.execute(nothing).scalars()
    original = invoice.alias("original")
    backs = select(invoice, original.c.amount.label("first"), original.c.receipt_id.label("of")).join_from(
        invoice, original, original.c.id == invoice.c.reverses
    )
    for row in connection.execute(backs):
        if row.amount != -row.first or row.receipt_id != row.of:
            yield f"{row.number}: {row.amount}"


def _lost(connection: Connection) -> defaultdict[int, set[int]]:
    return _by_book(connection, select(spoiled_number.c.book_id, spoiled_number.c.number))


def _by_book(connection: Connection, pairs: Select[tuple[int, int]]) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for book_id, number in connection.execute(pairs):
        found[book_id].add(number)
    return found


TRUTHS = (
    Truth(mark("every number of a receipt book is accounted for once"), _each_number_once),
    Truth(mark("no number is left out of a book that the program counts"), _no_gap),
    Truth(mark("of a book that came back no number is open"), _returned),
    Truth(mark("no receipt is invoiced for more than its amount"), _invoices),
    *OF_THE_TRAIL,
)
