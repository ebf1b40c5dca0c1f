"""Issuing a refund slip: its code, and the copy of all facts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access.tables import approval, user
from app.core.ids import PaymentId, ReceiptId
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.core.show import show_shift
from app.counter.books.numbering import book_in_code
from app.counter.methods import ON_PAPER, Method
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_book import ReceiptNumber
from app.counter.refunds.refund_copy import refund_lines
from app.counter.refunds.refund_facts import RefundFacts
from app.counter.refunds.refund_rows import RefundInHand
from app.counter.tables import receipt, receipt_print
from app.estate.kinds import UnitKind
from app.estate.office_facts import read_office_facts
from app.store.rows import insert_row


def issue_refund(
    connection: Connection, hand: RefundInHand, payment_id: PaymentId, number: ReceiptNumber
) -> tuple[ReceiptId, RefundFacts]:
    """Copy the facts, seal them, and note the original as waiting for the printer."""
    facts = _facts(connection, hand, number)
    stamp = {"at": hand.at, "by": hand.by.id}
    receipt_id = insert_row(
        connection,
        receipt,
        payment_id=payment_id,
        kind="refund",
        book_id=number.book,
        number=number.number,
        label=number.label,
        code=facts.code,
        facts=facts.to_facts(),
        **stamp,
    )
    state = PrintState.WAITING if hand.asked.print_wanted else PrintState.NOT_WANTED
    insert_row(connection, receipt_print, receipt_id=receipt_id, copy_no=0, state=state, **stamp)
    return ReceiptId(receipt_id), facts


def _facts(connection: Connection, hand: RefundInHand, number: ReceiptNumber) -> RefundFacts:
    office, original, asked = read_office_facts(connection), hand.original, hand.asked
    paper = CodedPaper(
        PaperKind.REFUND, book_in_code(number.book), number.number, hand.at.date(), original.unit, hand.plan.back
    )
    return RefundFacts(
        company=office.company,
        service_centre=office.service_centre,
        label=number.label,
        issued_at=hand.at,
        unit_word=_WORDS.get(original.unit_kind, "房号"),
        unit=original.unit,
        payer=original.payer,
        method=method_words(asked.method, asked.reference),
        original=original.label,
        lines=refund_lines(original, asked, hand.plan),
        reason=asked.reason.strip(),
        total=hand.plan.back,
        original_kept=asked.original_kept,
        by_proxy=asked.by_proxy,
        taker=asked.taker.strip(),
        cashier=hand.by.name,
        shift=show_shift(hand.shift_id),
        approver=_approver(connection, hand),
        code=issue_code(paper, office_key(connection)),
    )


_WORDS = {UnitKind.PARKING.value: "车位", UnitKind.SHOP.value: "商铺"}


def method_words(method: Method, reference: str) -> str:
    """As the slip names the way the money goes: `现金`, `转入账户尾号 1234`, `微信 10025…`."""
    said = reference.strip()
    if method is Method.TRANSFER:
        return f"转入账户尾号 {said}"
    if method is Method.CREDIT:
        return "转入预存款"
    return f"{ON_PAPER[method]} {said}".strip()


def _approver(connection: Connection, hand: RefundInHand) -> str:
    if hand.approval_id is None:
        return hand.by.name
    named = select(user.c.name).join_from(approval, user, user.c.id == approval.c.by)
    return connection.execute(named.where(approval.c.id == hand.approval_id)).scalar() or ""
