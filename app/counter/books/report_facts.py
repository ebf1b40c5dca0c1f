"""What the report of a book says: counts, receipts taken back, and every number that carries no money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.ids import BookId
from app.counter.books.book_facts import BookPage
from app.counter.books.book_rows import read_page
from app.counter.tables import receipt_book
from app.estate.office_facts import OfficeFacts, read_office_facts


@dataclass(frozen=True, slots=True)
class BookReport:
    """Read at one moment; `returned_by` is empty while the book is not back."""

    office: OfficeFacts
    page: BookPage
    registered_at: datetime
    registered_by: str
    returned_by: str
    printed_at: datetime
    printed_by: str


def report_on(connection: Connection, book_id: BookId, at: datetime, by: str) -> BookReport:
    """Read the report of a book. Raises BookUnknown."""
    page = read_page(connection, book_id)
    row = connection.execute(select(receipt_book).where(receipt_book.c.id == book_id)).one()
    names = {one.id: one.name for one in connection.execute(select(user.c.id, user.c.name))}
    return BookReport(
        office=read_office_facts(connection),
        page=page,
        registered_at=row.at,
        registered_by=names.get(row.by, ""),
        returned_by=names.get(row.returned_by, ""),
        printed_at=at,
        printed_by=by,
    )
