"""Tries to sign in before the database is open: a small synced file, which the list of sign-ins takes over.

No name stands in it: who was typed is kept as the keyring tells people apart.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zlib import crc32

from app.store.folder import DataFolder

MOST_BYTES = 200_000
"""After some 2,000 tries the older half goes: a file that anybody can lengthen must not fill the disk."""


@dataclass(frozen=True, slots=True)
class EarlyTry:
    """One wrong try: whose name was typed, as the keyring tells it, when, and at which second nobody can set."""

    who: str
    at: datetime
    ran: int | None = None


def tries_file(folder: DataFolder) -> Path:
    """Where they wait."""
    return folder.path / "counter.tries"


def note_try(folder: DataFolder, who: str, at: datetime, ran: int | None = None) -> None:
    """Write one try and wait until it is on the disk; a disk that refuses keeps nobody from typing again."""
    path = tries_file(folder)
    with suppress(OSError):
        _shorten(path)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
            file.write(_line(EarlyTry(who, at, ran)))
            file.flush()
            os.fsync(file.fileno())


def waiting_tries(folder: DataFolder) -> list[EarlyTry]:
    """The tries that nobody has taken over yet; half a line is passed over."""
    try:
        lines = tries_file(folder).read_bytes().splitlines()
    except OSError:
        return []
    return [one for line in lines if (one := _read(line)) is not None]


def forget_tries(folder: DataFolder) -> None:
    """They stand in the database now."""
    with suppress(OSError):
        tries_file(folder).unlink(missing_ok=True)


def _line(one: EarlyTry) -> bytes:
    said = f"{one.who} {one.at.isoformat()}" + ("" if one.ran is None else f" {one.ran}")
    return json.dumps({"said": said, "seal": crc32(said.encode())}).encode() + b"\n"


def _read(line: bytes) -> EarlyTry | None:
    try:
        facts = json.loads(line)
        said = str(facts["said"])
        if facts["seal"] != crc32(said.encode()):
            return None
        who, at, *ran = said.split(" ")
        return EarlyTry(who, datetime.fromisoformat(at), int(ran[0]) if ran else None)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _shorten(path: Path) -> None:
    if path.exists() and path.stat().st_size > MOST_BYTES:
        lines = path.read_bytes().splitlines(keepends=True)
        draft = path.with_name(f"{path.name}.new")
        draft.write_bytes(b"".join(lines[len(lines) // 2 :]))
        draft.replace(path)
