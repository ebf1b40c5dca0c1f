"""Putting a proven backup into a place: drafted, synced, read back, and only then given its name."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from app.desk.backups.places import ON_STICKS
from app.desk.backups.written import Written
from app.incidents.papers.booklet_copy import STATES, CopyState
from app.store.backup_file import sum_of, sync_folder


def copy_to(folder: Path, proven: Path, digest: str) -> Written:
    """The same bytes in another folder; nothing that goes wrong with a place is raised."""
    if not folder.is_absolute() or not _is_there(folder):
        return Written(folder, CopyState.GONE)
    target, draft = folder / proven.name, folder / f".{proven.name}.part"
    try:
        shutil.copyfile(proven, draft)
        _sync(draft)
        if sum_of(draft) != digest:
            draft.unlink(missing_ok=True)
            return Written(folder, CopyState.FAILED, reason="SHA-256")
        draft.replace(target)
        sync_folder(folder)
    except OSError as fault:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return Written(folder, STATES.get(fault.errno or 0, CopyState.FAILED), reason=fault.strerror or str(fault))
    return Written(folder, CopyState.WRITTEN, target, target.stat().st_size)


def _is_there(folder: Path) -> bool:
    """On a stick the program makes a folder of its own; elsewhere a folder that is not there is a disk that is not."""
    if folder.name == ON_STICKS and folder.parent.is_dir():
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
    return folder.is_dir()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
