"""Reading what a damaged database still gives: a copy of it, its log as far as any of it holds, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Select, Table, create_engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from app.store.folder import DataFolder
from app.store.log_file import chained_anew, log_kept
from app.store.schema_pages import with_schema_of

_PROBES = 400
"""So many rows are asked for one by one where a page between two sound ones cannot be read."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of one table that could be read, in the order of their keys; not `whole` where a page broke the reading."""

    rows: tuple[Row, ...]
    whole: bool


class Salvage:
    """A damaged database as far as the driver reads it; nothing here writes, and a row is given whole or not at all."""

    def __init__(self, database: Path, key: str) -> None:
        self._engine = _reading(database, key)

    def rows(self, table: Table, after: int = 0) -> Found:
        """The rows with a key above `after`: from the front, from the end, and one by one in between."""
        key = _key_of(table)
        asked = select(table).where(key > after)
        front, broke = self._until_it_breaks(asked.order_by(key))
        if not broke:
            return Found(tuple(front), whole=True)
        reached = front[-1][key.name] if front else after
        back, _ = self._until_it_breaks(select(table).where(key > reached).order_by(key.desc()))
        between = self._one_by_one(table, reached, back[-1][key.name]) if back else []
        return Found((*front, *between, *reversed(back)), whole=False)

    def texts(self, table: Table) -> tuple[Row, ...]:
        """The rows of a table whose key is a text, as far as they can be read from the front."""
        return tuple(self._until_it_breaks(select(table))[0])

    def close(self) -> None:
        """Give the copy back."""
        self._engine.dispose()

    def _until_it_breaks(self, asked: Select[Any]) -> tuple[list[Row], bool]:
        found: list[Row] = []
        try:
            with self._engine.connect() as connection:
                found.extend(dict(row._mapping) for row in connection.execute(asked))  # noqa: SLF001 - its public name
        except (DBAPIError, dbapi2.Error, ValueError):  # a value that is no JSON is no row either
            return found, True
        return found, False

    def _one_by_one(self, table: Table, above: int, below: int) -> list[Row]:
        key = _key_of(table)
        found: list[Row] = []
        for number in range(max(above + 1, below - _PROBES), below):
            found += self._until_it_breaks(select(table).where(key == number))[0]
        return found


@contextmanager
def salvaged(folder: DataFolder, key: str, scratch: Path, sound: Path | None = None) -> Iterator[Salvage]:
    """What the folder's database still gives, read from a copy in an empty folder: the original is not touched.

    Where not even its tables are known, a `sound` copy of older data tells them. Raises OSError where not even the
    bytes can be read.
    """
    copy = DataFolder(scratch).database
    content = _all_that_can_be_read(folder.database) if folder.database.exists() else b""
    log = _all_that_can_be_read(folder.log) if folder.log.exists() else b""
    _lay_out(scratch, content, chained_anew(log))
    if sound is not None and content and not opens(copy, key):
        whole, schema = with_schema_of(content, sound, key)
        _lay_out(scratch, whole, chained_anew(log, schema))
    salvage = Salvage(copy, key)
    try:
        yield salvage
    finally:
        salvage.close()


def _lay_out(scratch: Path, content: bytes, log: bytes) -> None:
    for left in scratch.iterdir():
        left.unlink()
    DataFolder(scratch).database.write_bytes(content)
    if log:
        DataFolder(scratch).log.write_bytes(log)


def opens(database: Path, key: str) -> bool:
    """Whether the key is the one of this database, as far as the pages of its tables tell; its log stays as it is."""
    with log_kept(DataFolder(database.parent)), closing(dbapi2.connect(str(database))) as connection:
        try:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.Error:
            return False
    return True


_SECTOR = 4096


def _all_that_can_be_read(path: Path) -> bytes:
    """The bytes of a file; a place that the disk refuses is read as zeros, so that what is behind it keeps its place.

    Raises OSError where the file itself cannot be opened.
    """
    try:
        return path.read_bytes()
    except OSError:
        size = path.stat().st_size
    with path.open("rb", buffering=0) as file:
        return b"".join(_piece(file, start, min(_SECTOR, size - start)) for start in range(0, size, _SECTOR))


def _piece(file: Any, start: int, size: int) -> bytes:
    try:
        file.seek(start)
        return bytes(file.read(size)).ljust(size, b"\0")
    except OSError:
        return bytes(size)


def _reading(database: Path, key: str) -> Engine:
    """Every reading on a connection of its own: one that met a broken page reads nothing any more."""

    def connect() -> Any:
        connection = dbapi2.connect(str(database), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = ON")
        return connection

    return create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=NullPool)


def _key_of(table: Table) -> Column[Any]:
    key: Column[Any] = next(iter(table.primary_key))
    return key
