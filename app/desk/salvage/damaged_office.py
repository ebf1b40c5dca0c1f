"""A folder whose data cannot be opened: the key to it, the backups beside it, what is newer, and the ways back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from app.access.early_door import key_in
from app.access.refusals import WrongPassword
from app.core.clock import Clock
from app.core.errors import Refusal
from app.desk.backups.backups import nobody_asks
from app.desk.backups.looking import laid_out
from app.desk.salvage.newer import Newer
from app.desk.salvage.put_back import put_back
from app.desk.salvage.read_newer import read_newer
from app.desk.salvage.refusals import KeyOfAnotherOffice
from app.desk.salvage.standing import (
    Confirmed,
    StandingBackup,
    backups_beside,
    chosen_folders,
    confirmed_last,
    fingerprint_of,
    of_office,
    opened_by,
    too_new_beside,
)
from app.desk.salvage.to_enter_facts import ToEnterFacts
from app.estate.office_facts import OfficeFacts, read_office_facts
from app.store.backup_file import BackupIsNewer, read_label, read_ring
from app.store.folder import DataFolder
from app.store.key_refusals import CodeOfAnotherSheet, KeyMissing
from app.store.keyring import Keyring
from app.store.opening import open_store
from app.store.restoring import Progress, Restored
from app.store.salvage import opens, salvaged

_MOST_RINGS = 3


class DamagedOffice:
    """Reads the folder and its backups; only `put_back` and `take_ring` write, and nothing is ever deleted."""

    def __init__(self, folder: Path, clock: Clock, key: str | None = None) -> None:
        self.folder, self.clock, self.key = DataFolder(folder), clock, key
        self._more: tuple[Path, ...] = ()
        self._is_wrong_ring = False
        self.office = OfficeFacts()
        """What the backup says of the office, once `read`."""

    def confirmed(self) -> Confirmed | None:
        """What was confirmed last, by the head file."""
        return confirmed_last(self.folder)

    def backups(self) -> tuple[StandingBackup, ...]:
        """The backups that can be put back, the newest first; of this office alone once its key is known."""
        found = self._beside(of_any=self.key is not None)
        return found if self.key is None else of_office(found, self.key)

    def too_new(self) -> tuple[BackupIsNewer, ...]:
        """Backups beside it that a newer version of the program made, which `backups` passes over."""
        return too_new_beside(self.folder, self._more)

    def add(self, file: Path) -> StandingBackup:
        """A backup that a person chose. Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice."""
        label = read_label(file)
        if self.key is not None:
            opened_by(file, label, self.key)
        return StandingBackup(file, label)

    def lies_open(self) -> bool:
        """Whether the key needs no password; it is known afterwards."""
        if self.key is None:
            ring = self.ring()
            self.key = None if ring is None else ring.open_key
        return self.key is not None

    def ring(self) -> Keyring | None:
        """The key ring of the folder; where that is missing, of the newest backup."""
        try:
            return Keyring.read(self.folder)
        except KeyMissing:
            newest = next(iter(self.backups()), None)
            return None if newest is None else read_ring(newest.file)

    def unlock(self, name: str, secret: str) -> None:
        """By a name with its password, or without a name by the recovery code.

        Raises KeyMissing, WrongPassword, WaitAfterWrongPasswords and what a recovery code is refused for.
        """
        ring = self.ring()
        if ring is None:
            raise KeyMissing(self.folder.key)
        try:
            self.key = key_in(ring, self.folder, name, secret, self.clock)
        except (WrongPassword, CodeOfAnotherSheet):
            if not self.ring_is_of_another(name, secret):
                raise

    def ring_is_of_another(self, name: str, secret: str) -> bool:
        """Whether the key file is another office's: this opens the ring of a backup, and that the data here."""
        beside = fingerprint_of(self.folder)
        for one in self._beside(of_any=True)[:_MOST_RINGS] if beside else ():
            ring = read_ring(one.file)
            if ring.fingerprint != beside:
                with suppress(Refusal):
                    key = ring.unlock(name, secret) if name.strip() else ring.unlock_by_code(secret)
                    if opens(self.folder.database, key):
                        self.key, self._is_wrong_ring = key, True
                        return True
        return False

    def ring_is_missing(self) -> bool:
        """Whether the key file is all that is wrong: the backup's opens the database that lies here."""
        if self._is_wrong_ring:
            return True
        try:
            Keyring.read(self.folder)
        except KeyMissing:
            return self.key is not None and self.folder.database.exists() and opens(self.folder.database, self.key)
        return False

    def take_ring(self, file: Path) -> None:
        """Put the key ring of a backup beside the database. Raises KeyOfAnotherOffice, NoBackupFile, FolderNotWritable.

        The passwords are those of the day of the backup.
        """
        if self.key is None or not opens(self.folder.database, self.key):
            raise KeyOfAnotherOffice(file)
        read_ring(file).write(self.folder)

    def read(self, backup: StandingBackup | None, progress: Progress = nobody_asks) -> Newer:
        """What the damaged database knows that the backup does not; of all of it where there is no backup.

        Raises NoBackupFile, BackupIsNewer, BackupEndsEarly, and OSError where not even the bytes can be read.
        """
        assert self.key is not None, "unlock first"
        known = self.confirmed()
        with (
            tempfile.TemporaryDirectory(prefix="property-counter-", ignore_cleanup_errors=True) as scratch,
            self._to_compare(backup, progress) as (compared, sound),
            salvaged(self.folder, self.key, Path(scratch), sound) as salvage,
        ):
            self._more = chosen_folders(salvage)
            self.office = read_office_facts(compared)
            return read_newer(salvage, compared, None if known is None else known.head)

    def for_paper(self, backup: StandingBackup | None, newer: Newer) -> ToEnterFacts:
        """The list of what is newer, as it is printed."""
        made_at = None if backup is None else backup.label.made_at
        return ToEnterFacts(self.office, newer, frozenset(), made_at, self.clock.now(), "")

    def put_back(self, backup: StandingBackup, newer: Newer, progress: Progress = nobody_asks) -> Restored | None:
        """The office of the backup, with the list of what is newer. Raises what `put_back` raises."""
        assert self.key is not None, "unlock first"
        return put_back(self.folder, backup.file, self.key, newer, self.clock, progress)

    def _beside(self, *, of_any: bool) -> tuple[StandingBackup, ...]:
        return backups_beside(self.folder, self.clock.now(), self._more, of_any=of_any)

    @contextmanager
    def _to_compare(
        self, backup: StandingBackup | None, progress: Progress
    ) -> Iterator[tuple[Connection, Path | None]]:
        assert self.key is not None
        if backup is not None:
            with laid_out(backup.file, self.key, progress) as (_, store), store.reading() as connection:
                yield connection, store.folder.database
            return
        with (
            tempfile.TemporaryDirectory(prefix="property-counter-", ignore_cleanup_errors=True) as scratch,
            closing(open_store(DataFolder(Path(scratch) / "empty"), self.clock.now())) as empty,
            empty.reading() as connection,
        ):
            yield connection, None
