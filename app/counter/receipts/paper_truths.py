"""What must hold of receipts: one for each payment, saying what was paid, with its prints counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.core.paper_code import CodedPaper, PaperKind, is_genuine
from app.counter.books.numbering import book_in_code
from app.counter.methods import ON_PAPER, Method
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.tables import payment, receipt, receipt_print, tender
from app.store.truths import Truth

_PAPER_OF = {"payment": "receipt", "refund": "refund"}
_COUNTED = (
    select(payment.c.id, payment.c.kind, func.count(receipt.c.id).label("receipts"))
    .join_from(payment, receipt, receipt.c.payment_id == payment.c.id, isouter=True)
    .group_by(payment.c.id, payment.c.kind)
)
_KINDS = select(receipt.c.label, receipt.c.kind, payment.c.kind.label("of")).join(
    payment, payment.c.id == receipt.c.payment_id
)


def _one_receipt_each(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_COUNTED):
        if row.receipts != (1 if row.kind in _PAPER_OF else 0):
            yield f"payment {row.id} ({row.kind}): {row.receipts}"
    for row in connection.execute(_KINDS):
        if _PAPER_OF.get(row.of) != row.kind:
            yield f"{row.label}: {row.kind} / {row.of}"


_PAPERS = (
    select(receipt, payment)
    .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
    .where(receipt.c.kind == "receipt")
)


def _papers(connection: Connection) -> Iterator[str]:
    key, handed = office_key(connection), _handed(connection)
    for row in connection.execute(_PAPERS).mappings():
        label = row[receipt.c.label]
        try:
            facts = ReceiptFacts.from_facts(row[receipt.c.facts])
        except (KeyError, TypeError, ValueError) as damaged:
            yield f"{label}: {damaged}"
            continue
        paid = row[payment.c.allocated] + row[payment.c.credited]
        book, number = book_in_code(row[receipt.c.book_id]), row[receipt.c.number]
        paper = CodedPaper(PaperKind.RECEIPT, book, number, row[payment.c.day], facts.unit, paid)
        told = (facts.label, facts.total, facts.received, facts.change, facts.payer, facts.issued_at)
        at = row[payment.c.written_at] or row[payment.c.at]
        read = (label, paid, row[payment.c.received], row[payment.c.change], row[payment.c.payer_name], at)
        tenders = Counter((one.method, one.amount.fen) for one in facts.tenders)
        if told != read or tenders != handed[row[payment.c.id]] or not is_genuine(row[receipt.c.code], paper, key):
            yield str(label)


_HANDED = select(tender.c.payment_id, tender.c.method, tender.c.amount).where(tender.c.change_id.is_(None))


def _handed(connection: Connection) -> defaultdict[int, Counter[tuple[str, int]]]:
    """By payment the tenders as they were handed over, named as on paper."""
    found: defaultdict[int, Counter[tuple[str, int]]] = defaultdict(Counter)
    for row in connection.execute(_HANDED):
        found[row.payment_id][ON_PAPER[Method(row.method)], row.amount.fen] += 1
    return found


_PRINTED = (
    select(receipt.c.label, func.count(receipt_print.c.id).label("prints"), func.max(receipt_print.c.copy_no))
    .join_from(receipt, receipt_print, receipt_print.c.receipt_id == receipt.c.id, isouter=True)
    .group_by(receipt.c.label)
)


def _prints(connection: Connection) -> Iterator[str]:
    for label, prints, last in connection.execute(_PRINTED):
        if not prints or last != prints - 1:
            yield f"{label}: {prints}"


TRUTHS = (
    Truth(mark("every payment has its one receipt"), _one_receipt_each),
    Truth(mark("every receipt says what was paid and carries a genuine code"), _papers),
    Truth(mark("prints of a receipt are counted without a gap"), _prints),
)
