"""Looks through every column of the database, whatever it is for."""

from __future__ import annotations

from sqlalchemy import LargeBinary, cast, select

from app.store.all_tables import whole_schema
from app.store.store import Store


def texts_with(store: Store, *words: str) -> set[str]:
    """The columns, as table and name, in which one of these words stands anywhere."""
    found = set()
    with store.reading() as connection:
        for table in whole_schema().sorted_tables:
            for column in table.columns:
                said = connection.execute(select(cast(column, LargeBinary)).where(column.is_not(None))).scalars()
                if any(word.encode() in one for one in said for word in words):
                    found.add(f"{table.name}.{column.name}")
    return found
