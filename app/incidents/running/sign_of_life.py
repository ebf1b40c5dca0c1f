"""A small file that says when the program last ran during an incident: a restart tells how long it was off."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path

from app.store.folder import DataFolder

_WIDTH = 32
_log = logging.getLogger(__name__)


def sign_file(folder: DataFolder) -> Path:
    """Where it lies."""
    return folder.path / "counter.alive"


def write_sign(path: Path, now: datetime) -> None:
    """Write and sync the moment over the one before; what cannot be written is logged and no trouble."""
    try:
        if not path.exists():
            path.touch()
        with path.open("r+b", buffering=0) as file:
            file.write(now.isoformat().encode().ljust(_WIDTH - 1) + b"\n")
            os.fsync(file.fileno())
    except OSError:
        _log.exception("the sign of life could not be written")


def read_sign(path: Path) -> datetime | None:
    """The moment; None where none can be read."""
    try:
        return datetime.fromisoformat(path.read_bytes().decode("ascii").strip())
    except (OSError, ValueError):
        return None
