"""Every transaction of the office ends with what it wrote in the audit trail, and with the trail's end in the head."""

from __future__ import annotations

from sqlalchemy import Connection

from app.access.written_rows import are_begun, begin, note_written
from app.core.clock import Clock
from app.ledger.head import keep_trail_end
from app.store.migrate import HEAD
from app.store.store import Store


def seal_transactions(store: Store, clock: Clock) -> None:
    """From now on; what an older program left is summed up as it stands."""

    def seal(connection: Connection) -> None:
        end = note_written(connection, clock.now())
        if end is not None:
            keep_trail_end(store, end)

    store.before_commit = seal
    with store.reading() as connection:
        begun = are_begun(connection, HEAD)
    if not begun:
        with store.transaction() as connection:
            begin(connection, HEAD, clock.now())
