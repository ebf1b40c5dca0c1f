"""What a transaction writes, row by row: triggers of the connection itself take note, so that no writer can forget it.

They live in the memory of the connection and not in the file: whoever writes past the program leaves no note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

ROWS_OF_A_BLOCK = 64
MODULUS = 1 << 62
_UNWATCHED = frozenset(
    {
        *("alembic_version", "journal_entry", "posting"),  # the journal has a chain of its own
        *("draft", "search_term", "unit_opened", "note_read", "ticket_view"),  # nothing that happened
    }
)
_TRAIL = "audit"  # has a chain of its own too; that it grew is noted
_NOTES = "CREATE TEMP TABLE row_written (name TEXT NOT NULL, key, change INTEGER NOT NULL)"
_NOTE_OF_THE_TRAIL = (
    "CREATE TRIGGER note_audit AFTER INSERT ON main.audit "
    "BEGIN INSERT INTO row_written VALUES ('audit', NEW.id, 0); END"
)
_KEEP = "INSERT INTO temp.sqlite_master VALUES ('trigger', ?, ?, 0, ?)"
_COLUMNS = (
    "SELECT m.name, c.name, c.pk FROM main.sqlite_master m, pragma_table_info(m.name, 'main') c "
    "WHERE m.type = 'table' ORDER BY m.name, c.cid"
)
_SCHEMA = "SELECT sql FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
_KNOWN: dict[tuple[tuple[str], ...], tuple[WatchedTable, ...]] = {}  # by the words that made the tables
_WATCHED = "property_counter_watched"
Key = int | str
Changes = dict[str, dict[Key, int]]
"""By table and key of the row: the fingerprint of what it says now less that of what it said before."""


@dataclass(frozen=True, slots=True)
class WatchedTable:
    """A table of the file, its columns, and how a row of it is known."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def shape(self) -> str:
        """Tells whether the table has the columns that its rows were summed up by."""
        return f"{fingerprint(self.name, *self.columns):x}"

    def key_of(self, row: str) -> str:
        """In SQL: the whole number of a row, or the columns of its key as one text."""
        return " || ' ' || ".join(f'{row}"{column}"' for column in self.key)

    def said_by(self, row: str) -> str:
        """In SQL: all that a row says."""
        return ", ".join(f'{row}"{column}"' for column in self.columns)


def fingerprint(*values: object) -> int:
    """A number below 2^62 for a table's name and the values of one of its rows."""
    return int.from_bytes(blake2b(repr(values).encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 2


def watch(connection: Connection) -> None:
    """Take note from now on of every row that this connection writes; call it before its transaction begins."""
    if _WATCHED in connection.info:
        return
    bare = _bare(connection)
    bare.create_function("fingerprint", -1, fingerprint, deterministic=True)
    triggers = [trigger for table in watched_tables(connection) for trigger in _triggers(table)]
    bare.execute(_NOTES)
    bare.execute("PRAGMA writable_schema = ON")  # one by one, each trigger would look through all that are there
    bare.execute("BEGIN")
    bare.executemany(_KEEP, (*triggers, ("note_audit", _TRAIL, _NOTE_OF_THE_TRAIL)))
    bare.execute("COMMIT")
    bare.execute("PRAGMA writable_schema = RESET")  # all of them are read at once
    connection.info[_WATCHED] = True


def written(connection: Connection) -> tuple[Changes, bool]:
    """What was written since the notes were cleared last, and whether the trail grew meanwhile."""
    bare = _bare(connection)
    changes: defaultdict[str, defaultdict[Key, int]] = defaultdict(lambda: defaultdict(int))
    for name, key, change in bare.execute("SELECT name, key, change FROM row_written"):
        changes[name][key] += change
    grew = changes.pop(_TRAIL, None) is not None
    plain = {name: {key: sum_ % MODULUS for key, sum_ in own.items() if sum_} for name, own in changes.items()}
    return {name: own for name, own in plain.items() if own}, grew


def forget_written(connection: Connection) -> None:
    """Clear the notes: what they said is kept elsewhere."""
    _bare(connection).execute("DELETE FROM row_written")


def watched_tables(connection: Connection) -> tuple[WatchedTable, ...]:
    """Every table of the file whose rows are watched; of files made by the same words one is asked."""
    bare = _bare(connection)
    schema = tuple(bare.execute(_SCHEMA))
    if schema not in _KNOWN:
        tables = groupby(bare.execute(_COLUMNS), itemgetter(0))
        _KNOWN[schema] = tuple(_table(name, list(columns)) for name, columns in tables if _is_watched(name))
    return _KNOWN[schema]


def standing(connection: Connection, table: WatchedTable) -> Iterator[tuple[Key, int]]:
    """Key and fingerprint of every row that a table holds now."""
    asked = f'SELECT {table.key_of("")}, {table.said_by("")} FROM main."{table.name}"'  # noqa: S608 - names of the file
    for row in _bare(connection).execute(asked):
        yield row[0], fingerprint(table.name, *row[1:])


def block_of(key: Key) -> Key:
    """Rows written in great numbers are summed up by blocks of neighbours."""
    return key // ROWS_OF_A_BLOCK if isinstance(key, int) else key


def in_blocks(changes: Mapping[Key, int]) -> dict[Key, int]:
    """Changes of rows as changes of blocks."""
    sums: defaultdict[Key, int] = defaultdict(int)
    for key, change in changes.items():
        sums[block_of(key)] += change
    return {block: total % MODULUS for block, total in sums.items()}


def _bare(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _is_watched(name: str) -> bool:
    return name not in _UNWATCHED and name != _TRAIL and not name.startswith("sqlite_")


def _table(name: str, columns: Sequence[tuple[str, str, int]]) -> WatchedTable:
    key = sorted((place, column) for _, column, place in columns if place)
    return WatchedTable(name, tuple(column for _, column, _ in columns), tuple(column for _, column in key))


@cache
def _triggers(table: WatchedTable) -> tuple[tuple[str, str, str], ...]:
    """Name, table and text of each."""
    before, after = _note(table, "OLD.", "-"), _note(table, "NEW.", "")
    return tuple(
        (name, table.name, f'CREATE TRIGGER "{name}" AFTER {act} ON main."{table.name}" BEGIN {notes}END')
        for act, notes in (("INSERT", after), ("DELETE", before), ("UPDATE", before + after))
        for name in (f"note_{act}_{table.name}",)
    )


def _note(table: WatchedTable, row: str, sign: str) -> str:
    said = f"fingerprint('{table.name}', {table.said_by(row)})"
    return f"INSERT INTO row_written VALUES ('{table.name}', {table.key_of(row)}, {sign}{said}); "  # noqa: S608 - as above
