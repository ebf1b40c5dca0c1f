"""The SQLCipher engine: only this file and its neighbours know that the database is SQLite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

BUSY_SECONDS = 15
CHECKPOINT_PAGES = 4000  # a payment writes some fifty: few of them wait while the log is moved into the file
STATEMENTS_KEPT = 1_000  # a day speaks some three hundred; of the usual 128 most would be read anew each time
READING = "property_counter_reading"


def connect_raw(path: Path, key: str, patience: int | None = None, *, must_exist: bool = False) -> Any:
    """A bare driver connection in autocommit mode with the office's pragmas; waits `patience` seconds for a lock."""
    patience = BUSY_SECONDS if patience is None else patience
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw" if must_exist else str(path),
        uri=must_exist,
        isolation_level=None,
        check_same_thread=False,
        timeout=patience,
        cached_statements=STATEMENTS_KEPT,
    )
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA busy_timeout = {patience * 1000}")
    return connection


def make_engine(path: Path, key: str) -> Engine:
    """An engine whose every transaction begins IMMEDIATE, except those marked as reading."""
    engine = create_engine(
        "sqlite://",
        creator=_connector(path, key),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        pool_use_lifo=True,  # the one used last still holds in memory what it read
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get(READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _connector(path: Path, key: str) -> Callable[[], Any]:
    """The first connection may make the file; later ones never make another where it has gone."""
    was_open = False

    def connect() -> Any:
        nonlocal was_open
        connection = connect_raw(path, key, must_exist=was_open)
        was_open = True
        return connection

    return connect
