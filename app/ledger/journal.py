"""Writing the journal: numbers and links are taken inside the transaction that uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, insert, select

from app.core.ids import EntryNo, UnitId, UserId
from app.ledger.entry import FIRST_LINK, Entry, Posting, link, must_balance
from app.ledger.tables import journal_entry, posting

_NEWEST = select(journal_entry.c.no, journal_entry.c.hash).order_by(journal_entry.c.no.desc()).limit(1)


def last_link(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest entry; 0 and the first link for an empty journal."""
    row = connection.execute(_NEWEST).first()
    return (0, FIRST_LINK) if row is None else (row.no, row.hash)


def post(connection: Connection, entries: Iterable[Entry]) -> list[EntryNo]:
    """Write entries in their order, balanced and chained; returns their numbers.

    Raises Unbalanced (a bug), and then writes nothing.
    """
    number, previous = last_link(connection)
    entry_rows: list[dict[str, object]] = []
    posting_rows: list[dict[str, object]] = []
    for entry in entries:
        must_balance(entry)
        number += 1
        own = link(previous, number, entry)
        entry_rows.append(_entry_row(number, entry, previous, own))
        posting_rows += _posting_rows(number, entry.postings)
        previous = own
    if entry_rows:
        connection.execute(insert(journal_entry), entry_rows)
        connection.execute(insert(posting), posting_rows)
    return [EntryNo(number) for number in range(number - len(entry_rows) + 1, number + 1)]


def entries(connection: Connection, numbers: Sequence[EntryNo] | None = None) -> Iterator[tuple[EntryNo, Entry]]:
    """The journal in order with its postings, or only the entries of these numbers (at most some hundred)."""
    joined = (
        select(journal_entry, posting.c.account, posting.c.amount, posting.c.unit_id)
        .join_from(journal_entry, posting, isouter=True)
        .order_by(journal_entry.c.no, posting.c.id)
    )
    if numbers is not None:
        joined = joined.where(journal_entry.c.no.in_(numbers))
    for number, rows in groupby(connection.execute(joined), key=attrgetter("no")):
        lines = list(rows)
        head = lines[0]
        postings = [
            Posting(line.account, line.amount, UnitId(line.unit_id) if line.unit_id else None)
            for line in lines
            if line.account is not None
        ]
        by = None if head.by is None else UserId(head.by)
        reverses = None if head.reverses is None else EntryNo(head.reverses)
        yield EntryNo(number), Entry(head.day, head.kind, head.subject, postings, head.at, by, reverses)


def _entry_row(number: int, entry: Entry, previous: str, own: str) -> dict[str, object]:
    return {
        "no": number,
        "day": entry.day,
        "kind": entry.kind,
        "subject": entry.subject,
        "reverses": entry.reverses,
        "previous_hash": previous,
        "hash": own,
        "at": entry.at,
        "by": entry.by,
    }


def _posting_rows(number: int, postings: Sequence[Posting]) -> list[dict[str, object]]:
    return [
        {"entry_no": number, "account": line.account, "unit_id": line.unit_id, "amount": line.amount}
        for line in postings
    ]
