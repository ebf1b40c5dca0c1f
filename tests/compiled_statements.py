"""Every test opens a database of its own; the SQL that was made of a statement for one of them holds for all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache

from app.store import engine


def compile_statements_once(patch: pytest.MonkeyPatch) -> None:
    """For every database that this process opens from now on."""
    compiled: LRUCache[Any, Any] = LRUCache(4_000)

    def open_engine(*given: Any, **named: Any) -> Engine:
        made = create_engine(*given, **named)
        made.update_execution_options(compiled_cache=compiled)
        return made

    patch.setattr(engine, "create_engine", open_engine)
    patch.setattr(SQLiteDialect, "__eq__", lambda one, other: type(one) is type(other))  # the key names the dialect
    patch.setattr(SQLiteDialect, "__hash__", lambda one: hash(type(one)))
