"""After a backup was put in the place of damaged data: what is still to be entered again, until all of it is."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BookId
from app.counter.books.kinds import BookKind
from app.counter.books.numbering import kind_of_receipts
from app.counter.books.set_aside import set_aside
from app.counter.tables import receipt_book
from app.desk.salvage.kept_list import KeptList, drop_list, read_list, store_again
from app.desk.salvage.list_place import stored
from app.desk.salvage.newer import LineKind, Newer, number_in
from app.desk.salvage.to_enter_facts import ToEnterFacts
from app.estate.office_facts import read_office_facts
from app.store.store import Store

ENTERED_AGAIN = "entered_again"


class ToEnter:
    """The list that the restored office keeps; what is done by hand is ticked, receipts tick themselves."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def read(self) -> KeptList | None:
        """The list; None where nothing waits."""
        with self._store.reading() as connection:
            return read_list(connection)

    def begin(self, by: Actor) -> tuple[str, ...]:
        """The first person to sign in puts the books aside whose numbers were lost: the prefixes that go on.

        Nothing where that is done, or no number was lost.
        """
        with self._store.reading() as connection:
            facts = stored(connection)
        if facts is None or facts["begun"]:
            return ()
        with self._store.transaction() as connection:
            kept, now = read_list(connection), self._clock.now()
            assert kept is not None
            store_again(connection, {**facts, "begun": True}, now, by.id)
            ends = _ends(connection, kept.newer)
            return set_aside(connection, by, ends, now) if ends else ()

    def for_paper(self, by: Actor) -> ToEnterFacts | None:
        """The list as it is printed; None where nothing waits. Raises NotPermitted."""
        by.require(Permission.WORK_SHIFT)
        with self._store.reading() as connection:
            kept, office = read_list(connection), read_office_facts(connection)
        if kept is None:
            return None
        return ToEnterFacts(office, kept.newer, kept.done, kept.made_at, self._clock.now(), by.name)

    def tick(self, by: Actor, name: str, *, done: bool) -> None:
        """Say that a line is entered again, or is not. Raises NotPermitted."""
        by.require(Permission.WORK_SHIFT)
        with self._store.transaction() as connection:
            facts = stored(connection)
            if facts is not None:
                ticked = {*facts["done"], name} if done else {*facts["done"]} - {name}
                store_again(connection, {**facts, "done": sorted(ticked)}, self._clock.now(), by.id)

    def finish(self, by: Actor) -> None:
        """Put the list away; the audit trail keeps how much was left undone. Raises NotPermitted."""
        by.require(Permission.WORK_SHIFT)
        with self._store.transaction() as connection:
            kept = read_list(connection)
            if kept is not None:
                told = {"lines": len(kept.newer.lines), "left": [one.number for one in kept.open_lines]}
                audit.record(connection, ENTERED_AGAIN, kept.made_at.isoformat(), told, self._clock.now(), by.id)
                drop_list(connection)


def _ends(connection: Connection, newer: Newer) -> dict[BookId, int]:
    """By book the highest number known to have been issued since; of every book where entries were lost unseen."""
    labels = [*newer.missing, *(line.number for line in newer.of(LineKind.RECEIPT, LineKind.REFUND))]
    ends = {}
    for book in connection.execute(select(receipt_book).where(receipt_book.c.next <= receipt_book.c.last)):
        known = max((number_in(label, book.prefix) for label in labels), default=0)
        kind = BookKind(book.kind)
        may_be_lost = newer.lost and (kind is not BookKind.PREPRINTED or kind is kind_of_receipts(connection))
        if kind.is_counted and (known >= book.next or may_be_lost):
            ends[BookId(book.id)] = known or book.next - 1 + newer.lost  # each entry lost may have been a receipt
    return ends
