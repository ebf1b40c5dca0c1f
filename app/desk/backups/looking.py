"""Looking into a backup without touching anything, the drill of every month, and putting one back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import audit as trail
from app.core.clock import Clock
from app.counter.tables import receipt
from app.desk.backups.backups import nobody_asks
from app.desk.backups.proof import books_are_whole
from app.desk.backups.refusals import BackupOfAnotherOffice
from app.desk.backups.written import note_damaged
from app.estate.tables import unit
from app.ledger.journal import journal_end
from app.store.backup_file import Label, NoBackupFile, office_mark, read_label
from app.store.restoring import Progress, begin_restore, opened, prepare_restore
from app.store.store import Store
from app.store.truths import Finding, Truth, check_truths

DRILLED, LOOKED, RESTORED = "drill_backup", "look_into_backup", "restore_backup"
_EVERY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a backup holds: its label, its size in the office's terms, and every truth of its books."""

    file: Path
    label: Label
    units: int
    receipts: int
    last_receipt: str
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every truth holds in it."""
        return not any(finding.breaches for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Drill:
    """A restore drill: when it was done, on which backup, and whether the backup proved sound."""

    at: datetime
    file: str
    is_sound: bool


def look(file: Path, key: str, truths: Sequence[Truth], progress: Progress = nobody_asks) -> Looked:
    """Lay a backup out in a folder of its own that goes again, open it, and check every truth.

    Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice, BackupEndsEarly.
    """
    must_be_of(file, key)
    with laid_out(file, key, progress) as (label, store), store.reading() as connection:
        newest = select(receipt.c.label).order_by(receipt.c.id.desc()).limit(1)
        return Looked(
            file,
            label,
            connection.execute(select(func.count()).select_from(unit)).scalar_one(),
            connection.execute(select(func.count()).select_from(receipt)).scalar_one(),
            connection.execute(newest).scalar() or "",
            tuple(check_truths(connection, truths)),
        )


@contextmanager
def laid_out(file: Path, key: str, progress: Progress = nobody_asks) -> Iterator[tuple[Label, Store]]:
    """A backup opened in a temporary folder: nothing that is done there reaches any file that stays."""
    with (
        tempfile.TemporaryDirectory(prefix="property-counter-", ignore_cleanup_errors=True) as scratch,
        opened(file, Path(scratch), key, books_are_whole, progress) as found,
    ):
        yield found


def lay_out(file: Path, place: Path, key: str, progress: Progress = nobody_asks) -> None:
    """Lay a backup out in a place of its own and prove it. Raises NoBackupFile, BackupIsNewer, BackupEndsEarly."""
    with opened(file, place, key, books_are_whole, progress):
        pass


def must_be_of(file: Path, key: str) -> Label:
    """The label of a backup of the office with this key. Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice."""
    label = read_label(file)
    if label.office != office_mark(key):
        raise BackupOfAnotherOffice(file)
    return label


class BackupLooks:
    """Every use case needs MANAGE_BACKUPS and stands in the audit trail."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def look(self, by: Actor, file: Path, truths: Sequence[Truth], progress: Progress = nobody_asks) -> Looked:
        """What the backup holds. Raises NotPermitted and what `look` raises."""
        by.require(Permission.MANAGE_BACKUPS)
        return self._looked(LOOKED, by, file, truths, progress)

    def view(self, by: Actor, file: Path) -> Label:
        """Somebody views the backup in a window of its own; its label.

        Raises NotPermitted, NoBackupFile, BackupIsNewer.
        """
        by.require(Permission.MANAGE_BACKUPS)
        label = read_label(file)
        with self._store.transaction() as connection:
            audit.record(connection, LOOKED, file.name, {"viewed": True}, self._clock.now(), by.id)
        return label

    def drill(self, by: Actor, file: Path, truths: Sequence[Truth], progress: Progress = nobody_asks) -> Looked:
        """Restore a backup as if all were lost, to a folder that goes again, and keep the record of it.

        Raises NotPermitted and what `look` raises.
        """
        by.require(Permission.MANAGE_BACKUPS)
        return self._looked(DRILLED, by, file, truths, progress)

    def last_drill(self) -> Drill | None:
        """The newest drill; None before the first."""
        newest = select(trail.c.at, trail.c.subject, trail.c.facts).where(trail.c.action == DRILLED)
        with self._store.reading() as connection:
            row = connection.execute(newest.order_by(trail.c.id.desc()).limit(1)).first()
        return None if row is None else Drill(row.at, row.subject, row.facts["sound"])

    def drill_is_due(self) -> bool:
        """Whether a month has gone by since a backup was last proven by a drill."""
        last = self.last_drill()
        return last is None or not last.is_sound or self._clock.now() - last.at >= _EVERY

    def newer_entries(self, file: Path) -> int:
        """How many entries of the journal the office has that the backup lacks. Raises NoBackupFile, BackupIsNewer."""
        with self._store.reading() as connection:
            return max(0, journal_end(connection).no - read_label(file).journal_no)

    def put_back(self, by: Actor, file: Path, progress: Progress = nobody_asks) -> Label:
        """Prepare and prove the backup beside the database, and mark it as wanted: the next opening has it.

        What stands now is kept aside. Raises NotPermitted, NoBackupFile, BackupIsNewer, BackupOfAnotherOffice,
        BackupEndsEarly.
        """
        by.require(Permission.MANAGE_BACKUPS)
        self._store.must_be_writable()
        must_be_of(file, self._store.key)
        folder, now = self._store.folder, self._clock.now()
        label = prepare_restore(file, folder, self._store.key, books_are_whole, progress)
        with self._store.transaction() as connection:
            facts = {"made_at": label.made_at.isoformat(), "journal": label.journal_no}
            audit.record(connection, RESTORED, file.name, facts, now, by.id)
        begin_restore(folder, file, label, now)
        return label

    def _looked(self, action: str, by: Actor, file: Path, truths: Sequence[Truth], progress: Progress) -> Looked:
        try:
            looked = look(file, self._store.key, truths, progress)
        except NoBackupFile as error:
            with self._store.transaction() as connection:
                note_damaged(connection, file, error.reason, self._clock.now(), by.id)
                self._record(action, by, file, is_sound=False)
            raise
        self._record(action, by, file, is_sound=looked.is_sound)
        return looked

    def _record(self, action: str, by: Actor, file: Path, *, is_sound: bool) -> None:
        with self._store.transaction() as connection:
            audit.record(connection, action, file.name, {"sound": is_sound}, self._clock.now(), by.id)
