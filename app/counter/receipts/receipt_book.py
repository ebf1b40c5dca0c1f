"""Receipt books: a prefix and a run of numbers, each used once and in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from app.core.ids import BookId, UserId
from app.counter.refusals import ReceiptBookUsedUp
from app.counter.tables import receipt_book
from app.store.rows import insert_row

PREFIX = "R-"
LAST = 99_999_999
NUMBER_DIGITS = len(str(LAST))
_PREFIXES = select(receipt_book.c.prefix).order_by(receipt_book.c.id)
_OWN_BOOK = select(receipt_book).order_by(receipt_book.c.id).limit(1)
_USE_NUMBER = update(receipt_book).where(receipt_book.c.id == bindparam("book")).values(next=receipt_book.c.next + 1)


@dataclass(frozen=True, slots=True)
class ReceiptNumber:
    """A number taken from a book, and how it is printed."""

    book: BookId
    number: int
    label: str


def open_book(connection: Connection, prefix: str, first: int, last: int, at: datetime, by: UserId | None) -> BookId:
    """Register a book of numbers `first` to `last` under a prefix of its own."""
    values: dict[str, object] = {"prefix": prefix, "first": first, "last": last, "next": first, "at": at, "by": by}
    return BookId(insert_row(connection, receipt_book, **values))


def next_label(connection: Connection) -> str:
    """The number that the next receipt will carry if nobody is faster."""
    row = connection.execute(_OWN_BOOK).one()
    return label_of(row.prefix, row.next)


def take_number(connection: Connection) -> ReceiptNumber:
    """The next number of the program's own book, inside the payment's transaction. Raises ReceiptBookUsedUp."""
    row = connection.execute(_OWN_BOOK).one()
    if row.next > row.last:
        raise ReceiptBookUsedUp(row.prefix, row.last)
    connection.execute(_USE_NUMBER, {"book": row.id})
    return ReceiptNumber(BookId(row.id), row.next, label_of(row.prefix, row.next))


def prefixes(connection: Connection) -> list[str]:
    """The prefixes of all books."""
    return list(connection.execute(_PREFIXES).scalars())


def label_of(prefix: str, number: int) -> str:
    """How a number of a book is printed: six digits at least."""
    return f"{prefix}{number:06d}"
