"""The backup after a close: verified, kept in the data folder, and copied to a second place if the office names one."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from app.core.clock import Clock
from app.counter.shifts.settings import BACKUP_FOLDER
from app.counter.shifts.shift_facts import z_label
from app.store.backup import BackupFailed, write_verified_backup
from app.store.key_file import database_key
from app.store.settings import read_choice
from app.store.store import Store


class ShiftBackup:
    """Written after a Z report is durable; a failure of it never touches the report."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def write(self, number: int) -> Path:
        """Back up after the Z report of this number; returns the farthest copy.

        Raises BackupFailed, also where only the second place could not be written.
        """
        name = f"{z_label(number)}-{self._clock.now():%Y%m%d-%H%M%S}"
        written = write_verified_backup(self._store.folder, database_key(self._store.folder), name)
        with self._store.reading() as connection:
            second = read_choice(connection, BACKUP_FOLDER).strip()
        return _copied(written, Path(second)) if second else written


def _copied(written: Path, folder: Path) -> Path:
    """The same bytes in another folder, read back and compared."""
    target = folder.joinpath(written.name)
    draft = target.with_suffix(".part")
    try:
        shutil.copyfile(written, draft)
        if _digest(draft) != _digest(written):
            raise BackupFailed(target, "the copy differs from the backup")
        draft.replace(target)
    except OSError as error:
        raise BackupFailed(target, error.strerror or str(error)) from error
    return target


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
