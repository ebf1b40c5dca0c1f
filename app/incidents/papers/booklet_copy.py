"""A copy of the booklet in a folder: the old one stays until the new one lies there whole."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FILE = "应急手册.pdf"


class CopyState(StrEnum):
    """What became of a copy; nothing of it stops anybody."""

    WRITTEN = "written"
    STANDS = "stands"  # today's lies there already
    GONE = "gone"
    READ_ONLY = "read-only"
    FULL = "full"
    FAILED = "failed"

    @property
    def is_trouble(self) -> bool:
        """Whether somebody has to look at the place."""
        return self not in (CopyState.WRITTEN, CopyState.STANDS)


@dataclass(frozen=True, slots=True)
class Copied:
    """A place and what became of its copy; `reason` is the system's own word."""

    folder: Path
    state: CopyState
    reason: str = ""


STATES = {
    errno.ENOENT: CopyState.GONE,
    errno.ENOTDIR: CopyState.GONE,
    errno.ENODEV: CopyState.GONE,
    errno.ENXIO: CopyState.GONE,
    errno.EIO: CopyState.GONE,
    errno.EROFS: CopyState.READ_ONLY,
    errno.EACCES: CopyState.READ_ONLY,
    errno.EPERM: CopyState.READ_ONLY,
    errno.ENOSPC: CopyState.FULL,
    errno.EDQUOT: CopyState.FULL,
}


def write_copy(folder: Path, pdf: bytes) -> Copied:
    """Put the booklet into a folder that is there; what lay there before stays until the new one is whole."""
    if not folder.is_absolute() or not folder.is_dir():
        return Copied(folder, CopyState.GONE)
    draft = folder / f".{FILE}.part"
    try:
        draft.write_bytes(pdf)
        draft.replace(folder / FILE)
    except OSError as fault:
        _clear(draft)
        return Copied(folder, STATES.get(fault.errno or 0, CopyState.FAILED), fault.strerror or str(fault))
    return Copied(folder, CopyState.WRITTEN)


def _clear(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return  # the place took nothing; there is nothing to take away
