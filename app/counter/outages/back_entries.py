"""Back entry (补录): receipts that were written by hand become payments, each with its own number and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BookId, PaymentId, PersonId, UnitId
from app.core.money import Money, total
from app.counter.books.book_facts import BookRow, BookState
from app.counter.books.book_rows import open_numbers, read_book, read_books
from app.counter.books.books import Books
from app.counter.books.kinds import BookKind
from app.counter.books.lost_numbers import lost_until
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from app.counter.books.refusals import BookNotOut, BookWasReturned
from app.counter.methods import Method
from app.counter.outages.entered_again import check_order, check_paper, client_id_of, entered_again
from app.counter.outages.refusals import WrittenBeforeBook
from app.counter.payments.asked import BackEntry, ChosenLine, Taken, TakePayment, paid_by
from app.counter.payments.bill import payers_of
from app.counter.payments.take_payment import Payments
from app.counter.refusals import BillChanged
from app.counter.tables import payment, receipt, tender
from app.estate.registry import Estate
from app.estate.tables import unit
from app.fees.charges import OpenCharge, open_charges
from app.store.store import Store

_OF_RECEIPTS = (BookKind.OWN, BookKind.PREPRINTED)
_CARRIED = (BookState.OUT, BookState.USED_UP)


@dataclass(frozen=True, slots=True)
class Written:
    """One paper as it is typed; `client_id` is made with the row, so that a row is never entered twice.

    `order_accepted`: it may stand behind what was taken for its unit on a later day.
    """

    client_id: str
    book_id: BookId
    number: int
    unit_id: UnitId
    amount: Money
    method: Method
    reference: str
    written_at: datetime
    collector: str
    order_accepted: bool = False


@dataclass(frozen=True, slots=True)
class UnitOwed:
    """Whom a paper is of: the unit, its likeliest payer, and what was owed on the paper's day, in fen."""

    unit_id: UnitId
    code: str
    payer_id: PersonId | None
    payer: str
    owed: Money
    lines: tuple[OpenCharge, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """A paper of the book that is in; `amount` in fen as written, `voided` where it was taken back."""

    number: int
    label: str
    unit: str
    payer: str
    amount: Money
    method: Method
    reference: str
    written_at: datetime | None
    collector: str
    voided: bool


class BackEntries:
    """Takes a stack of papers, one after the other."""

    def __init__(self, store: Store, clock: Clock, payments: Payments, estate: Estate) -> None:
        self._store = store
        self._clock = clock
        self._payments = payments
        self._estate = estate
        self._books = Books(store, clock)

    def books(self) -> tuple[BookRow, ...]:
        """The books and blocks that somebody carries and has not brought back, the newest first.

        Before them stand books of the program whose last numbers were lost with the data, as far as those go.
        """
        with self._store.reading() as connection:
            rows = read_books(connection)
            lost = [replace(row, last=last) for row, last in _set_aside(connection, rows) if row.next <= last]
            return (*lost, *(row for row in rows if not row.kind.is_counted and row.state in _CARRIED))

    def open_runs(self, book_id: BookId) -> tuple[Run, ...]:
        """The numbers of a book that nothing has become of yet."""
        with self._store.reading() as connection:
            book = read_book(connection, book_id)
            last = lost_until(connection).get(book_id, book.last)
            return open_numbers(connection, replace(book, last=last))

    def next_number(self, book_id: BookId, after: int = 0) -> int | None:
        """The next open number behind one, else the first open one; None where all are accounted for."""
        runs = self.open_runs(book_id)
        later = (max(run.first, after + 1) for run in runs if run.last > after)
        return next(later, None) or next((run.first for run in runs), None)

    def check(self, book_id: BookId, number: int) -> None:
        """Whether a paper of this number can still be entered; once more where its entry was voided.

        Raises NumberOutsideBook, NumberUsedBefore, NumberSpoiled, BookNotOut, BookWasReturned.
        """
        with self._store.reading() as connection:
            _carried(connection, book_id)
            check_paper(connection, book_id, number)

    def spoil(self, by: Actor, book_id: BookId, number: int, reason: str) -> None:
        """A paper of the stack was spoiled. Raises what `Books.spoil` raises."""
        self._books.spoil(by, book_id, Run(number, number), reason)

    def owed(self, unit_id: UnitId, day: date) -> UnitOwed:
        """What a unit owed on a day, the oldest due first, late fees as of that day. Raises UnknownUnit."""
        with self._store.reading() as connection:
            page = self._estate.unit_page(unit_id)
            lines = tuple(one for one in open_charges(connection, [unit_id], day) if one.due_on <= day)
            payers = payers_of(page)
            payer_id, payer = (payers[0].person_id, payers[0].name) if payers else (None, page.code)
            owed = total(one.outstanding + one.late_fee_owed for one in lines)
            return UnitOwed(unit_id, page.code, payer_id, payer, owed, lines)

    def enter(
        self,
        by: Actor,
        written: Written,
        approval: Approval | None = None,
        discount_approval: Approval | None = None,
    ) -> Taken:
        """Make a paper a payment: oldest due first as of its date, what is over stays as credit.

        Where its entry was voided it may be entered once more, under a number of the program. Raises NotPermitted,
        BookNotOut, BookWasReturned, WrittenBeforeBook, WrittenOutOfOrder (until that is accepted), and what
        `Payments.take` raises; then nothing was written.
        """
        by.require(Permission.ENTER_BACK)
        with self._store.transaction() as connection:
            before = self._payments.taken(written.client_id)
            if before is not None:
                return before
            book, day = _carried(connection, written.book_id), written.written_at.date()
            voided = check_paper(connection, written.book_id, written.number)
            label = label_of(book.prefix, written.number)
            if book.issued_on is not None and day < book.issued_on:
                raise WrittenBeforeBook(label, book.issued_on, day)
            if not written.order_accepted:
                check_order(connection, written.unit_id, label, written.written_at)
            asked = _asked(written, self.owed(written.unit_id, day))
            asked = asked if voided is None else _again(asked, voided, label)
            try:
                return self._payments.take(by, asked, approval, discount_approval)
            except BillChanged as changed:  # a discount: nobody was shown a sum that could have changed since
                return self._payments.take(by, replace(asked, shown_due=changed.now), approval, discount_approval)

    def entered(self, book_id: BookId) -> tuple[Entered, ...]:
        """The papers of a book that are in, by their numbers; of one that was entered again what stands."""
        with self._store.reading() as connection:
            prefix = read_book(connection, book_id).prefix
            rows = connection.execute(_ENTERED, {"book": book_id}).all()
            again = entered_again(connection, [row.id for row in rows if row.voided is not None])
        labels = {row.number: label_of(prefix, row.number) for row in rows}
        return tuple(
            _entered(row.number, f"{labels[row.number]} → {again[row.id].label}", again[row.id])
            if row.id in again
            else _entered(row.number, labels[row.number], row)
            for row in rows
        )

    def taken(self, client_id: str) -> Taken | None:
        """The payment of a row that was on its way when the program ended."""
        return self._payments.taken(client_id)


_BACK = payment.alias("back")
_ENTERED = (
    select(receipt.c.number, payment, unit.c.code, tender.c.method, tender.c.reference, _BACK.c.id.label("voided"))
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(tender, tender.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(receipt.c.book_id == bindparam("book"), tender.c.change_id.is_(None), payment.c.written_at.is_not(None))
    .order_by(receipt.c.number)
)


def _entered(number: int, label: str, row: Row[Any]) -> Entered:
    return Entered(
        number=number,
        label=label,
        unit=row.code,
        payer=row.payer_name,
        amount=row.received - row.change,
        method=Method(row.method),
        reference=row.reference,
        written_at=row.written_at,
        collector=row.collector,
        voided=row.voided is not None,
    )


def cash_of(rows: tuple[Entered, ...]) -> Money:
    """The cash that should lie in the bag."""
    return total(row.amount for row in rows if row.method.is_cash and not row.voided)


def _carried(connection: Connection, book_id: BookId) -> BookRow:
    book = read_book(connection, book_id)
    if book.returned_at is not None:
        raise BookWasReturned(book.name)
    if book.issued_on is None and book_id not in lost_until(connection):
        raise BookNotOut(book.name)
    return book


def _set_aside(connection: Connection, rows: Iterable[BookRow]) -> Iterator[tuple[BookRow, int]]:
    """Receipts alone can be entered again; a slip of a refund is made anew."""
    lost = lost_until(connection)
    return ((row, lost[row.id]) for row in rows if row.id in lost and row.kind in _OF_RECEIPTS)


def _again(asked: TakePayment, voided: PaymentId, label: str) -> TakePayment:
    """The same as the one entry that takes the place of a voided one."""
    assert asked.back is not None
    return replace(asked, client_id=client_id_of(voided), back=replace(asked.back, again=label))


def _asked(written: Written, owed: UnitOwed) -> TakePayment:
    return TakePayment(
        client_id=written.client_id,
        unit_id=written.unit_id,
        payer_name=owed.payer,
        payer_id=owed.payer_id,
        lines=tuple(ChosenLine(one.id, one.version) for one in owed.lines),
        one_offs=(),
        tenders=paid_by(written.method, written.amount, written.reference),
        shown_due=owed.owed,
        keep_change=True,
        back=BackEntry(written.book_id, written.number, written.written_at, written.collector),
        print_wanted=False,
    )
