"""What a backup is as a file: one archive of the encrypted database, the key ring, the head, and a label without names.

Nothing in it is packed, so that a damaged byte costs no more than itself; whoever has no password reads only the label.
"""

from __future__ import annotations

import errno
import hashlib
import json
import lzma
import os
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.core.errors import Refusal
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.migrate import HEAD

SUFFIX = ".pcbackup"
LABEL = "about.json"

_FORMAT = 1
_SHORT = 8
_CHUNK = 1 << 20
_LONGEST_LABEL = 10_000
_NAME = re.compile(r"counter-([0-9a-f]{8})-(\d{8}-\d{6})\.pcbackup")
_STAMP = "%Y%m%d-%H%M%S"
_LONGEST_RING = 1_000_000
_REFUSED_WRITES = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
"""The fault of the disk that is written, never of the backup that is read."""

_UNREADABLE = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, RuntimeError, OverflowError),
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
)


class Why(StrEnum):
    """What a backup was made for."""

    DAILY = "daily"
    SHIFT = "shift"
    CLOSE = "close"
    ASKED = "asked"


class NoBackupFile(Refusal):
    """The file is not a backup of this program, or it is damaged: `reason` is the reader's word."""

    file: Path
    reason: str


class BackupIsNewer(Refusal):
    """The backup was written by a newer version of the program."""

    file: Path
    schema: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a backup says of itself to everybody: which office by a mark, when, and where its journal ends."""

    office: str
    made_at: datetime
    why: Why
    schema: str
    journal_no: int
    journal_hash: str
    database: str
    """SHA-256 of the database in it."""

    @property
    def file_name(self) -> str:
        """The same for nobody else, and sorted by time."""
        return f"counter-{self.office[:_SHORT]}-{self.made_at.strftime(_STAMP)}{SUFFIX}"


def office_mark(key: str) -> str:
    """Tells one office from another without its key: 32 hex digits."""
    return hashlib.sha256(f"property-counter office {key}".encode()).hexdigest()[:32]


def backups_in(folder: Path, office: str) -> list[tuple[datetime, Path]]:
    """The backups of one office that lie in a folder, oldest first, known by their names. Raises OSError."""
    found = []
    for path in folder.iterdir():
        parts = _NAME.fullmatch(path.name)
        if parts is not None and office.startswith(parts[1]):
            with suppress(ValueError):
                found.append((datetime.strptime(parts[2], _STAMP), path))  # noqa: DTZ007 - the office's wall clock
    return sorted(found)


def pack(target: Path, label: Label, database: Path, ring: bytes, head: bytes) -> None:
    """Write the archive and sync it. Raises OSError."""
    said = asdict(label) | {"format": _FORMAT, "made_at": label.made_at.isoformat()}
    with target.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_entry(LABEL, label), json.dumps(said, indent=1))
            archive.writestr(_entry(_names().key.name, label), ring)
            archive.writestr(_entry(_names().head.name, label), head)
            with (
                database.open("rb") as source,
                archive.open(_entry(_names().database.name, label), "w", force_zip64=True) as into,
            ):
                for chunk in _chunks(source):
                    into.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def read_label(file: Path) -> Label:
    """What the backup says of itself. Raises NoBackupFile, BackupIsNewer."""
    with _archive(file) as archive:
        return _label(file, archive)


def read_ring(file: Path) -> Keyring:
    """The key ring in the backup. Raises NoBackupFile."""
    with _archive(file) as archive:
        ring = Keyring.from_bytes(_short(file, archive, _names().key.name, _LONGEST_RING))
    if ring is None:
        raise NoBackupFile(file, _names().key.name)
    return ring


def unpack(file: Path, into: DataFolder, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Label:
    """Lay database, key ring and head into an empty folder; every byte is checked against the backup's own sums.

    Raises NoBackupFile, BackupIsNewer.
    """
    with _archive(file) as archive:
        label = _label(file, archive)
        for path in (into.key, into.head):
            path.write_bytes(_short(file, archive, path.name, _LONGEST_RING))
        whole, done, digest = archive.getinfo(into.database.name).file_size, 0, hashlib.sha256()
        with archive.open(into.database.name) as source, into.database.open("wb") as target:
            for chunk in _chunks(source):
                digest.update(chunk)
                target.write(chunk)
                done += len(chunk)
                progress(done, whole)
            target.flush()
            os.fsync(target.fileno())
    if digest.hexdigest() != label.database:
        raise NoBackupFile(file, "SHA-256")
    return label


def sum_of(path: Path) -> str:
    """SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable where the system can be asked to."""
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, its faults told as those of the file."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _UNREADABLE as error:
        if isinstance(error, OSError) and error.errno in _REFUSED_WRITES:
            raise
        raise NoBackupFile(file, str(error)) from error


def _label(file: Path, archive: zipfile.ZipFile) -> Label:
    said: dict[str, Any] = json.loads(_short(file, archive, LABEL, _LONGEST_LABEL))
    if said.pop("format") != _FORMAT or str(said["schema"]) > HEAD:
        raise BackupIsNewer(file, str(said["schema"]))
    said["made_at"], said["why"] = datetime.fromisoformat(said["made_at"]), Why(said["why"])
    return Label(**said)


def _short(file: Path, archive: zipfile.ZipFile, name: str, longest: int) -> bytes:
    """A part that is never long; one that is would fill the memory. Raises NoBackupFile."""
    if archive.getinfo(name).file_size > longest:
        raise NoBackupFile(file, name)
    return archive.read(name)


def _entry(name: str, label: Label) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, max(label.made_at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))


def _names() -> DataFolder:
    return DataFolder(Path())


def _chunks(source: Any) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
