"""A disk of a few megabytes that can be filled and freed again: a real one where one may be mounted, else a limit.

The limit is the system's own on how long a file may grow; SQLite then speaks of a failed disk where a real one is full.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

try:
    import resource
except ImportError:  # pragma: no cover - Windows has neither
    resource = None  # type: ignore[assignment]

SIZE = 24  # megabytes
BLOCK = 4096


class SmallDisk(Protocol):
    """Where it is, and whether anything fits on it."""

    path: Path

    def fill(self) -> None: ...

    def free(self) -> None: ...

    def give_back(self) -> None: ...


class MountedDisk:
    """A file system of its own in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ballast = path / "ballast"

    def fill(self) -> None:
        with suppress(OSError), self._ballast.open("ab", buffering=0) as file:
            while file.write(b"\0" * BLOCK):
                pass

    def free(self) -> None:
        self._ballast.unlink(missing_ok=True)

    def set_read_only(self, *, is_so: bool) -> None:
        """Mount it again so that nothing can be written, or as it was. Raises CalledProcessError."""
        _mount("-o", f"remount,{'ro' if is_so else 'rw'}", str(self.path))

    def give_back(self) -> None:
        self.free()
        subprocess.run(["umount", "--lazy", str(self.path)], check=True, capture_output=True)


class LimitedDisk:
    """A folder where, while it is `full`, no file of this process grows by a byte."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, self._usual[1]))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._usual)

    def give_back(self) -> None:
        self.free()


def mounted(path: Path) -> MountedDisk | None:
    """A small disk at this place, where the system lets us."""
    path.mkdir()
    try:
        _mount("-t", "tmpfs", "-o", f"size={SIZE}m", "property-counter-test", str(path))
    except (OSError, subprocess.CalledProcessError):
        return None
    return MountedDisk(path)


@contextmanager
def small_disk(path: Path) -> Iterator[SmallDisk]:
    """The best that can be had here; given back at the end."""
    disk = mounted(path) or LimitedDisk(path)
    try:
        yield disk
    finally:
        disk.give_back()


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)
