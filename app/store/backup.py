"""Copies of the database by SQLite's online backup, each opened and checked before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from app.core.errors import Trouble
from app.store.engine import connect_raw
from app.store.folder import DataFolder


@dataclass(eq=False)
class BackupFailed(Trouble):
    """The copy could not be written or did not prove sound; the original is untouched."""

    target: Path
    reason: str


def write_verified_backup(folder: DataFolder, key: str, name: str) -> Path:
    """Copy the database into the folder's backups under `name`, encrypted with the same key, and prove it.

    Raises BackupFailed.
    """
    target = folder.backups / f"{name}.db"
    draft = target.with_suffix(".part")
    try:
        folder.backups.mkdir(exist_ok=True)
        draft.unlink(missing_ok=True)
        _copy(folder.database, draft, key)
        problem = _problem_in(draft, key)
    except (OSError, dbapi2.Error) as error:
        raise BackupFailed(target, str(error)) from error
    if problem:
        raise BackupFailed(target, problem)
    draft.replace(target)
    return target


def _copy(source: Path, target: Path, key: str) -> None:
    original = connect_raw(source, key)
    copy = dbapi2.connect(str(target))
    try:
        copy.execute(f"PRAGMA key = \"x'{key}'\"")
        original.backup(copy)
    finally:
        copy.close()
        original.close()


def _problem_in(path: Path, key: str) -> str:
    copy = dbapi2.connect(str(path))
    try:
        copy.execute(f"PRAGMA key = \"x'{key}'\"")
        answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
        copy.execute("SELECT count(*) FROM alembic_version").fetchone()
    finally:
        copy.close()
    return "" if answer == "ok" else str(answer)
