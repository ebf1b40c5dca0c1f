"""Writing rows and learning their ids; the statement stays the same for every row, so it is built and compiled once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert
from sqlalchemy.sql.dml import ReturningInsert


@cache
def insertion(table: Table) -> Insert:
    """The statement that inserts rows of a table, built once."""
    return insert(table)


def insert_row(connection: Connection, table: Table, **values: object) -> int:
    """Insert one row of a table with a whole-number key; returns the key."""
    key = connection.execute(insertion(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], known_by: str
) -> dict[Any, int]:
    """Insert rows of a table with a whole-number key, all with the same columns, in one statement.

    Returns the key of each by what it says in the column `known_by`, which is another thing in every row.
    """
    if not rows:
        return {}
    written = connection.execute(_insertion_with_keys(table, known_by), rows)
    return dict(written.tuples().all())


@cache
def _insertion_with_keys(table: Table, known_by: str) -> ReturningInsert[tuple[Any, int]]:
    return insert(table).returning(table.c[known_by], *table.primary_key)
