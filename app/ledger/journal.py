"""Writing the journal: numbers and links are taken inside the transaction that uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, select

from app.core.ids import EntryNo, UnitId, UserId
from app.ledger.entry import FIRST_LINK, Entry, Posting, link, must_balance
from app.ledger.tables import journal_entry, posting
from app.store.rows import insertion

_COLUMNS = (journal_entry.c.no, journal_entry.c.hash, journal_entry.c.at)
_NEWEST = select(*_COLUMNS).order_by(journal_entry.c.no.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class JournalEnd:
    """Number, hash and moment of the newest entry; number 0, the first link and no moment for an empty journal."""

    no: int
    hash: str
    at: datetime | None


def journal_end(connection: Connection) -> JournalEnd:
    """Where the journal ends now."""
    row = connection.execute(_NEWEST).first()
    return JournalEnd(0, FIRST_LINK, None) if row is None else JournalEnd(row.no, row.hash, row.at)


def post(connection: Connection, entries: Iterable[Entry]) -> list[EntryNo]:
    """Write entries in their order, balanced and chained; returns their numbers.

    Raises Unbalanced (a bug), and then writes nothing.
    """
    return Journal(connection).post(entries)


class Journal:
    """The journal for the length of one transaction, in which nobody else writes: its end is looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.end = journal_end(connection)

    def post(self, entries: Iterable[Entry]) -> list[EntryNo]:
        """As the function `post`."""
        entry_rows: list[dict[str, object]] = []
        posting_rows: list[dict[str, object]] = []
        number, newest, at = self.end.no, self.end.hash, self.end.at
        for entry in entries:
            must_balance(entry)
            number += 1
            previous, newest, at = newest, link(newest, number, entry), entry.at
            entry_rows.append(_entry_row(number, entry, previous, newest))
            posting_rows += _posting_rows(number, entry.postings)
        if entry_rows:
            self._connection.execute(insertion(journal_entry), entry_rows)
            self._connection.execute(insertion(posting), posting_rows)
        first, self.end = self.end.no + 1, JournalEnd(number, newest, at)
        return [EntryNo(number) for number in range(first, number + 1)]


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
