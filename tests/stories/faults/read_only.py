"""Data that may not be written: the disk mounted so where that is allowed, else the system's own error for it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.store.store import Store
from tests.stories.faults.small_disk import MountedDisk, SmallDisk


@contextmanager
def made_read_only(disk: SmallDisk, place: Path) -> Iterator[None]:
    """While this holds, nothing in the folder can be written; nothing of it is open when it begins."""
    if isinstance(disk, MountedDisk):
        disk.set_read_only(is_so=True)
        try:
            yield
        finally:
            disk.set_read_only(is_so=False)
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", _refusing(Path.open, place))
        patch.setattr(Path, "touch", _refusing(Path.touch, place))
        yield


@contextmanager
def turned_read_only(store: Store) -> Iterator[None]:
    """The open database takes no write any more, as when the system itself mounts a failing disk anew."""

    def switch(word: str) -> Any:
        return lambda connection, *_: connection.execute(f"PRAGMA query_only = {word}")

    off, on = switch("ON"), switch("OFF")
    event.listen(store.engine, "checkout", off)
    try:
        yield
    finally:
        event.remove(store.engine, "checkout", off)
        event.listen(store.engine, "checkout", on)


def _refusing(step: Any, place: Path) -> Any:
    def refuse(path: Path, mode: str = "w", *others: Any, **named: Any) -> Any:
        if mode not in ("r", "rb") and path.is_relative_to(place):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return step(path, mode, *others, **named)

    return refuse
