"""Truths about the file itself: pages, references."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from app.core.language import mark
from app.store.truths import Truth


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield str(line)


def _cipher_pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield str(line)


def _references(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} {row} → {parent}"


TRUTHS = (
    Truth(mark("every page of the file is sound"), _pages),
    Truth(mark("every page carries its seal"), _cipher_pages),
    Truth(mark("every row that is pointed at exists"), _references),
)
