"""The one data folder of an office: what lies where, and whether it can be used."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from app.core.errors import Refusal, Trouble

_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "afs", "9p"})
_DRIVE_REMOTE = 4


class FolderNotWritable(Trouble):
    """The data folder cannot be made or written; `reason` is the system's own word."""

    folder: Path
    reason: str


class FolderOnNetworkDrive(Trouble):
    """SQLite's locks are not safe over a network, so such a folder is refused."""

    folder: Path


class NoOfficeHere(Refusal):
    """A command works on an office that was set up; this folder holds none."""

    folder: Path


@dataclass(frozen=True)
class DataFolder:
    """Paths inside the data folder; the folder itself may not exist yet."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted SQLite file."""
        return self.path / "counter.db"

    @property
    def log(self) -> Path:
        """What was written last and is not yet in the database file; there only while it is open or after a kill."""
        return self.path / "counter.db-wal"

    @property
    def key(self) -> Path:
        """The random database key."""
        return self.path / "counter.key"

    @property
    def head(self) -> Path:
        """The last journal number and hash, kept beside the database."""
        return self.path / "counter.head"

    @property
    def unsigned(self) -> Path:
        """What was done before sign-in and has not joined the database: no restore takes it away."""
        return self.path / "counter.unsigned"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.path / "backups"

    @property
    def restoring(self) -> Path:
        """There from the moment on when a restore is wanted until all its files stand in their places."""
        return self.path / "restoring.json"

    @property
    def doubt(self) -> Path:
        """There from the moment on when a damaged page was met at work until every page was looked at."""
        return self.path / "counter.doubt"

    @property
    def crashes(self) -> Path:
        """Reports of bugs."""
        return self.path / "crashes"

    @property
    def holds_office(self) -> bool:
        """Whether an office was set up here before."""
        return self.database.exists() or self.restoring.exists()

    def prepare(self) -> None:
        """Make the folder and prove that it can be written.

        Raises FolderNotWritable, FolderOnNetworkDrive.
        """
        if on_network_drive(self.path):
            raise FolderOnNetworkDrive(self.path)
        probe = self.path / ".probe"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
            for existing in (self.database, self.key):
                if existing.exists() and not os.access(existing, os.W_OK):
                    raise FolderNotWritable(self.path, existing.name)
        except OSError as error:
            raise FolderNotWritable(self.path, error.strerror or str(error)) from error


def default_folder() -> DataFolder:
    """The platform's own place for this program's data."""
    import platformdirs  # noqa: PLC0415 - only where nobody named a folder

    return DataFolder(Path(platformdirs.user_data_dir("property-counter", appauthor=False)))


def is_unc(path: PurePath) -> bool:
    """Whether a Windows path names a server and a share (UNC)."""
    return isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\") and not path.drive.startswith("\\\\?\\")


def on_network_drive(path: Path) -> bool:
    """Whether the folder lies on a drive of another machine (as far as the system tells)."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there only

        drive = path.resolve().drive
        return is_unc(path.resolve()) or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    return mounted_as(path, _mounts()) in _NETWORK_FILE_SYSTEMS


def mounted_as(path: Path, mounts: list[tuple[str, str]]) -> str:
    """The file system that `path` lies on, given (mount point, type) pairs; empty if none fits."""
    resolved = path.resolve()
    fitting = [(len(point), kind) for point, kind in mounts if resolved.is_relative_to(point)]
    return max(fitting, default=(0, ""))[1]


def _mounts() -> list[tuple[str, str]]:
    table = Path("/proc/mounts")
    if not table.exists():
        return []
    lines = (line.split() for line in table.read_text(encoding="utf-8", errors="replace").splitlines())
    return [(parts[1].replace("\\040", " "), parts[2]) for parts in lines if len(parts) > 2]
