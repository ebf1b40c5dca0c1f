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

_BOOKS, _OTHER = select(receipt_book), receipt_book.alias("other")
_USED = select(receipt.c.book_id, receipt.c.number)
_LOST = select(spoiled_number.c.book_id, spoiled_number.c.number)
_MEETING = select(receipt_book.c.prefix, receipt_book.c.first).join(
    _OTHER,
    (_OTHER.c.prefix == receipt_book.c.prefix)
    & (_OTHER.c.id > receipt_book.c.id)
    & (_OTHER.c.first <= receipt_book.c.last)
    & (receipt_book.c.first <= _OTHER.c.last),
)


def _each_number_once(connection: Connection) -> Iterator[str]:
    """A number lies in its book, and is a receipt or has a fate, never both; books of one prefix never meet."""
    used, lost = _by_book(connection, _USED), _by_book(connection, _LOST)
    for book in connection.execute(_BOOKS):
        doubled = used[book.id] & lost[book.id]
        outside = [one for one in used[book.id] | lost[book.id] if not book.first <= one <= book.last]
        for number in sorted(doubled.union(outside)):
            yield f"{book.prefix}{number}"
    for row in connection.execute(_MEETING):
        yield f"{row.prefix} {row.first}"


def _no_gap(connection: Connection) -> Iterator[str]:
    """In a book that the program counts every number before the next is accounted for, and none after it."""
    used, lost = _by_book(connection, _USED), _by_book(connection, _LOST)
    for book in connection.execute(_BOOKS):
        if BookKind(book.kind).is_counted:
            taken = runs_of(used[book.id] | lost[book.id])
            expected = (Run(book.first, book.next - 1),) if book.next > book.first else ()
            if taken != expected:
                yield f"{book.prefix}: {taken} / {book.next}"


_CAME_BACK = _BOOKS.where(receipt_book.c.returned_at.is_not(None))


def _returned(connection: Connection) -> Iterator[str]:
    """Of a book that came back no number is open."""
    used, lost = _by_book(connection, _USED), _by_book(connection, _LOST)
    for book in connection.execute(_CAME_BACK):
        left = without(Run(book.first, book.last), used[book.id] | lost[book.id])
        if left:
            yield f"{book.prefix}: {count_of(left)}"


_PAID = payment.c.allocated + payment.c.credited + payment.c.deposits
_INVOICED = (
    select(receipt.c.label, _PAID.label("paid"), func.sum(invoice.c.amount).label("invoiced"))
    .join_from(invoice, receipt, receipt.c.id == invoice.c.receipt_id)
    .join(payment, payment.c.id == receipt.c.payment_id)
    .group_by(receipt.c.id, receipt.c.label, _PAID)
)
_OF_NOTHING = select(invoice.c.number).where(invoice.c.reverses.is_(None), invoice.c.amount <= NOTHING)
_ORIGINAL = invoice.alias("original")
_BACKS = select(invoice, _ORIGINAL.c.amount.label("first"), _ORIGINAL.c.receipt_id.label("of")).join_from(
    invoice, _ORIGINAL, _ORIGINAL.c.id == invoice.c.reverses
)


def _invoices(connection: Connection) -> Iterator[str]:
    """What stands of the invoices of a receipt is never more than the receipt; a reversal takes back one whole row."""
    for row in connection.execute(_INVOICED):
        if not NOTHING <= row.invoiced <= row.paid:
            yield f"{row.label}: {row.invoiced}"
    yield from connection.execute(_OF_NOTHING).scalars()
    for row in connection.execute(_BACKS):
        if row.amount != -row.first or row.receipt_id != row.of:
            yield f"{row.number}: {row.amount}"


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
