"""Reading and writing settings by key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.core.ids import UserId
from app.store.tables import setting

_BY_KEYS = select(setting.c.key, setting.c.value).where(setting.c.key.in_(bindparam("keys", expanding=True)))


def read_settings(connection: Connection, defaults: Mapping[str, object]) -> dict[str, Any]:
    """The stored values of all these keys in one reading, each with its default."""
    rows = connection.execute(_BY_KEYS, {"keys": list(defaults)})
    return dict(defaults) | {row.key: row.value for row in rows}


def read_setting(connection: Connection, key: str, default: object) -> Any:
    """The stored value (text, whole number, list or mapping), or `default`."""
    return read_settings(connection, {key: default})[key]


def write_setting(connection: Connection, key: str, value: object, at: datetime, by: UserId | None) -> None:
    """Store a value under a key; who and when stand beside it."""
    connection.execute(delete(setting).where(setting.c.key == key))
    connection.execute(insert(setting).values(key=key, value=value, at=at, by=by))
