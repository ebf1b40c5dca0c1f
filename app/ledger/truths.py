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


def _balanced(connection: Connection) -> Iterator[str]:
    sums = select(posting.c.entry_no, func.sum(posting.c.amount).label("rest")).group_by(posting.c.entry_no)
    off = sums.having(func.sum(posting.c.amount) != NOTHING)
    for row in connection.execute(off):
        yield f"{row.entry_no}: {row.rest}"


def _numbered(connection: Connection) -> Iterator[str]:
    count, last = connection.execute(select(func.count(), func.max(journal_entry.c.no))).one()
    if count != (last or 0):
        yield f"{count} / {last}"


def broken_links(connection: Connection, until: int | None = None) -> Iterator[str]:
    """Entries that do not follow the one before or say another thing: of the whole journal, or up to an entry."""
    kept = select(journal_entry.c.no, journal_entry.c.previous_hash, journal_entry.c.hash).order_by(journal_entry.c.no)
    links = {row.no: (row.previous_hash, row.hash) for row in connection.execute(kept)}
    previous = FIRST_LINK
    for number, entry in entries(connection):
        if until is not None and number > until:
            return
        said_previous, said = links[number]
        if said_previous != previous or link(previous, number, entry) != said:
            yield f"{number} {entry.kind} {entry.subject}"
        previous = said


def _in_order(connection: Connection) -> Iterator[str]:
    first, last = func.min(posting.c.id).label("first"), func.max(posting.c.id).label("last")
    of_entries = select(posting.c.entry_no, journal_entry.c.no, first, last).join_from(
        posting, journal_entry, isouter=True
    )
    before = 0
    for row in connection.execute(of_entries.group_by(posting.c.entry_no).order_by(posting.c.entry_no)):
        if row.no is None or row.first <= before:
            yield f"{row.entry_no}: {row.first}-{row.last}"
        before = row.last


def _accounts(connection: Connection) -> Iterator[str]:
    for account in connection.execute(select(posting.c.account).distinct()).scalars():
        if account.split(":")[0] not in ROOTS:
            yield account


TRUTHS = (
    Truth(mark("every journal entry balances"), _balanced),
    Truth(mark("journal numbers have no gap"), _numbered),
    Truth(mark("every journal entry is linked to the one before and unaltered"), broken_links),
    Truth(mark("every posting belongs to an entry and stands in the order of the entries"), _in_order),
    Truth(mark("every posting names an account of the chart"), _accounts),
)
