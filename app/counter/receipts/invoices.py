"""Tax invoices that were made out elsewhere, recorded against receipts so that no amount is invoiced twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ReceiptId
from app.core.money import NOTHING, Money, total
from app.core.typed_text import plain
from app.counter.receipts.invoice_refusals import (
    InvoiceBeforeReceipt,
    InvoicedTooMuch,
    InvoiceNumberUnreadable,
    InvoiceOfNothing,
    InvoiceReasonMissing,
    InvoiceReversed,
    InvoiceSeenBefore,
    ReceiptTakenBack,
)
from app.counter.tables import invoice, payment, receipt
from app.store.rows import insert_row
from app.store.store import Store

_NUMBER = re.compile(r"\d{8,20}", re.ASCII)
_BACK, _PAID_BACK = payment.alias("back"), payment.alias("paid_back")
_STANDING = (
    select(payment, receipt.c.label, _BACK.c.id.label("back_id"))
    .join_from(receipt, payment, payment.c.id == receipt.c.payment_id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(receipt.c.id == bindparam("receipt"))
)
_REFUNDS = (
    select(_PAID_BACK.c.allocated, _PAID_BACK.c.credited, _PAID_BACK.c.deposits)
    .join(_BACK, _BACK.c.reverses == _PAID_BACK.c.id, isouter=True)
    .where(_PAID_BACK.c.refunds == bindparam("payment"), _BACK.c.id.is_(None))
)
_LATER = invoice.alias("later")
_ROWS = (
    select(invoice, user.c.name, _LATER.c.id.label("later_id"))
    .join_from(invoice, user, user.c.id == invoice.c.by)
    .join(_LATER, _LATER.c.reverses == invoice.c.id, isouter=True)
    .where(invoice.c.receipt_id == bindparam("receipt"))
    .order_by(invoice.c.id)
)
_SAME_NUMBER = (
    select(receipt.c.label)
    .join_from(invoice, receipt, receipt.c.id == invoice.c.receipt_id)
    .join(_LATER, _LATER.c.reverses == invoice.c.id, isouter=True)
    .where(invoice.c.number == bindparam("number"), invoice.c.reverses.is_(None), _LATER.c.id.is_(None))
    .where(invoice.c.receipt_id.in_(bindparam("receipts", expanding=True)) | bindparam("anywhere"))
)


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One recorded invoice; a reversal has a negative amount and the reason. `stands` until it is reversed."""

    id: int
    number: str
    amount: Money
    day: date
    reason: str
    reverses: int | None
    stands: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Invoiced:
    """What of a receipt is invoiced: `invoiced` stands, `rest` may still be, `too_much` has to be reversed."""

    rows: tuple[InvoiceRow, ...]
    invoiced: Money
    rest: Money
    too_much: Money


