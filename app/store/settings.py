"""Reading and writing settings by key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.core.ids import UserId
from app.store.tables import setting


def read_setting(connection: Connection, key: str, default: object) -> Any:
    """The stored value (text, whole number, list or mapping), or `default`."""
    row = connection.execute(select(setting.c.value).where(setting.c.key == key)).first()
    return default if row is None else row.value


def write_setting(connection: Connection, key: str, value: object, at: datetime, by: UserId | None) -> None:
    """Store a value under a key; who and when stand beside it."""
    connection.execute(delete(setting).where(setting.c.key == key))
    connection.execute(insert(setting).values(key=key, value=value, at=at, by=by))
