"""Putting a backup in the place of the database: prepared and proven beside it, then moved in one step that goes on.

What stood there is never deleted: it is kept aside. A marker says that the moving has begun; whatever breaks off, the
next opening goes on with it before anything is read.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.core.errors import Refusal
from app.store.backup import problem_in
from app.store.backup_file import Label, NoBackupFile, sync_folder, unpack
from app.store.engine import READING, make_engine
from app.store.faults import DiskFull, StoreIsBusy, trouble_in
from app.store.folder import DataFolder, FolderNotWritable
from app.store.key_refusals import KeyMissing
from app.store.keyring import Keyring
from app.store.log_file import log_kept
from app.store.migrate import bring_up_to_date
from app.store.store import Store

KEPT_ASIDE = "kept-aside"

_STAGE = "restoring"
_STAMP = "%Y%m%d-%H%M%S"

Progress = Callable[[int, int], None]
Check = Callable[[Connection, DataFolder, Label], None]


class FolderInUse(Refusal):
    """A restore needs the folder alone: a window or a command has it open."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Restored:
    """Which backup stands now in the place of the database, and where the one before lies; None if there was none."""

    file: str
    made_at: datetime
    kept_aside: Path | None


@contextmanager
def opened(file: Path, scratch: Path, key: str, check: Check, progress: Progress) -> Iterator[tuple[Label, Store]]:
    """A backup laid out in an empty folder, proven, and open for reading; closed afterwards.

    Raises NoBackupFile, BackupIsNewer, FolderNotWritable, DiskFull.
    """
    folder = DataFolder(scratch)
    with faults_of(folder):
        label = unpack(file, folder, progress)
    engine = make_engine(folder.database, key)
    try:
        prove(folder, file, key, check, label)
        bring_up_to_date(engine, folder, key, label.made_at)  # what an older version wrote is read as this one does
        yield label, Store(folder, engine, key)
    finally:
        engine.dispose()


def prove(folder: DataFolder, file: Path, key: str, check: Check, label: Label) -> None:
    """Open what was laid out, look at every page and at the ring, and let the books be checked. Raises NoBackupFile."""
    if _ring_in(folder, file).fingerprint != Keyring.new(key).fingerprint:
        raise NoBackupFile(file, folder.key.name)
    try:
        problem = problem_in(folder.database, key)
        engine = make_engine(folder.database, key)
        try:
            with engine.connect() as connection:
                check(connection.execution_options(**{READING: True}), folder, label)
        finally:
            engine.dispose()
    except (dbapi2.Error, DBAPIError) as error:
        raise NoBackupFile(file, str(error)) from error
    if problem:
        raise NoBackupFile(file, problem)


def _ring_in(folder: DataFolder, file: Path) -> Keyring:
    try:
        return Keyring.read(folder)
    except KeyMissing as error:
        raise NoBackupFile(file, folder.key.name) from error


def prepare_restore(file: Path, folder: DataFolder, key: str, check: Check, progress: Progress) -> Label:
    """Lay the backup out beside the database and prove it; nothing is replaced yet.

    Raises NoBackupFile, BackupIsNewer, FolderNotWritable, DiskFull.
    """
    stage = folder.path / _STAGE
    shutil.rmtree(stage, ignore_errors=True)
    with faults_of(folder):
        stage.mkdir(parents=True)
        label = unpack(file, DataFolder(stage), progress)
    prove(DataFolder(stage), file, key, check, label)
    return label


def staged(folder: DataFolder) -> DataFolder:
    """Where a prepared backup lies until it takes its place."""
    return DataFolder(folder.path / _STAGE)


def begin_restore(folder: DataFolder, file: Path, label: Label, now: datetime) -> None:
    """Mark what was prepared as wanted: from here on the next opening has the backup.

    Raises FolderNotWritable, DiskFull.
    """
    aside = f"{KEPT_ASIDE}/{now.strftime(_STAMP)}"
    with faults_of(folder):
        sync_folder(folder.path / _STAGE)
        _mark(folder, {"file": file.name, "made_at": label.made_at.isoformat(), "aside": aside, "is_clear": False})


def finish_restore(folder: DataFolder) -> Restored | None:
    """Move aside what stood there, then the prepared files in; goes on where it broke off.

    None if no restore has begun. Raises FolderNotWritable, also where another window has a file open, and DiskFull.
    """
    if not folder.restoring.exists():
        return None
    with faults_of(folder):
        return _finished(folder)


def _finished(folder: DataFolder) -> Restored:
    said, stage = _marked(folder), folder.path / _STAGE
    aside = folder.path / said["aside"]
    if not said["is_clear"]:  # all of it: a new file beside an old log would be no database
        aside.mkdir(parents=True, exist_ok=True)
        _move((path for path in folder.path.glob("counter.*") if path != folder.unsigned), aside)
        sync_folder(aside)
        _mark(folder, said | {"is_clear": True})
    _move(stage.iterdir(), folder.path)
    sync_folder(folder.path)
    folder.restoring.unlink()
    shutil.rmtree(stage, ignore_errors=True)
    had_one = (aside / folder.database.name).exists()
    return Restored(said["file"], datetime.fromisoformat(said["made_at"]), aside if had_one else None)


def must_be_alone(folder: DataFolder, key: str) -> None:
    """Refuse while a window or a command has the database open; one that is damaged nobody has open.

    What stands in the log stays there, damaged or not. Raises FolderInUse.
    """
    if not folder.database.exists():
        return
    try:
        with log_kept(folder), closing(dbapi2.connect(str(folder.database), isolation_level=None, timeout=0)) as alone:
            alone.execute(f"PRAGMA key = \"x'{key}'\"")
            alone.execute("PRAGMA locking_mode = EXCLUSIVE")  # before the first reading: no other may be connected
            alone.execute("BEGIN IMMEDIATE")
            alone.execute("ROLLBACK")
    except dbapi2.Error as error:
        if isinstance(trouble_in(error), StoreIsBusy):
            raise FolderInUse(folder.path) from error


def _marked(folder: DataFolder) -> dict[str, Any]:
    """What the marker says; where it was damaged since, what lies there tells how far the moving went."""
    try:
        said: dict[str, Any] = json.loads(folder.restoring.read_text(encoding="utf-8"))
        datetime.fromisoformat(said["made_at"])
        if isinstance(said["is_clear"], bool) and said["aside"].startswith(f"{KEPT_ASIDE}/"):
            return said | {"file": str(said["file"])}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    written = datetime.fromtimestamp(folder.restoring.stat().st_mtime)  # noqa: DTZ006 - the office's wall clock
    is_clear = not staged(folder).database.exists()  # the first that is moved in
    aside = f"{KEPT_ASIDE}/{written.strftime(_STAMP)}"
    return {"file": "", "made_at": written.isoformat(), "aside": aside, "is_clear": is_clear}


@contextmanager
def faults_of(folder: DataFolder) -> Iterator[None]:
    """What the disk refuses, told as the troubles of the folder."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise FolderNotWritable(folder.path, error.strerror or str(error)) from error


def _mark(folder: DataFolder, said: dict[str, object]) -> None:
    draft = folder.restoring.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder.restoring)
    sync_folder(folder.path)


def _move(files: Iterable[Path], into: Path) -> None:
    for path in sorted(files):
        path.replace(into / path.name)
