"""The baseline that keeps our promises: the same encrypted file, rows and pragmas, and the synced head file beside it.

Only the driver is between these rows and the disk: no rule, no check, no SQLAlchemy.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from app.store.engine import connect_raw
from app.store.key_file import database_key
from app.store.store import Store

WRITTEN = (
    "journal_entry",
    "posting",
    "payment",
    "tender",
    "charge",
    "allocation",
    "adjustment",
    "receipt",
    "receipt_print",
    "audit",
)
PLACE_OF_HEAD = 4096
_TOUCHED = "UPDATE charge SET version = version + 1 WHERE id = ?"
_NUMBERED = "UPDATE receipt_book SET next = next + 1"


class BareTwin:
    """A copy of our database, to which the rows of each of our payments are written bare."""

    def __init__(self, store: Store, ours: Any, twin: Any, head: Path) -> None:
        self._ours, self._twin = ours, twin
        self._head = store.folder.head.read_bytes()[:PLACE_OF_HEAD]
        self._to = head
        self._to.write_bytes(store.folder.head.read_bytes())
        self._seen = {table: self._newest(table) for table in WRITTEN}

    def newest_rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """What was written since the last question, by table."""
        rows = {table: self._since(table) for table in WRITTEN}
        self._seen = {table: self._newest(table) for table in WRITTEN}
        return rows

    def commit(self, rows: dict[str, list[tuple[Any, ...]]], touched: Sequence[int]) -> None:
        """These rows in one durable transaction, with the charges that they change, and then the head file."""
        self._twin.execute("BEGIN IMMEDIATE")
        self._twin.execute(_NUMBERED)
        for table, content in rows.items():
            if not content:
                continue
            self._twin.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(content[0]))})', content)
        self._twin.executemany(_TOUCHED, [(charge,) for charge in touched])
        self._twin.execute("COMMIT")
        self._write_head()

    def _write_head(self) -> None:
        with self._to.open("r+b", buffering=0) as file:
            file.write(self._head)
            os.fsync(file.fileno())

    def _newest(self, table: str) -> int:
        return int(self._ours.execute(f'SELECT coalesce(max(rowid), 0) FROM "{table}"').fetchone()[0])

    def _since(self, table: str) -> list[tuple[Any, ...]]:
        found = self._ours.execute(f'SELECT * FROM "{table}" WHERE rowid > ? ORDER BY rowid', (self._seen[table],))
        return [tuple(row) for row in found]


@contextmanager
def bare_twin(store: Store, place: Path) -> Iterator[BareTwin]:
    """A twin of the store as it stands now, under `place`."""
    key = database_key(store.folder)
    with closing(connect_raw(store.folder.database, key)) as ours:
        ours.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy = Path(shutil.copy(store.folder.database, place / "twin.db"))
        with closing(connect_raw(copy, key)) as twin:
            yield BareTwin(store, ours, twin, place / "twin.head")
