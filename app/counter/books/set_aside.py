"""Books set aside after their newest numbers were lost with the data: no number is ever given twice.

The program goes on with a book of a new prefix; the numbers that were issued and lost are entered again in their order.
Forms that bear their number already have no new prefix: they go on behind the lost ones, once those are accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor
from app.core.ids import BookId
from app.counter.books.book_facts import BookRow, NewBook
from app.counter.books.book_rows import read_book
from app.counter.books.kinds import BookKind
from app.counter.books.lost_numbers import keep_lost
from app.counter.books.register_book import LAST, register_book
from app.counter.tables import receipt_book

_NUMBERED = re.compile(r"([A-Z]+?)(\d*)-")


def set_aside(connection: Connection, by: Actor, ends: Mapping[BookId, int], at: datetime) -> tuple[str, ...]:
    """From now on these books give no number by themselves; the prefixes of the books that go on in their place."""
    keep_lost(connection, ends, at, by.id)
    books = [read_book(connection, book) for book in ends]
    return tuple(_go_on(connection, by, book, at) for book in books if book.kind is not BookKind.PREPRINTED)


def _go_on(connection: Connection, by: Actor, old: BookRow, at: datetime) -> str:
    prefix = _next_prefix(connection, old.prefix)
    new = register_book(connection, NewBook(old.kind, prefix, 1, LAST, old.warn_at), at, by.id)
    own = update(receipt_book).where(receipt_book.c.id == new)
    connection.execute(own.values(holder=by.name, issued_on=at.date()))  # which puts it before the one set aside
    facts = {"book": new, "holder": by.name, "day": at.date().isoformat()}
    audit.record(connection, "hand_out_book", read_book(connection, new).name, facts, at, by.id)
    return prefix


def _next_prefix(connection: Connection, prefix: str) -> str:
    """`R-` goes on as `R2-`, that as `R3-`."""
    taken = set(connection.execute(select(receipt_book.c.prefix)).scalars())
    found = _NUMBERED.fullmatch(prefix)
    letters, number = (found[1][:4], int(found[2] or 1)) if found else (prefix[:1], 1)
    return next(name for step in range(1, 99) if (name := f"{letters}{number + step}-") not in taken)
