"""The baselines: the standard library's own SQLite with the same promises to the disk, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import text

from app.store.store import Store

Rows = Sequence[tuple[object, ...]]


@contextmanager
def bare_database(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty database that is durable at every commit, as ours is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def durable_commit(connection: sqlite3.Connection, number: int) -> None:
    """One small row, on the disk before it returns."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO kept VALUES (?, ?)", (number, "a row"))
    connection.execute("COMMIT")


def rows_of(store: Store, tables: Sequence[str]) -> dict[str, Rows]:
    """Everything in these tables as the driver hands it over."""
    with store.reading() as connection:
        return {table: [tuple(row) for row in connection.execute(text(f'SELECT * FROM "{table}"'))] for table in tables}


def schema_of(store: Store, tables: Sequence[str]) -> list[str]:
    """The statements that make these tables and their indexes."""
    names = ", ".join(f"'{table}'" for table in tables)
    question = f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL ORDER BY type DESC"
    with store.reading() as connection:
        return list(connection.execute(text(question)).scalars())


def write_all(connection: sqlite3.Connection, rows: dict[str, Rows]) -> None:
    """All rows in one transaction, each table by one `executemany`."""
    connection.execute("BEGIN IMMEDIATE")
    for table, content in rows.items():
        if content:
            places = ", ".join("?" * len(content[0]))
            connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', content)
    connection.execute("COMMIT")
