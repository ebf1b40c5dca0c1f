"""Receipt books: a prefix and a run of numbers, each used once and in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from app.core.ids import BookId, UserId
from app.counter.refusals import ReceiptBookUsedUp
from app.counter.tables import receipt_book

PREFIX = "R-"
LAST = 99_999_999


@dataclass(frozen=True, slots=True)
class ReceiptNumber:
    """A number taken from a book, and how it is printed."""

    book: BookId
    number: int
    label: str


def open_book(connection: Connection, prefix: str, first: int, last: int, at: datetime, by: UserId | None) -> BookId:
    """Register a book of numbers `first` to `last` under a prefix of its own."""
    values = {"prefix": prefix, "first": first, "last": last, "next": first, "at": at, "by": by}
    key = connection.execute(insert(receipt_book).values(**values)).inserted_primary_key
    assert key is not None
    return BookId(key[0])


def next_label(connection: Connection) -> str:
    """The number that the next receipt will carry if nobody is faster."""
    row = connection.execute(select(receipt_book).order_by(receipt_book.c.id).limit(1)).one()
    return _label(row.prefix, row.next)


def take_number(connection: Connection) -> ReceiptNumber:
    """The next number of the program's own book, inside the payment's transaction. Raises ReceiptBookUsedUp."""
    row = connection.execute(select(receipt_book).order_by(receipt_book.c.id).limit(1)).one()
    if row.next > row.last:
        raise ReceiptBookUsedUp(row.prefix, row.last)
    connection.execute(update(receipt_book).where(receipt_book.c.id == row.id).values(next=row.next + 1))
    return ReceiptNumber(BookId(row.id), row.next, _label(row.prefix, row.next))


def _label(prefix: str, number: int) -> str:
    return f"{prefix}{number:06d}"
