"""Writing one row and learning its id; the statement stays the same for every row, so it is compiled once."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, Insert, Table, insert


@cache
def insertion(table: Table) -> Insert:
    """The statement that inserts rows of a table, built once."""
    return insert(table)


def insert_row(connection: Connection, table: Table, **values: object) -> int:
    """Insert one row of a table with a whole-number key; returns the key."""
    key = connection.execute(insertion(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])
