"""Which books were set aside because their newest numbers were lost with the data, and how far those go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from app.core.ids import BookId, UserId
from app.store.settings import read_setting, write_setting

_KEY = "books.set_aside"


def lost_until(connection: Connection) -> dict[BookId, int]:
    """By book that was set aside the highest number known to have been issued."""
    kept: Mapping[str, int] = read_setting(connection, _KEY, {})
    return {BookId(int(book)): int(last) for book, last in kept.items()}


def keep_lost(connection: Connection, ends: Mapping[BookId, int], at: datetime, by: UserId) -> None:
    """Keep these books as set aside as well."""
    known = lost_until(connection) | dict(ends)
    write_setting(connection, _KEY, {str(book): last for book, last in known.items()}, at, by)
