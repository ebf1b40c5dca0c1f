"""Loads every room's tables into the one catalogue (for migrations and tests; the names are texts, not imports)."""

from __future__ import annotations

from importlib import import_module

from sqlalchemy import MetaData

from app.store.schema import metadata

ROOMS_WITH_TABLES = (
    *("store", "access", "sheets", "estate", "ledger", "meters", "fees", "counter", "notices", "tickets"),
    *("incidents", "duty", "desk"),
)


def whole_schema() -> MetaData:
    """The catalogue with the tables of all rooms."""
    for room in ROOMS_WITH_TABLES:
        import_module(f"app.{room}.tables")
    return metadata
