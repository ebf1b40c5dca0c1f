"""Looking through the audit trail: who did or looked at what, when, from where, with before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, String, cast, or_, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import audit as audit_table
from app.access.tables import user
from app.access.written_rows import BEGUN, WRITTEN
from app.core.clock import Clock
from app.core.show import mask_numbers
from app.core.typed_text import searched
from app.store.store import Store

SEARCHED, SAVED, PRINTED = "search_trail", "save_file", "print_paper"
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One row; `who` is empty where nobody was signed in."""

    id: int
    at: datetime
    who: str
    action: str
    subject: str
    window: str
    facts: Mapping[str, Any]


class Trail:
    """Read by whoever may; that somebody searched is a row itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def newest(self, by: Actor) -> list[TrailRow]:
        """The newest rows, newest first. Raises NotPermitted."""
        by.require(Permission.SEE_AUDIT)
        with self._store.reading() as connection:
            return _rows(connection, "")

    def search(self, by: Actor, words: str) -> list[TrailRow]:
        """The newest rows of the whole trail that say these words anywhere; a number searched for is kept masked.

        Raises NotPermitted.
        """
        by.require(Permission.SEE_AUDIT)
        words = searched(words)
        with self._store.transaction() as connection:
            found = _rows(connection, words.strip())
            facts = {"rows": len(found)}
            audit.record(connection, SEARCHED, mask_numbers(words.strip()), facts, self._clock.now(), by.id)
            return found

    def note_saved(self, by: Actor, file: str, contains: str) -> None:
        """A file left the program: its name and what it contains."""
        with self._store.transaction() as connection:
            audit.record(connection, SAVED, file, {"contains": contains}, self._clock.now(), by.id)

    def note_printed(self, by: Actor, title: str, printer: str) -> None:
        """A paper came out of which the office keeps no record of its own, as it does of receipts and work orders."""
        with self._store.transaction() as connection:
            audit.record(connection, PRINTED, title, {"printer": printer}, self._clock.now(), by.id)


def _rows(connection: Connection, words: str) -> list[TrailRow]:
    table = audit_table.c
    asked = (
        select(table.id, table.at, user.c.name, table.action, table.subject, table.window, table.facts)
        .join_from(audit_table, user, table.by == user.c.id, isouter=True)
        .where(table.action.not_in((WRITTEN, BEGUN)))
        .order_by(table.id.desc())
        .limit(MOST_ROWS)
    )
    if words:
        said = (table.subject, table.action, table.window, cast(table.facts, String), user.c.name)
        asked = asked.where(or_(*(column.icontains(words, autoescape=True) for column in said)))
    return [_row(row) for row in connection.execute(asked)]


def _row(row: Row[Any]) -> TrailRow:
    return TrailRow(row.id, row.at, row.name or "", row.action, row.subject, row.window, row.facts)
