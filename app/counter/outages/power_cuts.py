"""A planned power cut: a roster and a block of blanks are made before, and all is accounted for in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BookId
from app.core.money import Money
from app.counter.books.book_facts import BookRow, Named
from app.counter.books.book_rows import read_book
from app.counter.books.books import Books
from app.counter.books.lose_numbers import account_for_all
from app.counter.books.refusals import BookWasReturned, HolderMissing
from app.counter.books.register_book import register_blanks
from app.counter.outages.blank_facts import BlankReceipts, BlankSlip
from app.counter.outages.outage_rows import OutageKind, begin_outage, end_outage, outage_row, standing_outages
from app.counter.outages.paper_files import PaperFiles, folder_of_papers
from app.counter.outages.refusals import CutSettled, NobodyOwes
from app.counter.outages.roster_facts import RosterFacts
from app.counter.outages.roster_rows import read_roster
from app.counter.tables import receipt_book
from app.estate.office_facts import read_office_facts
from app.store.store import Store

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class PowerCut:
    """A cut that was prepared for, until its papers are settled; amounts in fen as of `day`."""

    id: int
    label: str
    day: date
    printed_at: datetime
    households: int
    owed: Money
    book: BookRow


@dataclass(frozen=True, slots=True)
class CutPapers:
    """What both papers print, and the folder in which they are kept as files."""

    cut: int
    roster: RosterFacts
    blanks: BlankReceipts
    folder: Path

    @property
    def label(self) -> str:
        """The number of issue."""
        return self.roster.label


class PowerCuts:
    """Prepares for cuts, and settles them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._books = Books(store, clock)

    def prepare(
        self, by: Actor, holder: str, blanks: int, progress: Progress = lambda _done, _whole: None
    ) -> CutPapers:
        """Read who owes what today, and hand a block of so many numbered blanks to somebody by name.

        Raises NotPermitted, HolderMissing, NoBlanksAsked, NobodyOwes.
        """
        by.require(Permission.ENTER_BACK)
        if not holder.strip():
            raise HolderMissing
        now = self._clock.now()
        with self._store.reading() as connection:  # the long part: nobody at the counter waits for it
            buildings = tuple(read_roster(connection, now.date(), progress))
            company = read_office_facts(connection)
        if not buildings:
            raise NobodyOwes(now.date())
        roster = RosterFacts("", now.date(), now, by.name, company.company, buildings)
        with self._store.transaction() as connection:
            book = _hand_out(connection, by, holder, blanks, now)
            facts = {"book": book.id, "households": roster.households, "owed": roster.owed.fen}
            cut_id = begin_outage(connection, by, OutageKind.POWER, now, holder, facts)
            audit.record(connection, "prepare_outage", book.name, {**facts, "holder": book.holder}, now, by.id)
            slips = tuple(BlankSlip(one.label, one.code) for one in self._books.blanks(book.id))
            handed = BlankReceipts(company.company, company.service_centre, book.holder, slips)
            named = replace(roster, label=_label(cut_id, now))
            return CutPapers(cut_id, named, handed, folder_of_papers(connection, self._store))

    def standing(self) -> tuple[PowerCut, ...]:
        """The cuts whose papers are not settled yet, the oldest first."""
        with self._store.reading() as connection:
            rows = standing_outages(connection, OutageKind.POWER)
            return tuple(_cut(connection, row) for row in rows)

    def folder(self) -> Path:
        """Where the papers of standing cuts are kept as files."""
        with self._store.reading() as connection:
            return folder_of_papers(connection, self._store)

    def of_book(self, book_id: BookId) -> PowerCut | None:
        """The cut for which a block of blanks was printed, if it is not settled yet."""
        return next((cut for cut in self.standing() if cut.book.id == book_id), None)

    def settle(self, by: Actor, cut_id: int, named: Mapping[int, Named]) -> None:
        """The papers are back: what became of every number without a receipt is named, and the files are removed.

        Raises NotPermitted, CutSettled, and what `account_for_all` raises; then nothing was written.
        """
        by.require(Permission.ENTER_BACK)
        with self._store.transaction() as connection:
            row, now = outage_row(connection, cut_id), self._clock.now()
            cut = _cut(connection, row)
            if row.ended_at is not None:
                raise CutSettled(cut.label)
            if cut.book.returned_at is None:
                take_back(connection, by, cut.book, named, now)
            end_outage(connection, by, cut_id, now)
            files = PaperFiles(folder_of_papers(connection, self._store), cut.label)
            self._store.after_commit("outage papers", files.remove)

    def end_returned(self, by: Actor) -> None:
        """End the cuts whose blanks came back by another way, and remove their files."""
        for cut in self.standing():
            if cut.book.returned_at is not None:
                self.settle(by, cut.id, {})

    def take_back(self, by: Actor, book_id: BookId, named: Mapping[int, Named]) -> None:
        """A book that belongs to no cut comes back. Raises as `settle` does, and BookWasReturned."""
        by.require(Permission.ENTER_BACK)
        with self._store.transaction() as connection:
            take_back(connection, by, read_book(connection, book_id), named, self._clock.now())


def _hand_out(connection: Connection, by: Actor, holder: str, blanks: int, now: datetime) -> BookRow:
    book_id = register_blanks(connection, blanks, now, by.id)
    values = {"holder": holder.strip(), "issued_on": now.date()}
    connection.execute(update(receipt_book).where(receipt_book.c.id == book_id).values(**values))
    return read_book(connection, book_id)


def take_back(connection: Connection, by: Actor, book: BookRow, named: Mapping[int, Named], now: datetime) -> None:
    """Write that a book came back with every number accounted for. Raises BookWasReturned."""
    if book.returned_at is not None:
        raise BookWasReturned(book.name)
    account_for_all(connection, book, named, now, by.id)
    values = {"returned_at": now, "returned_by": by.id}
    connection.execute(update(receipt_book).where(receipt_book.c.id == book.id).values(**values))
    audit.record(connection, "take_back_book", book.name, {"book": book.id}, now, by.id)


def _cut(connection: Connection, row: Row[Any]) -> PowerCut:
    facts: Mapping[str, int] = row.facts
    book = read_book(connection, BookId(facts["book"]))
    owed = Money(facts["owed"])
    label = _label(row.id, row.began_at)
    return PowerCut(row.id, label, row.began_at.date(), row.began_at, facts["households"], owed, book)


def _label(cut_id: int, at: datetime) -> str:
    return f"L-{at.year}-{cut_id:04d}"
