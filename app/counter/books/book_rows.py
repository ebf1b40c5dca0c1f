"""Reading books: how many of their numbers were used, and what became of the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from app.access.tables import user
from app.core.ids import BookId
from app.core.money import NOTHING, Money
from app.counter.books.book_facts import BookPage, BookRow, BookState, LostNumber, VoidedNumber
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run, without
from app.counter.books.numbering import book_in_turn, label_of
from app.counter.books.refusals import BookUnknown
from app.counter.tables import payment, receipt, receipt_book, spoiled_number
from app.estate.tables import unit

_BOOKS = select(receipt_book).order_by(receipt_book.c.id.desc())
_USED = select(receipt.c.book_id, func.count().label("many")).group_by(receipt.c.book_id)
_FATES = select(spoiled_number.c.book_id, spoiled_number.c.fate, func.count().label("many")).group_by(
    spoiled_number.c.book_id, spoiled_number.c.fate
)
_LOST = (
    select(spoiled_number, user.c.name)
    .join_from(spoiled_number, user, user.c.id == spoiled_number.c.by)
    .where(spoiled_number.c.book_id == bindparam("book"))
    .order_by(spoiled_number.c.number)
)
_BACK = payment.alias("back")
_VOIDED = (
    select(receipt.c.label, unit.c.code, _BACK, user.c.name)
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(user, user.c.id == _BACK.c.by)
    .where(receipt.c.book_id == bindparam("book"))
    .order_by(receipt.c.number)
)
_AMOUNT = (
    select(func.sum(payment.c.allocated + payment.c.credited + payment.c.deposits))
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .where(receipt.c.book_id == bindparam("book"))
)
_NUMBERS = select(receipt.c.number).where(receipt.c.book_id == bindparam("book"))
_LOST_NUMBERS = select(spoiled_number.c.number).where(spoiled_number.c.book_id == bindparam("book"))


def read_books(connection: Connection) -> tuple[BookRow, ...]:
    """All books, the newest first."""
    rows = connection.execute(_BOOKS).all()
    used = {row.book_id: row.many for row in connection.execute(_USED)}
    fates: dict[int, list[tuple[Fate, int]]] = {}
    for row in connection.execute(_FATES):
        fates.setdefault(row.book_id, []).append((Fate(row.fate), row.many))
    in_turn = _in_turn(connection)
    return tuple(_row(row, used.get(row.id, 0), tuple(fates.get(row.id, ())), in_turn) for row in rows)


def read_book(connection: Connection, book_id: BookId) -> BookRow:
    """One book. Raises BookUnknown."""
    found = next((row for row in read_books(connection) if row.id == book_id), None)
    if found is None:
        raise BookUnknown(book_id)
    return found


def read_page(connection: Connection, book_id: BookId) -> BookPage:
    """One book with its lists. Raises BookUnknown."""
    row = read_book(connection, book_id)
    asked = {"book": book_id}
    lost = tuple(_lost(row, one) for one in connection.execute(_LOST, asked))
    voided = tuple(_voided(one) for one in connection.execute(_VOIDED, asked))
    amount: Money = connection.execute(_AMOUNT, asked).scalar() or NOTHING
    return BookPage(row, lost, voided, open_numbers(connection, row), amount)


def open_numbers(connection: Connection, row: BookRow) -> tuple[Run, ...]:
    """The numbers of a book that nothing has become of, as runs."""
    asked = {"book": row.id}
    taken = [*connection.execute(_NUMBERS, asked).scalars(), *connection.execute(_LOST_NUMBERS, asked).scalars()]
    return without(Run(row.first, row.last), taken)


def _in_turn(connection: Connection) -> Sequence[int]:
    found = (book_in_turn(connection, kind) for kind in BookKind if kind.is_counted)
    return [book.id for book in found if book is not None]


def _row(row: Row[Any], used: int, fates: tuple[tuple[Fate, int], ...], in_turn: Sequence[int]) -> BookRow:
    kind = BookKind(row.kind)
    gone = used + sum(count for _, count in fates)
    return BookRow(
        id=BookId(row.id),
        kind=kind,
        prefix=row.prefix,
        first=row.first,
        last=row.last,
        next=row.next,
        holder=row.holder,
        issued_on=row.issued_on,
        returned_at=row.returned_at,
        warn_at=row.warn_at,
        used=used,
        fates=fates,
        state=_state(row, kind, all_gone=gone == row.last - row.first + 1, in_turn=row.id in in_turn),
    )


def _state(row: Row[Any], kind: BookKind, *, all_gone: bool, in_turn: bool) -> BookState:
    if row.returned_at is not None:
        return BookState.RETURNED
    if kind.is_counted:
        return BookState.USED_UP if all_gone else BookState.IN_USE if in_turn else BookState.WAITING
    if row.issued_on is None:
        return BookState.WAITING
    return BookState.USED_UP if all_gone else BookState.OUT


def _lost(book: BookRow, row: Row[Any]) -> LostNumber:
    return LostNumber(row.number, label_of(book.prefix, row.number), Fate(row.fate), row.reason, row.at, row.name)


def _voided(row: Row[Any]) -> VoidedNumber:
    amount = -(row.allocated + row.credited + row.deposits)
    return VoidedNumber(row.label, row.code, amount, row.reason, row.at, row.name)
