"""What must hold of outages: papers written by hand stand in books that were handed out, and settled cuts are whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.core.ids import BookId, PaymentId
from app.core.language import mark
from app.counter.books.book_rows import open_numbers, read_book
from app.counter.books.kinds import BookKind
from app.counter.books.lost_numbers import lost_until
from app.counter.outages.entered_again import voided_by
from app.counter.outages.outage_rows import OutageKind
from app.counter.tables import outage, payment, receipt, receipt_book
from app.store.truths import Truth

_UNCOUNTED = [kind.value for kind in BookKind if not kind.is_counted]
_TIMELESS = (
    select(receipt.c.label)
    .join(payment, payment.c.id == receipt.c.payment_id)
    .join(receipt_book, receipt_book.c.id == receipt.c.book_id)
    .where(receipt_book.c.kind.in_(_UNCOUNTED), payment.c.written_at.is_(None))
)
_BY_HAND = (
    select(receipt.c.label, receipt.c.number, payment.c.written_at, payment.c.collector, receipt_book)
    .add_columns(payment.c.client_id)
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(receipt_book, receipt_book.c.id == receipt.c.book_id)
    .where(payment.c.written_at.is_not(None))
)


def _in_a_book_handed_out(connection: Connection) -> Iterator[str]:
    yield from connection.execute(_TIMELESS).scalars()
    lost = lost_until(connection)
    for row in connection.execute(_BY_HAND).all():
        voided = voided_by(row.client_id)
        if voided is not None:
            if not _takes_the_place(connection, voided, row):
                yield str(row.label)
            continue
        if row.number <= lost.get(BookId(row.id), 0) and row.collector:
            continue  # its book was set aside: the number was lost with the data and entered again
        inside = row.first <= row.number <= row.last
        carried = not BookKind(row.kind).is_counted and row.issued_on is not None and bool(row.holder)
        if not inside or not carried or not row.collector or row.written_at.date() < row.issued_on:
            yield str(row.label)


_BACK = payment.alias("back")
_VOIDED_OF = (
    select(receipt_book.c.kind)
    .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
    .join(receipt_book, receipt_book.c.id == receipt.c.book_id)
    .join(_BACK, (_BACK.c.reverses == payment.c.id) & (_BACK.c.kind == "void"))
    .where(payment.c.id == bindparam("voided"), payment.c.written_at.is_not(None))
)


def _takes_the_place(connection: Connection, voided: PaymentId, row: Row[Any]) -> bool:
    """What is entered again has a number of the program, and its first entry, of a book handed out, is voided."""
    kind = connection.execute(_VOIDED_OF, {"voided": voided}).scalar()
    return kind is not None and not BookKind(kind).is_counted and BookKind(row.kind).is_counted and bool(row.collector)


_SETTLED = select(outage).where(outage.c.kind == OutageKind.POWER.value, outage.c.ended_at.is_not(None))


def _settled_cuts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_SETTLED).all():
        book = read_book(connection, BookId(row.facts["book"]))
        if book.returned_at is None or open_numbers(connection, book):
            yield book.name


TRUTHS = (
    Truth(mark("every receipt entered afterwards stands in a book that was handed out before"), _in_a_book_handed_out),
    Truth(mark("every settled power cut has all its blanks accounted for"), _settled_cuts),
)
