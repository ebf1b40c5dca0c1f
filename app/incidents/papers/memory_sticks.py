"""The memory sticks that are in now, as far as the system tells."""

from __future__ import annotations

import string
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

_WHERE = ("/media", "/run/media", "/Volumes")
_REMOVABLE = 2
_DEPTH = {"/media": (3, 4), "/run/media": (5,), "/Volumes": (3,)}


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
    return any(point.is_relative_to(where) and len(point.parts) in _DEPTH[where] for where in _WHERE)


def _removable_drives() -> tuple[Path, ...]:
    import ctypes  # noqa: PLC0415 - there only

    kind = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]  # there only
    drives = (f"{letter}:\\" for letter in string.ascii_uppercase[2:])  # A and B are floppy drives, slow to answer
    return tuple(Path(drive) for drive in drives if kind(drive) == _REMOVABLE)
