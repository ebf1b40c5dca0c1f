"""Receipts as lists show them: number, room, payer, what for, how paid, and where the paper is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, or_, select

from app.access.tables import user
from app.core.ids import ReceiptId, ShiftId, UnitId
from app.core.money import Money
from app.core.show import show_months
from app.counter.methods import Method, TenderState
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_book import NUMBER_DIGITS, label_of, prefixes
from app.counter.tables import payment, receipt, receipt_print, tender
from app.estate.tables import unit

_DAYS = re.compile(r"(?P<first>\d{4}-\d\d-\d\d) – (?P<last>\d{4}-\d\d-\d\d)", re.ASCII)
_LATE_FEE, _CREDIT = "违约金", "预存款"  # as receipts print them
SEVERAL = "{first} 等 {count} 项"


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt; `items` is copied from its paper, `copies` counts reprints."""

    id: ReceiptId
    label: str
    at: datetime
    unit_id: UnitId
    unit: str
    payer: str
    items: str
    method: Method
    amount: Money
    cashier: str
    shift_id: ShiftId
    voided: bool
    to_check: bool
    original: PrintState
    copies: int


_BACK = payment.alias("back")
_ROWS = (
    select(
        receipt,
        payment.c.unit_id,
        payment.c.payer_name,
        payment.c.shift_id,
        (payment.c.allocated + payment.c.credited).label("amount"),
        unit.c.code.label("unit_code"),
        user.c.name.label("cashier"),
        _BACK.c.id.label("back_id"),
    )
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(user, user.c.id == payment.c.by)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .order_by(receipt.c.id.desc())
)
_OF_SHIFT = _ROWS.where(payment.c.shift_id == bindparam("shift"))
_OF_UNIT = _ROWS.where(payment.c.unit_id == bindparam("unit")).limit(bindparam("most"))
_BY_ID = _ROWS.where(receipt.c.id == bindparam("id"))
_NAMED = _ROWS.where(
    or_(
        receipt.c.label.in_(bindparam("names", expanding=True)),
        receipt.c.code.in_(bindparam("names", expanding=True)),
    )
)
_WAITING = _ROWS.where(
    receipt.c.id.in_(
        select(receipt_print.c.receipt_id).where(
            receipt_print.c.copy_no == 0, receipt_print.c.state == PrintState.WAITING
        )
    )
)
_TENDERS = (
    select(tender).where(tender.c.payment_id.in_(bindparam("payments", expanding=True))).order_by(tender.c.id.desc())
)
_PRINTS = (
    select(receipt_print.c.receipt_id, receipt_print.c.copy_no, receipt_print.c.state)
    .where(receipt_print.c.receipt_id.in_(bindparam("receipts", expanding=True)))
    .order_by(receipt_print.c.copy_no)
)


def receipts_of_shift(connection: Connection, shift_id: ShiftId) -> tuple[ReceiptRow, ...]:
    """All receipts of a shift, newest first."""
    return _read(connection, _OF_SHIFT, shift=shift_id)


def receipts_of_unit(connection: Connection, unit_id: UnitId, most: int) -> tuple[ReceiptRow, ...]:
    """The newest receipts of a unit."""
    return _read(connection, _OF_UNIT, unit=unit_id, most=most)


def receipts_waiting(connection: Connection) -> tuple[ReceiptRow, ...]:
    """Receipts whose original is wanted and not yet printed; one that was voided needs no paper any more."""
    return tuple(row for row in _read(connection, _WAITING) if not row.voided)


def receipt_by(connection: Connection, receipt_id: ReceiptId) -> ReceiptRow | None:
    """One receipt."""
    found = _read(connection, _BY_ID, id=receipt_id)
    return found[0] if found else None


def receipts_named(connection: Connection, typed: str) -> tuple[ReceiptRow, ...]:
    """The receipts that a text names: the code on the paper, the label (`R2126` too), or the number in any book."""
    compact = "".join(typed.split()).upper()
    names = [compact]
    for prefix in prefixes(connection):
        number = compact.removeprefix(prefix.upper()).lstrip("-")
        if number.isascii() and number.isdigit() and len(number) <= NUMBER_DIGITS:
            names.append(label_of(prefix, int(number)))
    return _read(connection, _NAMED, names=names)


def _read(connection: Connection, rows: Select[Any], **values: object) -> tuple[ReceiptRow, ...]:
    found = connection.execute(rows, values).all()
    if not found:
        return ()
    paid = connection.execute(_TENDERS, {"payments": [row.payment_id for row in found]})
    tenders = {row.payment_id: row for row in paid}
    prints: dict[int, tuple[PrintState, int]] = {}
    for row in connection.execute(_PRINTS, {"receipts": [row.id for row in found]}):
        original = prints[row.receipt_id][0] if row.copy_no else PrintState(row.state)
        prints[row.receipt_id] = (original, row.copy_no)
    return tuple(_row(row, tenders[row.payment_id], prints[row.id]) for row in found)


def _row(row: Row[Any], paid: Row[Any], prints: tuple[PrintState, int]) -> ReceiptRow:
    return ReceiptRow(
        id=ReceiptId(row.id),
        label=row.label,
        at=row.at,
        unit_id=UnitId(row.unit_id),
        unit=row.unit_code,
        payer=row.payer_name,
        items=_items(row.facts),
        method=Method(paid.method),
        amount=row.amount,
        cashier=row.cashier,
        shift_id=ShiftId(row.shift_id),
        voided=row.back_id is not None,
        to_check=paid.state == TenderState.TO_CHECK,
        original=prints[0],
        copies=prints[1],
    )


def _items(facts: Mapping[str, Any]) -> str:
    lines = facts["lines"]
    first = f"{lines[0]['item']} {short_period(lines[0]['period'])}".strip()
    count = sum(_is_principal(line) for line in lines)
    return first if count <= 1 else SEVERAL.format(first=first, count=count)


def _is_principal(line: Mapping[str, Any]) -> bool:
    """Whether a printed line is an item that was charged: no late fee, discount, rounding or credit."""
    is_late_fee = bool(line["period"]) and line["item"].endswith(_LATE_FEE)
    return line["amount"] > 0 and not is_late_fee and line["item"] != _CREDIT


def short_period(printed: str) -> str:
    """The days that a paper prints, as months where they are whole ones."""
    found = _DAYS.fullmatch(printed)
    if found is None:
        return printed
    first, last = (date.fromisoformat(found[name]) for name in ("first", "last"))
    return show_months(first, last + timedelta(days=1))
