"""A paper whose entry was voided by mistake is entered once more: its number stays with the void.

The money comes in again under a number of the program; its row points to the entry that was voided.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.core.ids import BookId, PaymentId, UnitId
from app.counter.outages.refusals import WrittenOutOfOrder
from app.counter.receipts.receipt_book import check_number
from app.counter.tables import payment, receipt, tender
from app.estate.tables import unit

_AGAIN = "again-"
_BACK = payment.alias("back")
_VOIDED = (
    select(payment.c.id)
    .join_from(receipt, payment, payment.c.id == receipt.c.payment_id)
    .join(_BACK, (_BACK.c.reverses == payment.c.id) & (_BACK.c.kind == "void"))
    .where(receipt.c.book_id == bindparam("book"), receipt.c.number == bindparam("number"))
)
_ENTERED = select(payment.c.id).where(payment.c.client_id == bindparam("client"))
_LATER = (
    select(receipt.c.label, payment.c.day, payment.c.written_at, payment.c.at)
    .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(payment.c.kind == "payment", payment.c.unit_id == bindparam("unit"), payment.c.day > bindparam("day"))
    .where(_BACK.c.id.is_(None))
    .order_by(payment.c.day, payment.c.id)
    .limit(1)
)


def client_id_of(voided: PaymentId) -> str:
    """The one name under which a voided entry can be made again."""
    return f"{_AGAIN}{voided}"


def voided_by(client_id: str) -> PaymentId | None:
    """The voided entry that a payment was made in place of; None for every other payment."""
    return PaymentId(int(client_id.removeprefix(_AGAIN))) if client_id.startswith(_AGAIN) else None


def check_paper(connection: Connection, book_id: BookId, number: int) -> PaymentId | None:
    """The voided entry that this paper is entered again for, if it is; else nothing may have become of its number.

    Raises NumberOutsideBook, NumberUsedBefore, NumberSpoiled.
    """
    voided = connection.execute(_VOIDED, {"book": book_id, "number": number}).scalar()
    if voided is not None:
        again = {"client": client_id_of(PaymentId(voided))}
        if connection.execute(_ENTERED, again).first() is None:
            return PaymentId(voided)
    check_number(connection, book_id, number)
    return None


def check_order(connection: Connection, unit_id: UnitId, label: str, written_at: datetime) -> None:
    """Whether nothing of a later day was taken for the unit already. Raises WrittenOutOfOrder."""
    row = connection.execute(_LATER, {"unit": unit_id, "day": written_at.date()}).first()
    if row is not None:
        later: date = row.day
        raise WrittenOutOfOrder(label, written_at.date(), row.label, later)


def entered_again(connection: Connection, payment_ids: Sequence[int]) -> dict[int, Row[Any]]:
    """By voided entry what was entered in its place."""
    clients = [client_id_of(PaymentId(key)) for key in payment_ids]
    rows = (
        select(receipt.c.label, payment, unit.c.code, tender.c.method, tender.c.reference, _BACK.c.id.label("voided"))
        .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
        .join(unit, unit.c.id == payment.c.unit_id)
        .join(tender, tender.c.payment_id == payment.c.id)
        .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
        .where(payment.c.client_id.in_(clients), tender.c.change_id.is_(None))
    )
    found = {voided_by(row.client_id): row for row in connection.execute(rows)} if clients else {}
    return {int(key): row for key, row in found.items() if key is not None}
