"""What must hold between books, invoices and the audit trail: who has a book, what was spoiled, what was invoiced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import audit, user
from app.core.language import mark
from app.counter.books.kinds import BookKind
from app.counter.books.numbering import label_of
from app.counter.tables import invoice, receipt, receipt_book, spoiled_number
from app.store.truths import Truth

_ACTS = ("hand_out_book", "prepare_outage", "confirm_form", "take_back_book", "spoil_number")
_Acts = dict[str, list[Row[Any]]]
_BOOKS, _SPOILED = select(receipt_book), select(spoiled_number)


def _in_hand(connection: Connection) -> Iterator[str]:
    """A book is where its newest act says: who has it since when, or that it came back."""
    acts = _acts_by_book(connection)
    for book in connection.execute(_BOOKS):
        known: _Acts = defaultdict(list)
        for act in acts[book.id]:
            known[act.action].append(act)
        out = [*known["prepare_outage"], *known["hand_out_book"], *known["confirm_form"]]
        said = _said(max(out, key=lambda act: act.id)) if out else ("", None)
        back = known["take_back_book"]
        returned = (back[-1].at, back[-1].by) if back else (None, None)
        if (book.holder, book.issued_on) != said or (book.returned_at, book.returned_by) != returned:
            yield f"{label_of(book.prefix, book.first)}: {book.holder} {book.issued_on} {book.returned_at} / {said}"
        if not BookKind(book.kind).is_counted and book.next != book.first:
            yield f"{label_of(book.prefix, book.first)}: {book.next}"


def _said(act: Row[Any]) -> tuple[str, date]:
    """Who has the book since when, by the act that gave it out."""
    if act.action == "confirm_form":
        return act.name, act.at.date()
    day = act.facts.get("day")
    return act.facts["holder"], act.at.date() if day is None else date.fromisoformat(day)


def _spoiled(connection: Connection) -> Iterator[str]:
    """Every number that somebody spoiled is listed, with the reason, by whom and when."""
    rows = connection.execute(_SPOILED).all()
    listed = {(row.book_id, row.number): (row.fate, row.reason, row.at, row.by) for row in rows}
    for book_id, acts in _acts_by_book(connection).items():
        for act in acts:
            if act.action == "spoil_number":
                said = ("spoiled", act.facts["reason"], act.at, act.by)
                for number in range(act.facts["first"], act.facts["last"] + 1):
                    if listed.get((book_id, number)) != said:
                        yield f"{book_id} {number}: {listed.get((book_id, number))} / {said}"


_OF_BOOKS = (
    select(audit, user.c.name)
    .join_from(audit, user, user.c.id == audit.c.by)
    .where(audit.c.action.in_(_ACTS))
    .order_by(audit.c.id)
)


def _acts_by_book(connection: Connection) -> defaultdict[int, list[Row[Any]]]:
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_OF_BOOKS):
        found[row.facts["book"]].append(row)
    return found


_LABELS = select(receipt.c.label, receipt.c.number, receipt_book.c.prefix).join_from(
    receipt, receipt_book, receipt_book.c.id == receipt.c.book_id
)


def _labels(connection: Connection) -> Iterator[str]:
    """A receipt is named by its book and number."""
    for row in connection.execute(_LABELS):
        if row.label != label_of(row.prefix, row.number):
            yield f"{row.label} / {label_of(row.prefix, row.number)}"


_FIRST = invoice.alias("first")
_INVOICES = (
    select(invoice, receipt.c.label, _FIRST.c.number.label("red_of"))
    .join_from(invoice, receipt, receipt.c.id == invoice.c.receipt_id)
    .join(_FIRST, _FIRST.c.id == invoice.c.reverses, isouter=True)
)
_OF_INVOICES = select(audit).where(audit.c.action.in_(("record_invoice", "reverse_invoice")))


def _invoices(connection: Connection) -> Iterator[str]:
    """Every invoice stands against the receipt for which it was recorded, by whom and when."""
    noted = {_noted(act) for act in connection.execute(_OF_INVOICES)}
    for row in connection.execute(_INVOICES):
        recorded = ("record_invoice", row.label, row.number, row.amount.fen, row.at, row.by)
        reversed_ = ("reverse_invoice", row.red_of, row.red_of, row.reason, row.at, row.by)
        plain = row.reverses is None and not row.reason
        if (recorded if plain else reversed_) not in noted:
            yield f"{row.number}: {row.label}"


def _noted(act: Row[Any]) -> tuple[object, ...]:
    told = act.facts["amount"] if act.action == "record_invoice" else act.facts["reason"]
    return act.action, act.subject, act.facts["invoice"], told, act.at, act.by


TRUTHS = (
    Truth(mark("every receipt book is with whom the audit trail says"), _in_hand),
    Truth(mark("every number that was spoiled is listed"), _spoiled),
    Truth(mark("every receipt is named by its book and number"), _labels),
    Truth(mark("every invoice stands against its own receipt"), _invoices),
)
