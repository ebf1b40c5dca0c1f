"""Registering a run of numbers: the prefix is one kind's own, the run is forward, and no number is registered twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.core.ids import BookId, UserId
from app.core.typed_text import plain
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.books.note_book import note_book
from app.counter.books.numbering import label_of
from app.counter.books.refusals import BooksOverlap, NoBlanksAsked, PrefixTaken, PrefixUnreadable, RangeReversed
from app.counter.tables import receipt_book
from app.store.rows import insert_row

LAST = 99_999_999
REFUND_PREFIX, BLANK_PREFIX = "T-", "H-"
MOST_BLANKS = 999
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,5}-", re.ASCII)


def read_prefix(text: str) -> str:
    """`r`, `R-` and `Ｒ－` are all `R-`. Raises PrefixUnreadable."""
    prefix = plain(text).upper().rstrip("-") + "-"
    if not _PREFIX.fullmatch(prefix):
        raise PrefixUnreadable(text)
    return prefix


def register_book(connection: Connection, new: NewBook, at: datetime, by: UserId) -> BookId:
    """Write the book. Raises PrefixUnreadable, PrefixTaken, RangeReversed, BooksOverlap."""
    asked = replace(new, prefix=read_prefix(new.prefix))
    if not 1 <= asked.first <= asked.last <= LAST:
        raise RangeReversed(asked.first, asked.last)
    for row in connection.execute(select(receipt_book).where(receipt_book.c.prefix == asked.prefix)):
        if row.kind != asked.kind:
            raise PrefixTaken(asked.prefix, BookKind(row.kind))
        if row.first <= asked.last and asked.first <= row.last:
            ends = (label_of(asked.prefix, number) for number in (asked.first, asked.last, row.first, row.last))
            raise BooksOverlap(*ends)
    values = {"prefix": asked.prefix, "first": asked.first, "last": asked.last, "next": asked.first}
    rest = {"kind": asked.kind.value, "warn_at": asked.warn_at, "at": at, "by": by}
    return note_book(connection, BookId(insert_row(connection, receipt_book, **values, **rest)), at, by)


def register_refunds(connection: Connection, at: datetime, by: UserId) -> BookId:
    """The book of refund slips, which the program makes itself when the first one is needed."""
    return register_book(connection, NewBook(BookKind.REFUND, REFUND_PREFIX, 1, LAST), at, by)


def register_blanks(connection: Connection, count: int, at: datetime, by: UserId) -> BookId:
    """A block of so many blanks, after the last one. Raises NoBlanksAsked."""
    if not 1 <= count <= MOST_BLANKS:
        raise NoBlanksAsked(count, MOST_BLANKS)
    newest = select(func.max(receipt_book.c.last)).where(receipt_book.c.prefix == BLANK_PREFIX)
    first = (connection.execute(newest).scalar() or 0) + 1
    return register_book(connection, NewBook(BookKind.BLANK, BLANK_PREFIX, first, first + count - 1, 0), at, by)
