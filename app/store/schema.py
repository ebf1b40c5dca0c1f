"""The one catalogue of tables; each room's `tables.py` adds its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, DateTime, Index, Integer, MetaData, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    },
)


def stamp() -> tuple[Column[datetime], Column[int]]:
    """Who did it and when, on every row: `at` (local time) and `by` (user id, empty only before the first user)."""
    return Column("at", DateTime, nullable=False), Column("by", Integer)


def partial_index(name: str, *columns: Column[Any], where: str, unique: bool = False) -> Index:
    """An index over the rows that fulfil `where` only.

    The migration that makes it says so to every kind of database; said here, it would read all their dialects into
    memory at each start of the program.
    """
    return Index(name, *columns, unique=unique, sqlite_where=text(where))
