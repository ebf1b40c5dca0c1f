"""The memory sticks that are in now, as far as the system tells."""

from __future__ import annotations

import string
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

_REMOVABLE = 2
_BELOW = {("media",): (1, 2), ("run", "media"): (2,), ("Volumes",): (1,)}
"""By the folder in which a desktop shows what was put in: how many steps below it a stick stands."""


def memory_sticks() -> tuple[Path, ...]:
    """The folders that they show; none where the system does not say."""
    if sys.platform == "win32":
        return _removable_drives()
    table = Path("/proc/mounts")
    if not table.exists():
        return ()
    lines = (line.split() for line in table.read_text(encoding="utf-8", errors="replace").splitlines())
    return sticks_among(parts[1].replace("\\040", " ") for parts in lines if len(parts) > 1)


def sticks_among(mounts: Iterable[str]) -> tuple[Path, ...]:
    """Those of the mounted places at which a desktop shows what somebody has put in."""
    return tuple(Path(point) for point in mounts if _is_stick(PurePosixPath(point)))


def _is_stick(point: PurePosixPath) -> bool:
    parts = point.parts[1:]
    return any(parts[: len(where)] == where and len(parts) - len(where) in steps for where, steps in _BELOW.items())


def _removable_drives() -> tuple[Path, ...]:
    import ctypes  # noqa: PLC0415 - there only

    kind = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]  # there only
    drives = (f"{letter}:\\" for letter in string.ascii_uppercase[2:])  # A and B are floppy drives, slow to answer
    return tuple(Path(drive) for drive in drives if kind(drive) == _REMOVABLE)
