"""What the report of a book says: counts, receipts taken back, and every number that carries no money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.ids import BookId
from app.core.money import Money
from app.core.periods import Period
from app.counter.books.book_facts import BookPage
from app.counter.books.book_rows import read_page
from app.counter.tables import payment, receipt, receipt_book
from app.estate.office_facts import OfficeFacts, read_office_facts
from app.estate.tables import unit


@dataclass(frozen=True, slots=True)
class IssuedNumber:
    """A receipt of the book: its number, unit and day as on the paper, and its amount in fen."""

    label: str
    unit: str
    day: date
    amount: Money
    collector: str


@dataclass(frozen=True, slots=True)
class BookReport:
    """Read at one moment; `returned_by` is empty while the book is not back.

    `days` limits `issued`, the list of receipts; without days there is no such list.
    """

    office: OfficeFacts
    page: BookPage
    registered_at: datetime
    registered_by: str
    returned_by: str
    printed_at: datetime
    printed_by: str
    days: Period | None = None
    issued: tuple[IssuedNumber, ...] = ()


def report_on(connection: Connection, book_id: BookId, at: datetime, by: str, days: Period | None = None) -> BookReport:
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
        days=days,
        issued=() if days is None else _issued(connection, book_id, days),
    )


def _issued(connection: Connection, book_id: BookId, days: Period) -> tuple[IssuedNumber, ...]:
    """By number; a receipt written by hand counts on the day when it was written."""
    rows = connection.execute(
        select(receipt.c.label, unit.c.code, payment)
        .join_from(receipt, payment, payment.c.id == receipt.c.payment_id)
        .join(unit, unit.c.id == payment.c.unit_id)
        .where(receipt.c.book_id == book_id)
        .order_by(receipt.c.number)
    )
    found = (
        IssuedNumber(
            row.label,
            row.code,
            row.day if row.written_at is None else row.written_at.date(),
            row.allocated + row.credited + row.deposits,
            row.collector or "",
        )
        for row in rows
    )
    return tuple(one for one in found if days.first <= one.day < days.until)
