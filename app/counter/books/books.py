"""Receipt books: registered, handed out, counted, taken back, reported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BookId
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.core.periods import Period
from app.counter.books.book_facts import Blank, BookPage, BookRow, Named, NewBook
from app.counter.books.book_rows import read_book, read_books, read_page
from app.counter.books.kinds import BookKind
from app.counter.books.lose_numbers import account_for_all, spoil_run
from app.counter.books.number_runs import Run
from app.counter.books.numbering import NumbersLeft, book_in_code, kind_of_receipts, label_of, numbers_left
from app.counter.books.refusals import (
    BookIsCounted,
    BookIsOut,
    BookNotOfForms,
    BookNotOut,
    BookWasReturned,
    FormDiffers,
    HolderMissing,
)
from app.counter.books.register_book import register_blanks, register_book
from app.counter.books.report_facts import BookReport, report_on
from app.counter.receipts.office_key import office_key
from app.counter.tables import receipt_book
from app.store.store import Store


class Books:
    """Every number of every book is accounted for once: a receipt, a fate with its reason, or still in the book."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[BookRow, ...]:
        """All books, the newest first."""
        with self._store.reading() as connection:
            return read_books(connection)

    def page(self, book_id: BookId) -> BookPage:
        """One book with its lists. Raises BookUnknown."""
        with self._store.reading() as connection:
            return read_page(connection, book_id)

    def running_out(self) -> NumbersLeft | None:
        """What is left of the numbers of receipts, once that is so little that the next book has to be registered."""
        with self._store.reading() as connection:
            left = numbers_left(connection, kind_of_receipts(connection))
            return left if left is not None and left.runs_out else None

    def forms_in_use(self) -> bool:
        """Whether receipts are printed onto forms that bear their number already."""
        with self._store.reading() as connection:
            return kind_of_receipts(connection) is BookKind.PREPRINTED

    def register(self, by: Actor, new: NewBook) -> BookId:
        """A new run of numbers. Raises NotPermitted, PrefixUnreadable, PrefixTaken, RangeReversed, BooksOverlap."""
        with self._store.transaction() as connection:
            by.require(Permission.MANAGE_BOOKS)
            return register_book(connection, new, self._clock.now(), by.id)

    def hand_out(self, by: Actor, book_id: BookId, holder: str, day: date) -> None:
        """Somebody takes a book along to write in.

        Raises NotPermitted, BookUnknown, BookIsCounted, BookIsOut, BookWasReturned, HolderMissing.
        """
        with self._store.transaction() as connection:
            by.require(Permission.MANAGE_BOOKS)
            book = _carried(connection, book_id)
            if book.issued_on is not None:
                raise BookIsOut(book.name, book.holder, book.issued_on)
            self._hand_out(connection, by, book, holder, day)

    def issue_blanks(self, by: Actor, holder: str, count: int, day: date) -> BookId:
        """A block of numbered blanks, registered to its holder before it is printed.

        Raises NotPermitted, NoBlanksAsked, HolderMissing.
        """
        with self._store.transaction() as connection:
            by.require(Permission.MANAGE_BOOKS)
            book_id = register_blanks(connection, count, self._clock.now(), by.id)
            self._hand_out(connection, by, read_book(connection, book_id), holder, day)
            return book_id

    def blanks(self, book_id: BookId) -> tuple[Blank, ...]:
        """The blanks of a block with the codes that prove their numbers. Raises BookUnknown."""
        with self._store.reading() as connection:
            book, key = read_book(connection, book_id), office_key(connection)
            assert book.kind is BookKind.BLANK
            numbers = range(book.first, book.last + 1)
            return tuple(
                Blank(number, label_of(book.prefix, number), issue_code(coded_blank(book, number), key))
                for number in numbers
            )

    def take_back(self, by: Actor, book_id: BookId, named: Mapping[int, Named]) -> None:
        """The book comes back; what became of every number without a receipt is named.

        Raises NotPermitted, BookUnknown, BookIsCounted, BookNotOut, BookWasReturned, NumbersUnaccounted,
        NumberOutsideBook, NumberUsedBefore, NumberSpoiled, SpoilReasonMissing; then nothing was written.
        """
        with self._store.transaction() as connection:
            by.require(Permission.MANAGE_BOOKS)
            book, now = _carried(connection, book_id), self._clock.now()
            if book.issued_on is None:
                raise BookNotOut(book.name)
            account_for_all(connection, book, named, now, by.id)
            _write(connection, book_id, returned_at=now, returned_by=by.id)
            self._note(connection, by, "take_back_book", book_id)

    def spoil(self, by: Actor, book_id: BookId, run: Run, reason: str) -> None:
        """Numbers that were torn, jammed or miswritten.

        Raises NotPermitted, BookUnknown, BookWasReturned, NumberOutsideBook, NumberUsedBefore, NumberSpoiled,
        NumberNotNext, SpoilReasonMissing; then nothing was written.
        """
        with self._store.transaction() as connection:
            by.require(Permission.VOID_RECEIPT)
            book = read_book(connection, book_id)
            spoil_run(connection, book, run, reason, self._clock.now(), by.id)
            facts = {"first": run.first, "last": run.last, "reason": reason.strip()}
            self._note(connection, by, "spoil_number", book_id, **facts)

    def confirm_form(self, by: Actor, book_id: BookId, number: int) -> None:
        """Say which number the form in the printer bears, once for each stack.

        Raises NotPermitted, BookUnknown, BookNotOfForms, FormDiffers.
        """
        with self._store.transaction() as connection:
            by.require(Permission.TAKE_PAYMENT)
            book = read_book(connection, book_id)
            if book.kind is not BookKind.PREPRINTED:
                raise BookNotOfForms(book.name)
            if number != book.next:
                raise FormDiffers(label_of(book.prefix, book.next), label_of(book.prefix, number))
            _write(connection, book_id, issued_on=self._clock.now().date(), holder=by.name)
            self._note(connection, by, "confirm_form", book_id, number=number)

    def report(self, by: Actor, book_id: BookId, days: Period | None = None) -> BookReport:
        """What the report of a book says, read now; with `days` also its receipts of those days. Raises BookUnknown."""
        with self._store.reading() as connection:
            return report_on(connection, book_id, self._clock.now(), by.name, days)

    def _hand_out(self, connection: Connection, by: Actor, book: BookRow, holder: str, day: date) -> None:
        if not holder.strip():
            raise HolderMissing
        _write(connection, book.id, holder=holder.strip(), issued_on=day)
        self._note(connection, by, "hand_out_book", book.id, holder=holder.strip(), day=day.isoformat())

    def _note(self, connection: Connection, by: Actor, action: str, book_id: BookId, **facts: object) -> None:
        name = read_book(connection, book_id).name
        audit.record(connection, action, name, {"book": book_id, **facts}, self._clock.now(), by.id)


def coded_blank(book: BookRow, number: int) -> CodedPaper:
    """What the code of a blank vouches for: its number, of the block as it was handed out."""
    assert book.issued_on is not None
    return CodedPaper(PaperKind.BLANK_RECEIPT, book_in_code(book.id), number, book.issued_on, "", None)


def _carried(connection: Connection, book_id: BookId) -> BookRow:
    book = read_book(connection, book_id)
    if book.kind.is_counted:
        raise BookIsCounted(book.name)
    if book.returned_at is not None:
        raise BookWasReturned(book.name)
    return book


def _write(connection: Connection, book_id: BookId, **values: object) -> None:
    connection.execute(update(receipt_book).where(receipt_book.c.id == book_id).values(**values))
