"""Copies of the database by SQLite's online backup, each opened and checked before it counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from app.core.errors import Trouble
from app.store.engine import connect_raw
from app.store.folder import DataFolder

_PAGES_AT_ONCE = 500


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
        copy_database(folder.database, draft, key)
        problem = problem_in(draft, key)
    except (OSError, dbapi2.Error) as error:
        raise BackupFailed(target, str(error)) from error
    if problem:
        raise BackupFailed(target, problem)
    draft.replace(target)
    return target


def copy_database(
    source: Path, target: Path, key: str, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> None:
    """One moment of the database as a new file of the same key; `progress` (pages done, of all) may raise to stop.

    Raises OSError, and the driver's errors.
    """
    original = connect_raw(source, key)
    copy = dbapi2.connect(str(target), check_same_thread=False)
    try:
        copy.execute(f"PRAGMA key = \"x'{key}'\"")
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on a payment is no new start
        original.backup(copy, pages=_PAGES_AT_ONCE, progress=lambda _status, left, total: progress(total - left, total))
        original.execute("COMMIT")
    finally:
        copy.close()
        original.close()


def problem_in(path: Path, key: str) -> str:
    """What is wrong with a copy, in the database's own words; empty if every page is sound and carries its seal."""
    copy = dbapi2.connect(str(path))
    try:
        copy.execute(f"PRAGMA key = \"x'{key}'\"")
        unsealed = copy.execute("PRAGMA cipher_integrity_check").fetchone()
        answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
        copy.execute("SELECT count(*) FROM alembic_version").fetchone()
    finally:
        copy.close()
    if unsealed is not None:
        return str(unsealed[0])
    return "" if answer == "ok" else str(answer)
