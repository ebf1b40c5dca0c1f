"""Whether a paper that somebody holds is one of ours, and what became of it: by its code or its check value."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.core.ids import BookId, ReceiptId
from app.core.money import NOTHING, Money
from app.core.paper_code import (
    CODE_LENGTH,
    CodedPaper,
    CodeFault,
    CodeUnreadable,
    PaperCode,
    PaperKind,
    check_value,
    parse_code,
    split_typed_check,
)
from app.core.typed_text import plain
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.numbering import book_in_code, label_of
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_list import ReceiptRow, receipt_by
from app.counter.tables import payment, receipt, receipt_book, spoiled_number, z_report
from app.store.store import Store


class Verdict(StrEnum):
    """What a person at the counter has to know of a paper."""

    GENUINE = "genuine"
    VOIDED = "voided"
    REVERSED = "reversed"
    REFUNDED = "refunded"
    FALSE = "false"
    UNKNOWN = "unknown"
    BLANK_UNUSED = "blank_unused"
    BLANK_LOST = "blank_lost"
    Z_REPORT = "z_report"
    OTHER_PAPER = "other_paper"
    BROKEN = "broken"

    @property
    def is_ours(self) -> bool:
        """Whether the paper came from this office as it is."""
        return self not in (Verdict.FALSE, Verdict.UNKNOWN, Verdict.BROKEN, Verdict.OTHER_PAPER)


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on one paper; `receipt` is what we have under its number, `amount` what the paper must say (fen)."""

    verdict: Verdict
    label: str
    receipt: ReceiptRow | None = None
    amount: Money | None = None
    refunded: Money = NOTHING
    fate: Fate | None = None
    reason: str = ""


_BY_NUMBER = (
    select(receipt.c.id, receipt.c.book_id, receipt.c.number, receipt.c.label, receipt.c.code, receipt.c.kind)
    .add_columns(receipt.c.facts, payment.c.day)
    .add_columns(payment.c.id.label("payment_id"), payment.c.allocated, payment.c.credited, payment.c.deposits)
    .add_columns(payment.c.received, payment.c.change)
    .join_from(receipt, payment, payment.c.id == receipt.c.payment_id)
)
_WITH_NUMBER = _BY_NUMBER.where(receipt.c.number == bindparam("number"))
_WITH_LABEL = _BY_NUMBER.where(receipt.c.label == bindparam("label"))
_BLANK_BOOKS = select(receipt_book).where(
    receipt_book.c.kind == BookKind.BLANK.value,
    receipt_book.c.issued_on.is_not(None),
    receipt_book.c.first <= bindparam("number"),
    receipt_book.c.last >= bindparam("number"),
)


