"""What a printed Z report proves: whether the journal or trail that it names is still the one of that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import audit as trail
from app.access.truths import broken_links as broken_in_trail
from app.core.clock import Clock
from app.counter.shifts.book_ends import read_sum, short_sum
from app.ledger.tables import journal_entry
from app.ledger.truths import broken_links as broken_in_journal
from app.store.store import Store


class Book(StrEnum):
    """Of what the sum is."""

    TRAIL = "trail"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class FoundSum:
    """The row or entry with this sum, and the first thing before it that does not hold; empty where all does."""

    book: Book
    no: int
    at: datetime
    broken: str


_ROWS = {
    Book.TRAIL: (select(trail.c.id, trail.c.at), trail.c.hash),
    Book.JOURNAL: (select(journal_entry.c.no, journal_entry.c.at), journal_entry.c.hash),
}
_BROKEN: dict[Book, Callable[[Connection, int], Iterator[str]]] = {
    Book.TRAIL: broken_in_trail,
    Book.JOURNAL: broken_in_journal,
}


class PrintedEnds:
    """Paper is out of reach of whoever has the key and chains everything anew; that somebody compared is kept."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def compare(self, by: Actor, typed: str) -> FoundSum | None:
        """Look for a sum of a printed Z report; None where nothing has it. Raises NotPermitted, SumUnreadable."""
        by.require(Permission.SEE_AUDIT)
        digits = read_sum(typed)
        with self._store.reading() as connection:
            found = _find(connection, digits)
        held = found is not None and not found.broken
        with self._store.transaction() as connection:
            facts = {"held": held, "no": 0 if found is None else found.no}
            audit.record(connection, "compare_printed_sum", short_sum(digits), facts, self._clock.now(), by.id)
        return found


def _find(connection: Connection, digits: str) -> FoundSum | None:
    for book, (rows, link) in _ROWS.items():
        row = connection.execute(rows.where(link.startswith(digits))).first()
        if row is not None:
            return FoundSum(book, row[0], row.at, next(_BROKEN[book](connection, row[0]), ""))
    return None
