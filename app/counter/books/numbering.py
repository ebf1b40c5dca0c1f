"""Which book the next number comes from, and how a book is named in the twenty digits of a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, select

from app.core.ids import BookId
from app.counter.books.kinds import BookKind
from app.counter.books.lost_numbers import lost_until
from app.counter.books.refusals import FormNotConfirmed, FormsLost, NoBookRegistered
from app.counter.books.settings import RECEIPT_NUMBERS
from app.counter.refusals import ReceiptBookUsedUp
from app.counter.tables import receipt_book
from app.store.settings import read_choice

BOOKS_IN_CODE = 99

_FORMS = BookKind.PREPRINTED.value
_WITH_NUMBERS = (  # of books that go on in the place of one set aside, the newest
    select(receipt_book)
    .where(receipt_book.c.kind == bindparam("kind"), receipt_book.c.next <= receipt_book.c.last)
    .order_by(
        receipt_book.c.issued_on.is_(None),
        case((receipt_book.c.issued_on.is_not(None) & (receipt_book.c.kind != _FORMS), -receipt_book.c.id), else_=0),
        receipt_book.c.id,
    )
)
_IN_TURN = _WITH_NUMBERS.limit(1)
_NEWEST = select(receipt_book).where(receipt_book.c.kind == bindparam("kind")).order_by(receipt_book.c.id.desc())


def kind_of_receipts(connection: Connection) -> BookKind:
    """The books that receipts of the counter take their numbers from."""
    return read_choice(connection, RECEIPT_NUMBERS)


def book_in_turn(connection: Connection, kind: BookKind) -> Row[Any] | None:
    """The book of this kind that the next number comes from: the next one takes over where one is used up."""
    return connection.execute(_IN_TURN, {"kind": kind.value}).first()


def ready_book(connection: Connection, kind: BookKind) -> Row[Any]:
    """As `book_in_turn`. Raises ReceiptBookUsedUp, NoBookRegistered, FormNotConfirmed (a stack nobody compared yet).

    FormsLost where forms that were printed and lost with the data are not entered again.
    """
    book = book_in_turn(connection, kind)
    if book is None:
        last = connection.execute(_NEWEST, {"kind": kind.value}).first()
        raise NoBookRegistered(kind) if last is None else ReceiptBookUsedUp(last.prefix, last.last)
    if kind is BookKind.PREPRINTED and book.issued_on is None:
        raise FormNotConfirmed(label_of(book.prefix, book.next))
    lost = lost_until(connection).get(BookId(book.id), 0) if kind is BookKind.PREPRINTED else 0
    if book.next <= lost:
        raise FormsLost(*(label_of(book.prefix, number) for number in (book.next, lost, lost + 1)))
    return book


@dataclass(frozen=True, slots=True)
class NumbersLeft:
    """How many numbers all books of a kind together still have; `warn_at` of them is time for the next book."""

    book: BookId
    prefix: str
    left: int
    warn_at: int

    @property
    def runs_out(self) -> bool:
        """Whether the next book has to be registered."""
        return self.left <= self.warn_at


def numbers_left(connection: Connection, kind: BookKind) -> NumbersLeft | None:
    """What is left of a kind that the program counts; None where no book has a number. Counts no receipts."""
    books = connection.execute(_WITH_NUMBERS, {"kind": kind.value}).all()
    if not books:
        return None
    left = sum(book.last - book.next + 1 for book in books)
    return NumbersLeft(BookId(books[0].id), books[0].prefix, left, max(book.warn_at for book in books))


def label_of(prefix: str, number: int) -> str:
    """How a number of a book is printed: six digits at least."""
    return f"{prefix}{number:06d}"


def book_in_code(book_id: BookId) -> int:
    """The two digits of a book in a code, 1 to 99; after them they begin anew, and the check value tells them apart."""
    return (book_id - 1) % BOOKS_IN_CODE + 1
