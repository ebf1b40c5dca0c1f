"""Numbers that will never carry money: each is named once, with what became of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, update

from app.core.ids import BookId, UserId
from app.counter.books.book_facts import BookRow, Named
from app.counter.books.book_rows import open_numbers
from app.counter.books.kinds import Fate
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from app.counter.books.refusals import BookWasReturned, NumberNotNext, NumbersUnaccounted, SpoilReasonMissing
from app.counter.receipts.receipt_book import check_number
from app.counter.tables import receipt_book, spoiled_number
from app.store.rows import insert_row


def spoil_run(connection: Connection, book: BookRow, run: Run, reason: str, at: datetime, by: UserId) -> None:
    """Spoil numbers that follow each other; of a book that the program counts the next ones in turn.

    Raises SpoilReasonMissing, BookWasReturned, NumberOutsideBook, NumberUsedBefore, NumberSpoiled, NumberNotNext.
    """
    if book.returned_at is not None:
        raise BookWasReturned(book.name)
    for number in range(run.first, run.last + 1):
        check_number(connection, book.id, number)
    if book.kind.is_counted and run.first != book.next:
        raise NumberNotNext(label_of(book.prefix, run.first), label_of(book.prefix, book.next))
    named = Named(Fate.SPOILED, reason)
    for number in range(run.first, run.last + 1):
        write_fate(connection, book, number, named, at, by)
    if book.kind.is_counted:
        own = receipt_book.c.id == book.id
        connection.execute(update(receipt_book).where(own).values(next=run.last + 1))


def account_for_all(
    connection: Connection, book: BookRow, named: Mapping[int, Named], at: datetime, by: UserId
) -> None:
    """Write what became of every number that carries no receipt.

    Raises NumberOutsideBook, NumberUsedBefore, NumberSpoiled, SpoilReasonMissing, and NumbersUnaccounted where one is
    not named.
    """
    for number in sorted(named):
        check_number(connection, book.id, number)
    still = [number for run in open_numbers(connection, book) for number in range(run.first, run.last + 1)]
    unnamed = tuple(label_of(book.prefix, number) for number in still if number not in named)
    if unnamed:
        raise NumbersUnaccounted(book.name, unnamed)
    for number, what in sorted(named.items()):
        write_fate(connection, book, number, what, at, by)


def write_fate(connection: Connection, book: BookRow, number: int, what: Named, at: datetime, by: UserId) -> None:
    """One row. Raises SpoilReasonMissing, except for what came back as it was."""
    reason = what.reason.strip()
    if not reason and what.fate is not Fate.UNUSED:
        raise SpoilReasonMissing(label_of(book.prefix, number))
    values = {"number": number, "fate": what.fate.value, "reason": reason, "at": at, "by": by}
    insert_row(connection, spoiled_number, book_id=BookId(book.id), **values)
