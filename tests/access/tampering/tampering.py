"""A row edited, deleted, inserted or exchanged for another in bare SQL, by somebody who has the key of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlcipher3 import dbapi2

Bare = Any
_OTHER_BYTES = b"other"


@dataclass(frozen=True)
class Columns:
    """Of one table: those of its key, and all."""

    key: tuple[str, ...]
    every: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(column for column in self.every if column not in self.key)


class Tamperer:
    """Does one thing at random to a table; says what it did, or nothing where the table gives no occasion."""

    def __init__(self, bare: Bare, chance: Random) -> None:
        self._bare, self._chance = bare, chance

    def deeds(self) -> tuple[Callable[[str], str], ...]:
        return self.edits, self.deletes, self.inserts, self.exchanges

    def edits(self, table: str) -> str:
        columns, row = self._columns(table), self._row(table)
        if row is None:
            return ""
        column = self._chance.choice(columns.said)
        other = self._other(table, column, row[columns.every.index(column)])
        try:
            change = f'UPDATE "{table}" SET "{column}" = ? WHERE {_where(columns)}'
            self._bare.execute(change, (other, *_key(columns, row)))
        except dbapi2.IntegrityError:  # the file itself refuses it
            return ""
        return f"{table}: {column} of {_key(columns, row)} = {other!r}"

    def deletes(self, table: str) -> str:
        columns, row = self._columns(table), self._row(table)
        if row is None:
            return ""
        self._bare.execute(f'DELETE FROM "{table}" WHERE {_where(columns)}', _key(columns, row))
        return f"{table}: {_key(columns, row)} deleted"

    def inserts(self, table: str) -> str:
        """A twin of a row under another key; where that is forbidden, there is no occasion."""
        columns, row = self._columns(table), self._row(table)
        if row is None:
            return ""
        twin = list(row)
        for column in columns.key:
            place = columns.every.index(column)
            twin[place] = twin[place] + 100_000 if isinstance(twin[place], int) else f"{twin[place]}x"
        for column in self._unique(table):
            place = columns.every.index(column)
            twin[place] = self._other(table, column, twin[place])
        marks = ", ".join("?" * len(twin))
        try:
            self._bare.execute(f'INSERT INTO "{table}" VALUES ({marks})', twin)
        except dbapi2.IntegrityError:  # the file itself refuses it
            return ""
        return f"{table}: twin of {_key(columns, row)} inserted"

    def exchanges(self, table: str) -> str:
        """Two rows change their places: each says what the other said."""
        columns, row, other = self._columns(table), self._row(table), self._row(table)
        if row is None or other is None or row == other or len(columns.key) != 1:
            return ""
        (key,) = columns.key
        one, two = _key(columns, row)[0], _key(columns, other)[0]
        if one == two or not isinstance(one, int):
            return ""
        for now, then in ((one, -1), (two, one), (-1, two)):
            self._bare.execute(f'UPDATE "{table}" SET "{key}" = ? WHERE "{key}" = ?', (then, now))
        return f"{table}: {one} and {two} exchanged"

    def _columns(self, table: str) -> Columns:
        rows = self._bare.execute(f'PRAGMA table_info("{table}")').fetchall()
        return Columns(tuple(row[1] for row in rows if row[5]), tuple(row[1] for row in rows))

    def _row(self, table: str) -> Sequence[Any] | None:
        rows = self._bare.execute(f'SELECT * FROM "{table}"').fetchall()
        return self._chance.choice(rows) if rows else None

    def _unique(self, table: str) -> set[str]:
        found = self._bare.execute(f'PRAGMA index_list("{table}")').fetchall()
        names = [row[1] for row in found if row[2] and row[3] != "pk"]
        return {row[2] for name in names for row in self._bare.execute(f'PRAGMA index_info("{name}")') if row[2]}

    def _other(self, table: str, column: str, now: Any) -> Any:
        """Something else that stands in this column elsewhere, or a little more than now."""
        asked = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT ?'
        others = [] if column in self._unique(table) else self._bare.execute(asked, (now,)).fetchall()
        if others and self._chance.random() < 0.5:
            return self._chance.choice(others)[0]
        if isinstance(now, bytes):
            return now[:-1] + _OTHER_BYTES
        return (now or 0) + 1 if isinstance(now, int) or now is None else f"{now}1"


def _where(columns: Columns) -> str:
    return " AND ".join(f'"{column}" = ?' for column in columns.key)


def _key(columns: Columns, row: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(row[columns.every.index(column)] for column in columns.key)
