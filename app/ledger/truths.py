"""What must hold in the journal: balance, order, links."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING
from app.ledger.accounts import ROOTS
from app.ledger.entry import FIRST_LINK, link
from app.ledger.journal import entries
from app.ledger.tables import journal_entry, posting
from app.store.truths import Truth

_OFF = (
    select(posting.c.entry_no, func.sum(posting.c.amount).label("rest"))
    .group_by(posting.c.entry_no)
    .having(func.sum(posting.c.amount) != NOTHING)
)


def _balanced(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_OFF):
        yield f"{row.entry_no}: {row.rest}"


_NUMBERS = select(func.count(), func.max(journal_entry.c.no))


def _numbered(connection: Connection) -> Iterator[str]:
    count, last = connection.execute(_NUMBERS).one()
    if count != (last or 0):
        yield f"{count} / {last}"


_LINKS = select(journal_entry.c.no, journal_entry.c.previous_hash, journal_entry.c.hash).order_by(journal_entry.c.no)


def broken_links(connection: Connection, until: int | None = None) -> Iterator[str]:
    """Entries that do not follow the one before or say another thing: of the whole journal, or up to an entry."""
    links = {number: (before, own) for number, before, own in connection.execute(_LINKS)}
    previous = FIRST_LINK
    for number, entry in entries(connection):
        if until is not None and number > until:
            return
        said_previous, said = links[number]
        if said_previous != previous or link(previous, number, entry) != said:
            yield f"{number} {entry.kind} {entry.subject}"
        previous = said


_OF_ENTRIES = (
    select(posting.c.entry_no, journal_entry.c.no)
    .add_columns(func.min(posting.c.id).label("first"), func.max(posting.c.id).label("last"))
    .join_from(posting, journal_entry, isouter=True)
    .group_by(posting.c.entry_no)
    .order_by(posting.c.entry_no)
)


def _in_order(connection: Connection) -> Iterator[str]:
    before = 0
    for row in connection.execute(_OF_ENTRIES):
        if row.no is None or row.first <= before:
            yield f"{row.entry_no}: {row.first}-{row.last}"
        before = row.last


_ACCOUNTS = select(posting.c.account).distinct()


def _accounts(connection: Connection) -> Iterator[str]:
    for account in connection.execute(_ACCOUNTS).scalars():
        if account.split(":")[0] not in ROOTS:
            yield account


TRUTHS = (
    Truth(mark("every journal entry balances"), _balanced),
    Truth(mark("journal numbers have no gap"), _numbered),
    Truth(mark("every journal entry is linked to the one before and unaltered"), broken_links),
    Truth(mark("every posting belongs to an entry and stands in the order of the entries"), _in_order),
    Truth(mark("every posting names an account of the chart"), _accounts),
)
