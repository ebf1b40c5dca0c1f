"""Files beside the database without a resident in them: two that are read before sign-in, one that is written then."""

from __future__ import annotations

import os
from pathlib import Path

from app.store.folder import DataFolder
from app.store.whole_write import write_all


def plans_file(folder: DataFolder) -> Path:
    """The approved plans and the numbers of the office."""
    return folder.path / "counter.plans"


def runs_file(folder: DataFolder) -> Path:
    """What runs in the office, line by line."""
    return folder.path / "counter.runs"


def log_file(folder: DataFolder) -> Path:
    """What was done before sign-in, line by line."""
    return folder.unsigned


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by a synced one: at every moment the old or the new content is there. Raises OSError."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    with draft.open("wb", buffering=0) as file:
        write_all(file, content)
        os.fsync(file.fileno())
    draft.replace(path)


def add_synced(path: Path, content: bytes) -> None:
    """Write behind what stands in a file, synced. Raises OSError."""
    with path.open("ab", buffering=0) as file:
        write_all(file, content)
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make a new file's name durable, where a system can: others write it with the file."""
    if os.name != "posix":
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