class Invoices:
    """The tax program makes invoices out; this only keeps their numbers beside the receipts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, receipt_id: ReceiptId) -> Invoiced:
        """All invoices of a receipt and what is left of it."""
        with self._store.reading() as connection:
            return read_invoiced(connection, receipt_id)

    def invoiced(self, receipt_id: ReceiptId) -> Money:
        """What stands invoiced of a receipt, in fen; a refund has to look at it first."""
        with self._store.reading() as connection:
            return read_invoiced(connection, receipt_id).invoiced

    def record(
        self, by: Actor, receipt_id: ReceiptId, number: str, amount: Money, day: date, *, together: bool = False
    ) -> int:
        """Keep an invoice against a receipt; `together`: the same invoice covers another receipt as well.

        Raises NotPermitted, InvoiceNumberUnreadable, InvoiceOfNothing, InvoiceBeforeReceipt, InvoiceSeenBefore,
        InvoicedTooMuch, ReceiptTakenBack; then nothing was written.
        """
        with self._store.transaction() as connection:
            by.require(Permission.RECORD_INVOICE)
            known = read_number(number)
            paid = connection.execute(_STANDING, {"receipt": receipt_id}).one()
            self._check(connection, paid, receipt_id, known, amount, day, together=together)
            at = self._clock.now()
            values = {"receipt_id": receipt_id, "number": known, "amount": amount, "day": day, "reason": ""}
            made = insert_row(connection, invoice, **values, at=at, by=by.id)
            facts: dict[str, object] = {"invoice": known, "amount": amount.fen}
            audit.record(connection, "record_invoice", paid.label, facts, at, by.id)
            return made

    def reverse(self, by: Actor, invoice_id: int, reason: str, day: date, number: str = "") -> None:
        """Take an invoice back by a row of its own (冲红); `number` is that of the red invoice, if it has one.

        Raises NotPermitted, InvoiceReasonMissing, InvoiceReversed, InvoiceNumberUnreadable.
        """
        with self._store.transaction() as connection:
            by.require(Permission.RECORD_INVOICE)
            row = connection.execute(select(invoice).where(invoice.c.id == invoice_id)).one()
            if not reason.strip():
                raise InvoiceReasonMissing(row.number)
            later = connection.execute(select(invoice.c.id).where(invoice.c.reverses == invoice_id)).first()
            if later is not None or row.reverses is not None:
                raise InvoiceReversed(row.number)
            at, red = self._clock.now(), read_number(number) if number.strip() else row.number
            values = {"receipt_id": row.receipt_id, "number": red, "amount": -row.amount, "day": day}
            insert_row(connection, invoice, **values, reason=reason.strip(), reverses=row.id, at=at, by=by.id)
            facts: dict[str, object] = {"invoice": row.number, "reason": reason.strip()}
            audit.record(connection, "reverse_invoice", row.number, facts, at, by.id)

    def _check(
        self,
        connection: Connection,
        paid: Row[Any],
        receipt_id: ReceiptId,
        number: str,
        amount: Money,
        day: date,
        *,
        together: bool,
    ) -> None:
        if paid.back_id is not None:
            raise ReceiptTakenBack(paid.label)
        if amount <= NOTHING:
            raise InvoiceOfNothing
        if day < paid.day:
            raise InvoiceBeforeReceipt(paid.label, paid.day, day)
        asked = {"number": number, "receipts": [receipt_id], "anywhere": not together}
        seen = connection.execute(_SAME_NUMBER, asked).scalar()
        if seen is not None:
            raise InvoiceSeenBefore(number, seen)
        rest = read_invoiced(connection, receipt_id).rest
        if amount > rest:
            raise InvoicedTooMuch(paid.label, rest, amount)


def read_number(text: str) -> str:
    """The digits of an invoice number, blanks left out. Raises InvoiceNumberUnreadable."""
    number = plain(text)
    if not _NUMBER.fullmatch(number):
        raise InvoiceNumberUnreadable(text)
    return number


def read_invoiced(connection: Connection, receipt_id: ReceiptId) -> Invoiced:
    """What of a receipt is invoiced, and how much may still be: its amount less refunds and invoices."""
    rows = tuple(_rows(connection, receipt_id))
    standing = total(row.amount for row in rows)
    paid = connection.execute(_STANDING, {"receipt": receipt_id}).one()
    refunded = (row.allocated + row.credited + row.deposits for row in _refunds(connection, paid.id))
    worth = NOTHING if paid.back_id is not None else paid.allocated + paid.credited + paid.deposits + total(refunded)
    rest = worth - standing
    return Invoiced(rows, standing, max(rest, NOTHING), max(-rest, NOTHING))


def _refunds(connection: Connection, payment_id: int) -> list[Row[Any]]:
    return list(connection.execute(_REFUNDS, {"payment": payment_id}))


def _rows(connection: Connection, receipt_id: ReceiptId) -> Iterator[InvoiceRow]:
    for row in connection.execute(_ROWS, {"receipt": receipt_id}):
        stands = row.reverses is None and row.later_id is None
        yield InvoiceRow(row.id, row.number, row.amount, row.day, row.reason, row.reverses, stands, row.at, row.name)
