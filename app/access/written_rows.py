"""Every transaction leaves in the audit trail the fingerprints of what it wrote, as its last row of the trail.

Summed up from the beginning they say what every row must be now: one that was altered, added or taken away behind the
program's back is known by it. They are no secret: who has the key and this program can sum up anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from app.access.audit import AuditEnd, audit_end, record
from app.store.settings import read_setting, write_setting
from app.store.written_rows import (
    ROWS_OF_A_BLOCK,
    Changes,
    Key,
    WatchedTable,
    forget_written,
    in_blocks,
    standing,
    watched_tables,
    written,
)

WRITTEN = "rows_written"
BEGUN = "rows_begun"
SHAPES = "audit.shapes"
_SCHEMA = "audit.schema"


def note_written(connection: Connection, at: datetime) -> AuditEnd | None:
    """Record what the transaction in hand wrote; where the trail ends by now, None where it did not grow."""
    changes, grew = written(connection)
    if changes:
        end = record(connection, WRITTEN, "", _facts(changes), at, None)
    elif grew:
        end = audit_end(connection)
    else:
        return None
    forget_written(connection)
    return end


def are_begun(connection: Connection, schema: str) -> bool:
    """Whether the tables of this schema are summed up."""
    return bool(read_setting(connection, _SCHEMA, "") == schema)


def begin(connection: Connection, schema: str, at: datetime) -> None:
    """Sum up the tables that are not yet, or whose columns are others now, as they stand."""
    known = read_setting(connection, SHAPES, {})
    tables = watched_tables(connection)
    new = [table for table in tables if known.get(table.name) != table.shape]
    shapes = {table.name: table.shape for table in tables}
    write_setting(connection, SHAPES, shapes, at, None)
    write_setting(connection, _SCHEMA, schema, at, None)
    if new:
        forget_written(connection)
        facts: dict[str, object] = {"blocks": _as_they_stand(connection, new)}
        record(connection, BEGUN, "", facts | {"tables": {table.name: table.shape for table in new}}, at, None)


def _as_they_stand(connection: Connection, tables: Iterable[WatchedTable]) -> dict[str, list[list[Key | int]]]:
    sums = {table.name: _pairs(in_blocks(dict(standing(connection, table)))) for table in tables}
    return {name: own for name, own in sums.items() if own}


def _facts(changes: Changes) -> dict[str, object]:
    """Few rows one by one, many by blocks of neighbours."""
    single = {name: _pairs(own) for name, own in changes.items() if len(own) <= ROWS_OF_A_BLOCK}
    many = {name: _pairs(in_blocks(own)) for name, own in changes.items() if len(own) > ROWS_OF_A_BLOCK}
    return {"written": single, "blocks": many} if many else {"written": single}


def _pairs(changes: Mapping[Key, int]) -> list[list[Key | int]]:
    return [[key, change] for key, change in changes.items()]
