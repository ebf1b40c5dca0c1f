"""Putting a backup in the place of a damaged database, with the list of what is newer inside it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from app.access import audit
from app.core.clock import Clock
from app.desk.backups.backups import nobody_asks
from app.desk.backups.looking import RESTORED
from app.desk.backups.proof import books_are_whole
from app.desk.salvage.kept_list import keep_list
from app.desk.salvage.newer import Newer
from app.ledger.sealed_transactions import seal_transactions
from app.store.backup_file import Label
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.restoring import (
    Progress,
    Restored,
    begin_restore,
    finish_restore,
    must_be_alone,
    prepare_restore,
    staged,
)


def put_back(
    folder: DataFolder, file: Path, key: str, newer: Newer | None, clock: Clock, progress: Progress = nobody_asks
) -> Restored | None:
    """The office of the backup stands in the folder afterwards, and knows what is still to be entered.

    Without `newer` nothing was damaged: the folder held no office. What stood there is kept aside.

    Raises NoBackupFile, BackupIsNewer, BackupEndsEarly, FolderInUse, FolderNotWritable, DiskFull.
    """
    folder.prepare()
    must_be_alone(folder, key)
    label = prepare_restore(file, folder, key, books_are_whole, progress)
    _write_into(staged(folder), file, key, label, newer, clock)
    begin_restore(folder, file, label, clock.now())
    return finish_restore(folder)


def _write_into(stage: DataFolder, file: Path, key: str, label: Label, newer: Newer | None, clock: Clock) -> None:
    """Before it takes its place: whatever breaks off, the list is there with the data or neither is."""
    now = clock.now()
    with closing(open_store(stage, now, key)) as store:
        seal_transactions(store, clock)
        with store.transaction() as connection:
            facts = {"made_at": label.made_at.isoformat(), "journal": label.journal_no, "damaged": newer is not None}
            audit.record(connection, RESTORED, file.name, facts, now, None)
            if newer is not None and not newer.is_nothing:
                keep_list(connection, newer, label, now)
    shutil.rmtree(stage.backups, ignore_errors=True)  # the copy before an update: the backup itself is that copy
