"""One proven backup in a scratch folder: copied while the counter works, packed, unpacked again, opened and checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.store.backup import BackupFailed, copy_database
from app.store.backup_file import Label, NoBackupFile, Why, office_mark, pack, sum_of, unpack
from app.store.doubt import keep_doubt
from app.store.engine import READING, make_engine
from app.store.faults import DatabaseDamaged, trouble_in
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.migrate import HEAD
from app.store.restoring import Check, Progress, prove

BooksEnd = Callable[[Connection], tuple[int, str]]


def make_backup(
    folder: DataFolder,
    key: str,
    scratch: Path,
    why: Why,
    now: datetime,
    end: BooksEnd,
    check: Check,
    progress: Progress,
) -> Path:
    """A proven backup of what the folder holds; `end` tells where the books end, `check` raises if they do not.

    Raises BackupFailed, and what `check` and `progress` raise.
    """
    try:
        head = folder.head.read_bytes() if folder.head.exists() else b""  # before the copy, which may only know more
        ring = Keyring.read(folder).to_bytes()
        copied = scratch / "copied.db"
        copy_database(folder.database, copied, key, lambda done, whole: progress(done * 60 // max(1, whole), 100))
        number, link = _end_of(copied, key, end)
        label = Label(office_mark(key), now, why, HEAD, number, link, sum_of(copied))
        packed = scratch / label.file_name
        pack(packed, label, copied, ring, head)
        copied.unlink()
        _prove(packed, scratch / "proof", key, check, progress)
    except (OSError, dbapi2.Error, DBAPIError, NoBackupFile) as error:
        if isinstance(trouble_in(error), DatabaseDamaged):
            keep_doubt(folder)
        raise BackupFailed(folder.backups, str(error)) from error
    progress(100, 100)
    return packed


def _end_of(copied: Path, key: str, end: BooksEnd) -> tuple[int, str]:
    engine = make_engine(copied, key)
    try:
        with engine.connect() as connection:
            return end(connection.execution_options(**{READING: True}))
    finally:
        engine.dispose()


def _prove(packed: Path, scratch: Path, key: str, check: Check, progress: Progress) -> None:
    scratch.mkdir()
    laid_out = DataFolder(scratch)
    label = unpack(packed, laid_out, lambda done, whole: progress(60 + done * 20 // max(1, whole), 100))
    prove(laid_out, packed, key, check, label)
    progress(95, 100)
