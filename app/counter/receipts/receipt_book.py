"""Receipt books: a prefix and a run of numbers, each used once and in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from app.core.ids import BookId, UserId
from app.counter.books.kinds import BookKind
from app.counter.books.lost_numbers import lost_until
from app.counter.books.note_book import note_book
from app.counter.books.numbering import book_in_turn, kind_of_receipts, label_of, ready_book
from app.counter.books.refusals import NumberNotNext
from app.counter.payments.refusals import NumberOfProgram, NumberOutsideBook, NumberSpoiled, NumberUsedBefore
from app.counter.tables import payment, receipt, receipt_book, spoiled_number
from app.estate.tables import unit
from app.store.rows import insert_row

PREFIX = "R-"
LAST = 99_999_999
NUMBER_DIGITS = len(str(LAST))
_PREFIXES = select(receipt_book.c.prefix).distinct().order_by(receipt_book.c.prefix)
_BOOK = select(receipt_book).where(receipt_book.c.id == bindparam("book"))
_USED = (
    select(unit.c.code)
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .where(receipt.c.book_id == bindparam("book"), receipt.c.number == bindparam("number"))
)
_SPOILED = select(spoiled_number.c.reason).where(
    spoiled_number.c.book_id == bindparam("book"), spoiled_number.c.number == bindparam("number")
)
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
    return note_book(connection, BookId(insert_row(connection, receipt_book, **values)), at, by)


def next_label(connection: Connection) -> str:
    """The number that the next receipt will carry if nobody is faster; empty where every book is used up."""
    book = book_in_turn(connection, kind_of_receipts(connection))
    return "" if book is None else label_of(book.prefix, book.next)


def take_number(connection: Connection, kind: BookKind | None = None) -> ReceiptNumber:
    """The next number of the books that receipts take theirs from, or of another kind, inside its transaction.

    Raises ReceiptBookUsedUp, NoBookRegistered, FormNotConfirmed.
    """
    book = ready_book(connection, kind or kind_of_receipts(connection))
    connection.execute(_USE_NUMBER, {"book": book.id})
    return ReceiptNumber(BookId(book.id), book.next, label_of(book.prefix, book.next))


def take_refund_number(connection: Connection, at: datetime, by: UserId) -> ReceiptNumber:
    """The next number of a refund slip; their first book is registered with the first slip.

    Raises ReceiptBookUsedUp.
    """
    from app.counter.books.register_book import register_refunds  # noqa: PLC0415 - once in the life of an office

    known = select(receipt_book.c.id).where(receipt_book.c.kind == BookKind.REFUND.value).limit(1)
    if connection.execute(known).first() is None:
        register_refunds(connection, at, by)
    return take_number(connection, BookKind.REFUND)


def take_given_number(connection: Connection, book_id: BookId, number: int) -> ReceiptNumber:
    """A number that was written by hand, of a book that the program does not count or that was set aside.

    Raises NumberOfProgram, NumberOutsideBook, NumberUsedBefore, NumberSpoiled, and NumberNotNext: what was lost with
    the data is entered again in its order.
    """
    book = connection.execute(_BOOK, {"book": book_id}).one()
    if BookKind(book.kind).is_counted:
        if book_id not in lost_until(connection):
            raise NumberOfProgram(book.prefix)
        check_number(connection, book_id, number)
        if number != book.next:
            raise NumberNotNext(label_of(book.prefix, number), label_of(book.prefix, book.next))
        connection.execute(_USE_NUMBER, {"book": book_id})
    check_number(connection, book_id, number)
    return ReceiptNumber(book_id, number, label_of(book.prefix, number))


def check_number(connection: Connection, book_id: BookId, number: int) -> None:
    """Whether nothing has become of a number yet. Raises NumberOutsideBook, NumberUsedBefore, NumberSpoiled."""
    book = connection.execute(_BOOK, {"book": book_id}).one()
    label = label_of(book.prefix, number)
    if not book.first <= number <= book.last:
        raise NumberOutsideBook(book.prefix, number, book.first, book.last)
    used = connection.execute(_USED, {"book": book_id, "number": number}).scalar()
    if used is not None:
        raise NumberUsedBefore(label, used)
    spoiled = connection.execute(_SPOILED, {"book": book_id, "number": number}).scalar()
    if spoiled is not None:
        raise NumberSpoiled(label, spoiled)


def prefixes(connection: Connection) -> list[str]:
    """The prefixes of all books, each once."""
    return list(connection.execute(_PREFIXES).scalars())
