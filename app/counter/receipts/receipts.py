"""Receipts after the payment: lists, papers, prints and copies, voids."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ReceiptId, ShiftId
from app.core.typed_text import searched
from app.counter.books.kinds import BookKind
from app.counter.payments.void_receipt import check_void, void_receipt
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_facts import REVERSED, CopyMark, ReceiptFacts, Undone
from app.counter.receipts.receipt_list import (
    ReceiptRow,
    WaitingPaper,
    receipt_by,
    receipts_named,
    receipts_of_shift,
    receipts_waiting,
)
from app.counter.receipts.receipt_search import ReceiptQuery, ReceiptsFound, search_receipts
from app.counter.refusals import ReceiptUnknown
from app.counter.rules import read_rules
from app.counter.tables import receipt, receipt_book, receipt_print
from app.ledger.head import keep_head
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    """What goes to the printer: the stored facts, and the mark of a copy (None on the original).

    `on_form` where it is printed onto the form that bears its number: the original of a pre-printed book, and no other.
    """

    receipt_id: ReceiptId
    copy_no: int
    facts: ReceiptFacts
    mark: CopyMark | None
    voided: Undone
    on_form: bool = False


class Receipts:
    """Papers of payments that are already durable; none of this can lose money."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_shift(self, shift_id: ShiftId, most: int | None = None) -> tuple[ReceiptRow, ...]:
        """All receipts of a shift, or so many of them, newest first."""
        with self._store.reading() as connection:
            return receipts_of_shift(connection, shift_id, most)

    def waiting(self) -> tuple[WaitingPaper, ...]:
        """Receipts whose original still has to be printed, newest first."""
        with self._store.reading() as connection:
            return tuple(row for row in receipts_waiting(connection) if row.kind == "receipt")

    def get(self, receipt_id: ReceiptId) -> ReceiptRow:
        """One receipt. Raises ReceiptUnknown."""
        with self._store.reading() as connection:
            found = receipt_by(connection, receipt_id)
        if found is None:
            raise ReceiptUnknown(str(receipt_id))
        return found

    def find(self, text: str) -> tuple[ReceiptRow, ...]:
        """Receipts by their label, by their bare number, or by the code on the paper."""
        if not any(character.isdigit() for character in text):
            return ()
        with self._store.reading() as connection:
            return receipts_named(connection, searched(text))

    def search(self, query: ReceiptQuery) -> ReceiptsFound:
        """Any receipts of any day, the newest first."""
        with self._store.reading() as connection:
            return search_receipts(connection, query)

    def facts(self, receipt_id: ReceiptId) -> ReceiptFacts:
        """What the receipt says, as it was issued."""
        with self._store.reading() as connection:
            return _facts(connection, receipt_id)

    def paper(self) -> str:
        """The name of the paper that the office prints receipts on."""
        with self._store.reading() as connection:
            return read_rules(connection).receipt_paper

    def sheet(self, by: Actor, receipt_id: ReceiptId) -> ReceiptSheet:
        """The next paper of a receipt: its original until that was printed, then a copy with its number.

        A copy that did not come out of the printer keeps its number. Raises NotPermitted for copies.
        """
        with self._store.transaction() as connection:
            prints = connection.execute(
                select(receipt_print)
                .where(receipt_print.c.receipt_id == receipt_id)
                .order_by(receipt_print.c.copy_no.desc())
            ).all()
            last = prints[0]
            if last.state != PrintState.PRINTED:
                copy_no, at, name = last.copy_no, last.at, by.name
                self._set_state(connection, receipt_id, copy_no, PrintState.WAITING)
            else:
                by.require(Permission.REPRINT)
                copy_no, at, name = last.copy_no + 1, self._clock.now(), by.name
                connection.execute(
                    insert(receipt_print).values(
                        receipt_id=receipt_id, copy_no=copy_no, state=PrintState.WAITING, at=at, by=by.id
                    )
                )
            row = receipt_by(connection, receipt_id)
            mark = CopyMark(copy_no, at, name) if copy_no else None
            voided: Undone = row is not None and row.voided
            if row is not None and row.reversed:
                voided = REVERSED
            on_form = mark is None and not voided and _is_of_forms(connection, receipt_id)
            return ReceiptSheet(receipt_id, copy_no, _facts(connection, receipt_id), mark, voided, on_form)

    def printed(self, receipt_id: ReceiptId, copy_no: int) -> None:
        """The printer took the paper: the next one is a copy."""
        with self._store.transaction() as connection:
            self._set_state(connection, receipt_id, copy_no, PrintState.PRINTED)

    def let_go(self, receipt_id: ReceiptId) -> None:
        """Nobody wants the original of a receipt or refund slip on paper; it can still be printed as one later."""
        with self._store.transaction() as connection:
            self._set_state(connection, receipt_id, 0, PrintState.NOT_WANTED)

    def check_void(self, receipt_id: ReceiptId) -> None:
        """Whether a receipt may be voided by anybody. Raises ReceiptVoidedBefore, ReceiptOfClosedShift."""
        with self._store.reading() as connection:
            check_void(connection, receipt_id)

    def void(
        self,
        by: Actor,
        receipt_id: ReceiptId,
        reason: str,
        *,
        copies_returned: bool,
        approval: Approval | None = None,
    ) -> str:
        """Take a receipt back in its own shift, by reversing rows; returns its label.

        Raises ReasonMissing, ReceiptVoidedBefore, ReceiptOfClosedShift, ReceiptOfAnother, NotPermitted.
        """
        with self._store.transaction() as connection:
            label = void_receipt(
                connection,
                by,
                receipt_id,
                reason,
                self._clock.now(),
                copies_returned=copies_returned,
                approval=approval,
            )
            keep_head(self._store, connection, label)
            return label

    def _set_state(self, connection: Connection, receipt_id: ReceiptId, copy_no: int, state: PrintState) -> None:
        done = self._clock.now() if state is PrintState.PRINTED else None
        connection.execute(
            update(receipt_print)
            .where(receipt_print.c.receipt_id == receipt_id, receipt_print.c.copy_no == copy_no)
            .values(state=state, done_at=done)
        )


def _facts(connection: Connection, receipt_id: ReceiptId) -> ReceiptFacts:
    stored = connection.execute(select(receipt.c.facts).where(receipt.c.id == receipt_id)).scalar_one()
    return ReceiptFacts.from_facts(stored)


def _is_of_forms(connection: Connection, receipt_id: ReceiptId) -> bool:
    book = select(receipt_book.c.kind).join_from(receipt, receipt_book, receipt_book.c.id == receipt.c.book_id)
    return bool(connection.execute(book.where(receipt.c.id == receipt_id)).scalar() == BookKind.PREPRINTED)
