"""A backup that comes to a computer without an office: opened by its own key ring, put where the office will lie."""

from __future__ import annotations

from pathlib import Path

from app.access.early_door import key_in
from app.core.clock import Clock
from app.desk.backups.backups import nobody_asks
from app.desk.salvage.put_back import put_back
from app.store.backup_file import read_label, read_ring
from app.store.folder import DataFolder
from app.store.restoring import Progress


class NewComputer:
    """Nothing is written before `put_back`. Raises NoBackupFile and BackupIsNewer of a file that is no use."""

    def __init__(self, folder: Path, file: Path, clock: Clock) -> None:
        self._folder, self._file, self._clock = DataFolder(folder), file, clock
        self.label = read_label(file)
        self._ring = read_ring(file)
        self._key = self._ring.open_key

    @property
    def lies_open(self) -> bool:
        """Whether nobody has to be asked for a password any more."""
        return self._key is not None

    def unlock(self, name: str, secret: str) -> None:
        """By a name with its password of that day, or without a name by the recovery code.

        Raises WrongPassword, WaitAfterWrongPasswords and what a recovery code is refused for.
        """
        self._key = key_in(self._ring, self._folder, name, secret, self._clock)

    def put_back(self, progress: Progress = nobody_asks) -> None:
        """The office of the backup stands in the folder afterwards; nobody may have the folder open.

        Raises NoBackupFile, BackupEndsEarly, FolderInUse, FolderNotWritable, DiskFull.
        """
        assert self._key is not None, "unlock first"
        put_back(self._folder, self._file, self._key, None, self._clock, progress)
