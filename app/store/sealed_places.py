"""A small file of places beside the database, each as large as the smallest piece that a disk writes.

What stands at a place is sealed, so that a write that broke off is known from a whole one; every write is synced.
"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any, TypeGuard
from zlib import crc32

from app.store.whole_write import write_all

PLACE = 4096
"""Bytes of one place."""

WRITING = threading.Lock()
"""Held while a place is read and written: a window and its worker may write at once."""


def sealed(facts: dict[str, Any]) -> bytes:
    """The facts with their seal, as long as a place."""
    whole = facts | {"seal": seal_of(facts)}
    return json.dumps(whole, ensure_ascii=False).encode().ljust(PLACE - 1) + b"\n"


def unsealed(content: bytes) -> dict[str, Any] | None:
    """The facts at a place; None where nothing whole stands. What has no seal counts as whole."""
    try:
        facts: dict[str, Any] = json.loads(content.strip(b"\x00 \n"))
        return facts if facts.pop("seal", None) in (None, seal_of(facts)) else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def is_number(value: object) -> TypeGuard[int]:
    """Whether it is a whole number that a database takes."""
    return type(value) is int and 0 <= value < 1 << 63


def seal_of(facts: dict[str, Any]) -> int:
    """Tells a whole place from two that were mixed; it keeps nobody from writing one."""
    return crc32(repr(sorted(facts.items())).encode())


def read_places(path: Path, first: int, count: int) -> list[dict[str, Any] | None]:
    """What stands at so many places from the first one on."""
    try:
        with path.open("rb") as file:
            file.seek(first * PLACE)
            content = file.read(count * PLACE)
    except OSError:
        content = b""
    return [unsealed(content[place * PLACE : (place + 1) * PLACE]) for place in range(count)]


def write_place(path: Path, place: int, facts: dict[str, Any], *, synced: bool = True) -> None:
    """Write one place and, unless it may wait, sync it; the others stay as they are. Raises OSError."""
    if not path.exists():
        path.touch()
    with path.open("r+b", buffering=0) as file:
        file.seek(place * PLACE)
        write_all(file, sealed(facts))
        if synced:
            os.fsync(file.fileno())
