"""The random key of the database file: 256 bits, kept in the data folder until access wraps it per person."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Trouble
from app.store.folder import DataFolder

_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(eq=False)
class KeyMissing(Trouble):
    """There is a database but no usable key file beside it."""

    key_file: Path


def database_key(folder: DataFolder) -> str:
    """The key as 64 hex digits; a new one is made, synced and only then used if the folder is empty.

    Raises KeyMissing.
    """
    if not folder.key.exists():
        if folder.database.exists():
            raise KeyMissing(folder.key)
        _write_new(folder.key)
    text = folder.key.read_text(encoding="ascii", errors="replace").strip()
    if not _KEY.fullmatch(text):
        raise KeyMissing(folder.key)
    return text


def _write_new(path: Path) -> None:
    draft = path.with_suffix(f".{os.getpid()}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # never over a key that another start has just made
    except FileExistsError:
        pass
    except OSError:
        draft.replace(path)
    draft.unlink(missing_ok=True)
