"""Receipts as lists show them: number, room, payer, what for, how paid, and where the paper is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, or_, select

from app.access.tables import user
from app.core.ids import ReceiptId, ShiftId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.paper_code import split_typed_check, typed_check, with_check
from app.core.show import show_months
from app.counter.books.numbering import label_of
from app.counter.methods import Method, TenderState
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_book import NUMBER_DIGITS, prefixes
from app.counter.tables import invoice, payment, receipt, receipt_print, tender
from app.estate.tables import unit
from app.fees.tables import allocation, charge

_DAYS = re.compile(r"(?P<first>\d{4}-\d\d-\d\d) – (?P<last>\d{4}-\d\d-\d\d)", re.ASCII)
_LATE_FEE, _CREDIT = "违约金", "预存款"  # as receipts print them
SEVERAL = "{first} 等 {count} 项"


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt; `items` is copied from its paper, `copies` counts reprints; amounts in fen.

    `unchecked` is what of its money was not yet seen to arrive. `voided` is true of everything that was taken back,
    `reversed` where that was after its shift. `written_at` is known of what was written by hand and entered later.
    """

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
    unchecked: Money
    original: PrintState
    copies: int
    kind: str = "receipt"
    methods: tuple[Method, ...] = ()
    reversed: bool = False
    refunded: Money = NOTHING
    invoiced: Money = NOTHING
    written_at: datetime | None = None
    collector: str = ""

    @property
    def to_check(self) -> bool:
        """Whether some of its money was not yet seen to arrive."""
        return self.unchecked != NOTHING


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A receipt or refund slip (`kind`) whose original is still to be printed; amount in fen."""

    id: ReceiptId
    label: str
    at: datetime
    kind: str
    unit: str
    amount: Money


_BACK, _REFUND, _UNDONE = payment.alias("back"), payment.alias("refund"), payment.alias("undone")
PAID = payment.c.allocated + payment.c.credited + payment.c.deposits
ROWS = (
    select(
        receipt,
        payment.c.unit_id,
        payment.c.payer_name,
        payment.c.shift_id,
        payment.c.written_at,
        payment.c.collector,
        PAID.label("amount"),
        unit.c.code.label("unit_code"),
        user.c.name.label("cashier"),
        _BACK.c.id.label("back_id"),
        _BACK.c.kind.label("back_kind"),
    )
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(user, user.c.id == payment.c.by)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .order_by(receipt.c.id.desc())
)
_OF_SHIFT = ROWS.where(payment.c.shift_id == bindparam("shift"))
_NEWEST_OF_SHIFT = _OF_SHIFT.limit(bindparam("most"))
_MET = (  # the payments of other receipts that met charges of the unit
    select(allocation.c.payment_id)
    .join_from(charge, allocation, allocation.c.charge_id == charge.c.id)
    .where(charge.c.unit_id == bindparam("unit"))
)
_OF_UNIT = ROWS.where(or_(payment.c.unit_id == bindparam("unit"), payment.c.id.in_(_MET))).limit(bindparam("most"))
_BY_ID = ROWS.where(receipt.c.id == bindparam("id"))
_NAMED = ROWS.where(
    or_(
        receipt.c.label.in_(bindparam("names", expanding=True)),
        receipt.c.code.in_(bindparam("names", expanding=True)),
        receipt.c.id.in_(select(invoice.c.receipt_id).where(invoice.c.number.in_(bindparam("names", expanding=True)))),
    )
)
_WAITING = (
    select(receipt.c.id, receipt.c.label, receipt.c.at, receipt.c.kind, unit.c.code, PAID.label("amount"))
    .join_from(receipt_print, receipt, receipt.c.id == receipt_print.c.receipt_id)
    .join(payment, payment.c.id == receipt.c.payment_id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(receipt_print.c.copy_no == 0, receipt_print.c.state == PrintState.WAITING, _BACK.c.id.is_(None))
    .order_by(receipt.c.id.desc())
)
_WITH_CHECK = select(receipt.c.id).where(receipt.c.code.like(bindparam("check")))
_CHECKED = ROWS.where(receipt.c.id.in_(_WITH_CHECK))
_TENDERS = select(tender).where(tender.c.payment_id.in_(bindparam("payments", expanding=True))).order_by(tender.c.id)
_REFUNDS = (
    select(_REFUND.c.refunds, -func.sum(_REFUND.c.allocated + _REFUND.c.credited + _REFUND.c.deposits))
    .join(_UNDONE, _UNDONE.c.reverses == _REFUND.c.id, isouter=True)
    .where(_REFUND.c.refunds.in_(bindparam("payments", expanding=True)), _UNDONE.c.id.is_(None))
    .group_by(_REFUND.c.refunds)
)
_INVOICED = (
    select(invoice.c.receipt_id, func.sum(invoice.c.amount))
    .where(invoice.c.receipt_id.in_(bindparam("receipts", expanding=True)))
    .group_by(invoice.c.receipt_id)
)
_PRINTS = (
    select(receipt_print.c.receipt_id, receipt_print.c.copy_no, receipt_print.c.state)
    .where(receipt_print.c.receipt_id.in_(bindparam("receipts", expanding=True)))
    .order_by(receipt_print.c.copy_no)
)


def receipts_of_shift(connection: Connection, shift_id: ShiftId, most: int | None = None) -> tuple[ReceiptRow, ...]:
    """All receipts of a shift, or so many of them, newest first."""
    if most is None:
        return read_rows(connection, _OF_SHIFT, shift=shift_id)
    return read_rows(connection, _NEWEST_OF_SHIFT, shift=shift_id, most=most)


def receipts_of_unit(connection: Connection, unit_id: UnitId, most: int) -> tuple[ReceiptRow, ...]:
    """The newest receipts of a unit."""
    return read_rows(connection, _OF_UNIT, unit=unit_id, most=most)


def receipts_waiting(connection: Connection) -> tuple[WaitingPaper, ...]:
    """Receipts and refund slips whose original is wanted and not yet printed; a voided one needs no paper."""
    return tuple(WaitingPaper(*row) for row in connection.execute(_WAITING))


def receipt_by(connection: Connection, receipt_id: ReceiptId) -> ReceiptRow | None:
    """One receipt."""
    found = read_rows(connection, _BY_ID, id=receipt_id)
    return found[0] if found else None


def receipts_named(connection: Connection, typed: str) -> tuple[ReceiptRow, ...]:
    """The receipts that a text names: the code on the paper, the label (`R2126` too), the number in any book.

    An invoice that was recorded names its receipt too, and so does the check value alone; a check value behind a label
    is not looked at here.
    """
    checked = split_typed_check(typed)
    typed = typed if checked is None else checked[0]
    compact = "".join(typed.split()).upper()
    names = [compact]
    for prefix in prefixes(connection):
        number = compact.removeprefix(prefix.upper().rstrip("-")).lstrip("-")
        if number.isascii() and number.isdigit() and len(number) <= NUMBER_DIGITS:
            names.append(label_of(prefix, int(number)))
    named = read_rows(connection, _NAMED, names=names)
    check = typed_check(typed)
    return named or (read_rows(connection, _CHECKED, check=with_check(check)) if check else ())


def read_rows(connection: Connection, rows: Select[Any], **values: object) -> tuple[ReceiptRow, ...]:
    """The receipts of a statement made from `ROWS`."""
    found = connection.execute(rows, values).all()
    if not found:
        return ()
    payments, receipts = [row.payment_id for row in found], [row.id for row in found]
    tenders: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(_TENDERS, {"payments": payments}):
        tenders.setdefault(row.payment_id, []).append(row)
    prints: dict[int, tuple[PrintState, int]] = {}
    for row in connection.execute(_PRINTS, {"receipts": receipts}):
        original = prints[row.receipt_id][0] if row.copy_no else PrintState(row.state)
        prints[row.receipt_id] = (original, row.copy_no)
    refunded: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_REFUNDS, {"payments": payments})}
    invoiced: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_INVOICED, {"receipts": receipts})}
    return tuple(
        replace(
            _row(row, tenders.get(row.payment_id, []), prints.get(row.id, (PrintState.NOT_WANTED, 0))),
            refunded=refunded.get(row.payment_id, NOTHING),
            invoiced=invoiced.get(row.id, NOTHING),
        )
        for row in found
    )


def _row(row: Row[Any], tenders: Sequence[Row[Any]], prints: tuple[PrintState, int]) -> ReceiptRow:
    methods = _methods(tenders)
    return ReceiptRow(
        id=ReceiptId(row.id),
        label=row.label,
        at=row.at,
        unit_id=UnitId(row.unit_id),
        unit=row.unit_code,
        payer=row.payer_name,
        items=_items(row.facts),
        method=methods[0],
        amount=row.amount,
        cashier=row.cashier,
        shift_id=ShiftId(row.shift_id),
        voided=row.back_id is not None,
        unchecked=total(one.amount for one in tenders if one.state == TenderState.TO_CHECK),
        original=prints[0],
        copies=prints[1],
        kind=row.kind,
        methods=methods,
        reversed=row.back_kind == "reversal",
        written_at=row.written_at,
        collector=row.collector,
    )


def _methods(tenders: Sequence[Row[Any]]) -> tuple[Method, ...]:
    """What was paid by, corrections of the method counted in; the first tender comes first."""
    sums: dict[str, Money] = {}
    for one in tenders:
        sums[one.method] = sums.get(one.method, NOTHING) + one.amount
    moved = [Method(method) for method, amount in sums.items() if amount]
    return tuple(moved) or tuple(Method(one.method) for one in tenders[:1]) or (Method.CASH,)


def _items(facts: Mapping[str, Any]) -> str:
    lines = facts.get("lines", ())
    if not lines:
        return ""
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