class ReceiptCheck:
    """Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, text: str) -> Checked | None:
        """The verdict on a scanned or typed code, or on a typed `R-000128 1153 1250`; None where a text is neither."""
        with self._store.reading() as connection:
            typed = split_typed_check(text)
            if typed is not None:
                return _check_typed(connection, typed[0].upper(), typed[1])
            digits = plain(text)
            if not (digits.isascii() and digits.isdigit() and len(digits) >= CODE_LENGTH - 1):
                return None
            try:
                code = parse_code(digits)
            except CodeUnreadable as unreadable:
                broken = unreadable.fault in (CodeFault.LUHN, CodeFault.LENGTH)
                return Checked(Verdict.BROKEN if broken else Verdict.UNKNOWN, digits)
            return _check_code(connection, code)


def _check_code(connection: Connection, code: PaperCode) -> Checked:
    if code.kind is PaperKind.Z_REPORT:
        return _check_z(connection, code)
    if code.kind is PaperKind.BLANK_RECEIPT:
        return _check_blank(connection, code.number, code.check, code.book)
    if code.kind not in (PaperKind.RECEIPT, PaperKind.REFUND):
        return Checked(Verdict.OTHER_PAPER, code.digits)
    rows = [
        row
        for row in connection.execute(_WITH_NUMBER, {"number": code.number})
        if book_in_code(BookId(row.book_id)) == code.book and _kind(row) is code.kind
    ]
    if not rows:
        return Checked(Verdict.UNKNOWN, str(code.number))
    key = office_key(connection)
    fitting = next((row for row in rows if _is_genuine(row, code.check, key)), None)
    return _false(connection, rows[0]) if fitting is None else _genuine(connection, fitting)


def _check_typed(connection: Connection, label: str, check: str) -> Checked:
    prefix, _, digits = label.rpartition("-")
    blank = _check_blank(connection, int(digits), check, None, f"{prefix}-")
    if blank.verdict is not Verdict.UNKNOWN and blank.verdict is not Verdict.FALSE:
        return blank
    row = connection.execute(_WITH_LABEL, {"label": label_of(f"{prefix}-", int(digits))}).first()
    if row is None:
        return blank if blank.verdict is Verdict.FALSE else Checked(Verdict.UNKNOWN, label)
    return _genuine(connection, row) if _is_genuine(row, check, office_key(connection)) else _false(connection, row)


def _check_blank(connection: Connection, number: int, check: str, book: int | None, prefix: str = "") -> Checked:
    """A blank proves its number alone; once it is entered, it is the receipt that counts."""
    key, seen = office_key(connection), ""
    for row in connection.execute(_BLANK_BOOKS, {"number": number}).all():
        in_code = book_in_code(BookId(row.id))
        if (book is not None and in_code != book) or (prefix and row.prefix != prefix):
            continue
        seen = label_of(row.prefix, number)
        coded = CodedPaper(PaperKind.BLANK_RECEIPT, in_code, number, row.issued_on, "", None)
        if hmac.compare_digest(check_value(coded, key), check):
            return _genuine_blank(connection, row, number)
    return Checked(Verdict.FALSE, seen) if seen else Checked(Verdict.UNKNOWN, str(number))


def _genuine_blank(connection: Connection, book: Row[Any], number: int) -> Checked:
    label = label_of(book.prefix, number)
    used = connection.execute(_WITH_LABEL, {"label": label}).first()
    if used is not None:
        return _genuine(connection, used)
    own = (spoiled_number.c.book_id == book.id, spoiled_number.c.number == number)
    lost = connection.execute(select(spoiled_number).where(*own)).first()
    if lost is not None:
        return Checked(Verdict.BLANK_LOST, label, fate=Fate(lost.fate), reason=lost.reason)
    return Checked(Verdict.BLANK_UNUSED, label, reason=book.holder)


def _check_z(connection: Connection, code: PaperCode) -> Checked:
    from app.counter.shifts.shift_facts import ShiftFacts  # noqa: PLC0415 - Z reports are seldom checked
    from app.counter.shifts.z_reports import coded  # noqa: PLC0415 - as above

    label = f"Z-{code.number:06d}"
    stored = connection.execute(select(z_report.c.facts).where(z_report.c.no == code.number)).scalar()
    if stored is None:
        return Checked(Verdict.UNKNOWN, label)
    paper = coded(ShiftFacts.from_facts(stored))
    genuine = paper.book == code.book and hmac.compare_digest(check_value(paper, office_key(connection)), code.check)
    return Checked(Verdict.Z_REPORT if genuine else Verdict.FALSE, label, amount=paper.amount)


def _kind(row: Row[Any]) -> PaperKind:
    return PaperKind.REFUND if row.kind == "refund" else PaperKind.RECEIPT


def _is_genuine(row: Row[Any], check: str, key: bytes) -> bool:
    """Whether the check value is what this office's key makes of number, day, unit and amount as they are stored."""
    paid = row.allocated + row.credited + row.deposits
    amounts = {abs(paid), row.change - row.received} if row.kind == "refund" else {paid}
    book = book_in_code(BookId(row.book_id))
    papers = (CodedPaper(_kind(row), book, row.number, row.day, str(row.facts.get("unit", "")), one) for one in amounts)
    return any(hmac.compare_digest(check_value(paper, key), check) for paper in papers)


def _genuine(connection: Connection, row: Row[Any]) -> Checked:
    found = receipt_by(connection, ReceiptId(row.id))
    assert found is not None
    verdict = Verdict.GENUINE
    if found.voided:
        verdict = Verdict.REVERSED if found.reversed else Verdict.VOIDED
    elif found.refunded:
        verdict = Verdict.REFUNDED
    amount = abs(found.amount)
    return Checked(verdict, row.label, found, amount, found.refunded)


def _false(connection: Connection, row: Row[Any]) -> Checked:
    found = receipt_by(connection, ReceiptId(row.id))
    return Checked(Verdict.FALSE, row.label, found, None if found is None else abs(found.amount))
