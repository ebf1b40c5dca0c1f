"""The one catalogue of tables; each room's `tables.py` adds its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, DateTime, Integer, MetaData

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
