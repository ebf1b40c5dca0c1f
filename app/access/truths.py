"""What must hold of the audit trail: its chain, and every row that the acts of the trail wrote."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Text, select, type_coerce

from app.access.altered_rows import altered_rows
from app.access.audit import FIRST_LINK, audit_link
from app.access.tables import audit
from app.core.language import mark, tr
from app.store.truths import Truth

_ROWS = (
    select(
        *(column for column in audit.c if column is not audit.c.facts),
        type_coerce(audit.c.facts, Text).label("said"),
    )
    .order_by(audit.c.id)
    .execution_options(yield_per=1_000)
)


def broken_links(connection: Connection, until: int | None = None) -> Iterator[str]:
    """A row that is gone, came between, or says another thing breaks the chain where it stood.

    Of the whole trail, or up to a row.
    """
    previous, last = FIRST_LINK, 0
    for row in connection.execute(_ROWS if until is None else _ROWS.where(audit.c.id <= until)):
        where = f"{row.id} {row.action} {row.subject} {row.at}"
        if row.previous != previous:
            gone = row.id - last - 1
            yield (
                tr("{row}: {n} rows before it are gone").format(row=where, n=gone)
                if gone > 0
                else tr("{row}: does not follow the row before it").format(row=where)
            )
        elif audit_link(row._asdict(), row.said) != row.hash:
            yield tr("{row}: altered").format(row=where)
        previous, last = row.hash, row.id


TRUTHS = (
    Truth(mark("every row of the audit trail is linked to the one before and unaltered"), broken_links),
    Truth(mark("every row says what the program wrote, none was added or removed"), altered_rows),
)
