"""Issuing a receipt: its number, its code and the copy of all facts, inside the payment's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, func, select

from app.core.ids import PaymentId, ReceiptId, UnitId
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.core.show import show_decimal, show_shift
from app.counter.books.numbering import book_in_code
from app.counter.payments.back_entry import back_entry_on_paper
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.receipts.issuer import Issuer
from app.counter.receipts.receipt_book import ReceiptNumber
from app.counter.receipts.receipt_copy import receipt_lines, tender_lines, total_on_paper
from app.counter.receipts.receipt_facts import NOT_A_TAX_INVOICE, ReceiptFacts
from app.counter.tables import receipt, receipt_print
from app.estate.tables import unit
from app.fees.tables import credit
from app.store.rows import insert_row


class PrintState(StrEnum):
    """Where one print of a receipt is: an original that nobody wanted yet can still be printed as one.

    The original of a back entry was written by hand: it is printed, and what the program prints of it is a copy.
    """

    WAITING = "waiting"
    PRINTED = "printed"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True, slots=True)
class Issued:
    """The receipt's row and the unit's code as printed."""

    receipt_id: ReceiptId
    unit: str


def issue_receipt(
    connection: Connection, hand: PaymentInHand, payment_id: PaymentId, number: ReceiptNumber, issuer: Issuer
) -> Issued:
    """Copy the facts, seal them with the office's key, and note the original as waiting for the printer."""
    facts = _facts(connection, hand, number, issuer)
    stamp = {"at": hand.at, "by": hand.by.id}
    receipt_id = insert_row(
        connection,
        receipt,
        payment_id=payment_id,
        book_id=number.book,
        number=number.number,
        label=number.label,
        code=facts.code,
        facts=facts.to_facts(),
        **stamp,
    )
    insert_row(connection, receipt_print, receipt_id=receipt_id, copy_no=0, **_original(hand), **stamp)
    return Issued(ReceiptId(receipt_id), facts.unit)


def _original(hand: PaymentInHand) -> dict[str, object]:
    back = hand.asked.back
    if back is not None:
        return {"state": PrintState.PRINTED, "done_at": back.written_at}
    return {"state": PrintState.WAITING if hand.asked.print_wanted else PrintState.NOT_WANTED}


def _facts(connection: Connection, hand: PaymentInHand, number: ReceiptNumber, issuer: Issuer) -> ReceiptFacts:
    home = connection.execute(_HOME, {"unit": hand.asked.unit_id}).one()
    paid = total_on_paper(hand.settled)
    paper = CodedPaper(PaperKind.RECEIPT, book_in_code(number.book), number.number, hand.day, home.code, paid)
    back = hand.asked.back
    return ReceiptFacts(
        company=issuer.office.company,
        service_centre=issuer.office.service_centre,
        label=number.label,
        issued_at=hand.at if back is None else back.written_at,
        unit=home.code,
        payer=hand.asked.payer_name.strip(),
        area="" if home.building_area is None else f"{show_decimal(home.building_area)} ㎡",
        lines=receipt_lines(hand, _other_codes(connection, hand)),
        total=paid,
        tenders=tender_lines(hand),
        received=hand.settled.received,
        change=hand.settled.change,
        credit_after=home.credit or NOTHING,
        cashier=hand.by.name,
        shift="" if hand.shift is None else show_shift(hand.shift.id),
        code=issue_code(paper, issuer.key),
        notes=(NOT_A_TAX_INVOICE,) if back is None else (back_entry_on_paper(back), NOT_A_TAX_INVOICE),
    )


def _other_codes(connection: Connection, hand: PaymentInHand) -> dict[UnitId, str]:
    """The codes of the units that are not the receipt's own."""
    others = [unit_id for unit_id in hand.asked.all_units if unit_id != hand.asked.unit_id]
    if not others:
        return {}
    rows = connection.execute(select(unit.c.id, unit.c.code).where(unit.c.id.in_(others)))
    return {UnitId(row.id): row.code for row in rows}


_CREDIT = select(func.sum(credit.c.amount)).where(credit.c.unit_id == bindparam("unit"))
_HOME = select(unit.c.code, unit.c.building_area, _CREDIT.label("credit")).where(unit.c.id == bindparam("unit"))


def credit_of(connection: Connection, unit_id: UnitId) -> Money:
    """Prepaid credit that a unit holds, in fen."""
    return connection.execute(_CREDIT, {"unit": unit_id}).scalar() or NOTHING
