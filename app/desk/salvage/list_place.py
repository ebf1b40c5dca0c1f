"""Where the list of what is to be entered again lies: asked at every sign-in, so it reads nothing else of the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from app.store.settings import read_setting

KEY = "salvage.list"


def stored(connection: Connection) -> Mapping[str, Any] | None:
    """The list as it is kept; None where nothing waits."""
    facts: Mapping[str, Any] | None = read_setting(connection, KEY, None)
    return facts
