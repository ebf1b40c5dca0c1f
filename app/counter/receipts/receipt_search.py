"""Any receipt of any day: by words, by days, by method and by what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal, or_, select

from app.access.tables import user
from app.core.errors import Refusal
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.core.money_text import parse_money
from app.core.paper_code import typed_check, with_check
from app.core.typed_text import plain
from app.counter.methods import Method
from app.counter.receipts.receipt_list import PAID, ROWS, ReceiptRow, read_rows
from app.counter.tables import invoice, payment, receipt, receipt_print, tender
from app.estate.tables import unit
from app.store.columns import MoneyColumn

MOST_SHOWN = 500


class Became(StrEnum):
    """What became of a receipt."""

    ANY = "any"
    STANDS = "stands"
    VOIDED = "voided"
    REVERSED = "reversed"
    REFUNDED = "refunded"
    COPIED = "copied"
    ENTERED_LATER = "entered_later"
    INVOICED = "invoiced"


@dataclass(frozen=True, slots=True)
class ReceiptQuery:
    """What is looked for; every word has to fit some field. Days are half-open, None has no end."""

    words: str = ""
    first: date | None = None
    until: date | None = None
    method: Method | None = None
    became: Became = Became.ANY
    shift: ShiftId | None = None


@dataclass(frozen=True, slots=True)
class ReceiptsFound:
    """The newest of what fits, and count and sum (fen) of all that fits; what was taken back counts nothing."""

    rows: tuple[ReceiptRow, ...]
    count: int
    amount: Money


_BACK, _REFUND = payment.alias("taken_back"), payment.alias("refunded")
_IS_BACK = exists().where(_BACK.c.reverses == payment.c.id)
_IS_REVERSED = exists().where(_BACK.c.reverses == payment.c.id, _BACK.c.kind == "reversal")
_IS_REFUNDED = exists().where(_REFUND.c.refunds == payment.c.id)
_IS_COPIED = exists().where(receipt_print.c.receipt_id == receipt.c.id, receipt_print.c.copy_no > 0)
_IS_INVOICED = exists().where(invoice.c.receipt_id == receipt.c.id)
_BECAME: dict[Became, ColumnElement[bool]] = {
    Became.STANDS: ~_IS_BACK,
    Became.VOIDED: and_(_IS_BACK, ~_IS_REVERSED),
    Became.REVERSED: _IS_REVERSED,
    Became.REFUNDED: _IS_REFUNDED,
    Became.COPIED: _IS_COPIED,
    Became.ENTERED_LATER: payment.c.written_at.is_not(None),
    Became.INVOICED: _IS_INVOICED,
}


def search_receipts(connection: Connection, query: ReceiptQuery) -> ReceiptsFound:
    """The newest receipts that fit, at most 500 of them."""
    conditions = list(_conditions(query))
    rows = read_rows(connection, ROWS.where(*conditions).limit(MOST_SHOWN))
    sums = _joined(select(func.count(), func.sum(PAID))).where(*conditions)
    count = connection.execute(_joined(select(func.count())).where(*conditions)).scalar_one()
    standing: Money | None = connection.execute(sums.where(~_IS_BACK)).one()[1]
    return ReceiptsFound(rows, count, standing or NOTHING)


def _joined(statement: Select[Any]) -> Select[Any]:
    return (
        statement.select_from(receipt)
        .join(payment, receipt.c.payment_id == payment.c.id)
        .join(unit, unit.c.id == payment.c.unit_id)
        .join(user, user.c.id == payment.c.by)
    )


def _conditions(query: ReceiptQuery) -> Sequence[ColumnElement[bool]]:
    check = typed_check(query.words)  # stands on the paper in two groups, and is one word all the same
    wanted = [_fits(word) for word in ([check] if check else query.words.split())]
    if query.first is not None:
        wanted.append(payment.c.day >= query.first)
    if query.until is not None:
        wanted.append(payment.c.day < query.until)
    if query.method is not None:
        by_method = (tender.c.payment_id == payment.c.id, tender.c.method == query.method.value)
        wanted.append(exists().where(*by_method))
    if query.became in _BECAME:
        wanted.append(_BECAME[query.became])
    if query.shift is not None:
        wanted.append(payment.c.shift_id == query.shift)
    return wanted


def _fits(word: str) -> ColumnElement[bool]:
    """A word fits number, room, payer, cashier, reference or invoice in part, and an amount as a whole."""
    texts = (receipt.c.label, unit.c.code, payment.c.payer_name, user.c.name, payment.c.collector)
    fits: list[ColumnElement[bool]] = [column.icontains(word, autoescape=True) for column in texts]
    reference = tender.c.reference.icontains(word, autoescape=True)
    fits.append(exists().where(tender.c.payment_id == payment.c.id, reference))
    digits = plain(word)
    if digits.isascii() and digits.isdigit():
        number = invoice.c.number.contains(digits, autoescape=True)
        fits.append(exists().where(invoice.c.receipt_id == receipt.c.id, number))
    if typed_check(digits):
        fits.append(receipt.c.code.like(with_check(digits)))
    amount = _amount(word)
    if amount is not None:
        fits.append(literal(amount, MoneyColumn()) == PAID)
        by_part = (tender.c.payment_id == payment.c.id, tender.c.amount == amount)
        fits.append(exists().where(*by_part))
    return or_(*fits)


def _amount(word: str) -> Money | None:
    try:
        return parse_money(word)
    except Refusal:
        return None
