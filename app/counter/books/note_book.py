"""That a book was registered stays in the audit trail, with its numbers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from app.access import audit
from app.core.ids import BookId, UserId
from app.counter.books.book_rows import read_book


def note_book(connection: Connection, book_id: BookId, at: datetime, by: UserId | None) -> BookId:
    """Keep in the audit trail that a book was registered, and with which numbers."""
    audit.record(connection, "register_book", read_book(connection, book_id).name, {"book": book_id}, at, by)
    return book_id
