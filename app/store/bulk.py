"""Writing very many rows of one table: bound once, handed to the driver as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, insert

Row = Sequence[Any]


def insert_many(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows given as values in the order of `columns`; for imports, where a mapping a row costs too much."""
    if not rows:
        return
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    if compiled.positiontup is None:
        connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])
        return
    places = [columns.index(name) for name in compiled.positiontup]
    bound = _bound(connection, [table.c[name] for name in columns], rows)
    if places != list(range(len(columns))):
        bound = (tuple(row[place] for place in places) for row in bound)
    connection.exec_driver_sql(str(compiled), list(bound))


def _bound(connection: Connection, columns: Sequence[Column[Any]], rows: Iterable[Row]) -> Iterable[tuple[Any, ...]]:
    dialect = connection.dialect
    found = [column.type.dialect_impl(dialect).bind_processor(dialect) for column in columns]
    processors: list[tuple[int, Callable[[Any], Any]]] = [
        (place, processor) for place, processor in enumerate(found) if processor is not None
    ]
    if not processors:
        return map(tuple, rows)
    return (_processed(row, processors) for row in rows)


def _processed(row: Row, processors: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = list(row)
    for place, processor in processors:
        values[place] = processor(values[place])
    return tuple(values)
