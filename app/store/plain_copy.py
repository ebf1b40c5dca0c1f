"""Plain copies of the database (`*.db`), as versions before the first backups and every update left them.

They hold no key: that of the folder they lie in opens them. Dressed as a backup, they are put back like any other.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.store.backup_file import BackupIsNewer, Label, NoBackupFile, Why, office_mark, pack, sum_of
from app.store.engine import READING, make_engine
from app.store.folder import DataFolder
from app.store.key_refusals import KeyMissing
from app.store.keyring import Keyring
from app.store.make_backup import BooksEnd
from app.store.migrate import HEAD, revision_of

SUFFIX = ".db"

_NAMED = re.compile(r".*-(\d{8}-\d{6})")
_STAMP = "%Y%m%d-%H%M%S"


def is_plain(file: Path) -> bool:
    """Whether the file is named as such a copy."""
    return file.suffix.lower() == SUFFIX


def ring_of(file: Path, *others: DataFolder) -> Keyring:
    """The ring of the folder that the copy lies in, or of the one whose backups it lies among, or of the `others`.

    Raises NoBackupFile where there is no such file, KeyMissing where no ring is near it.
    """
    if not file.is_file():
        raise NoBackupFile(file, file.name)
    place = file.absolute().parent
    folders: Iterable[DataFolder] = (DataFolder(place), DataFolder(place.parent), *others)
    for folder in folders:
        try:
            return Keyring.read(folder)
        except KeyMissing:
            continue
    raise KeyMissing(DataFolder(place).key)


def dressed(file: Path, ring: Keyring, key: str, into: Path, end: BooksEnd) -> Path:
    """The copy as a backup in the folder `into`; the copy itself is only read.

    Raises NoBackupFile where the key does not open it or it is damaged, BackupIsNewer, OSError.
    """
    copied, packed = into / "copied.db", into / f"{file.stem}.pcbackup"
    shutil.copyfile(file, copied)
    try:
        with closing(_Opened(copied, key)) as opened:
            schema, number, link = opened.ends(end)
    except (DBAPIError, dbapi2.Error) as error:
        raise NoBackupFile(file, str(getattr(error, "orig", error))) from error
    if schema > HEAD:
        raise BackupIsNewer(file, schema)
    label = Label(office_mark(key), _made_at(file), Why.ASKED, schema, number, link, sum_of(copied))
    pack(packed, label, copied, ring.to_bytes(), b"")
    copied.unlink()
    return packed


class _Opened:
    """A copy that is open for a moment."""

    def __init__(self, copied: Path, key: str) -> None:
        self._engine = make_engine(copied, key)

    def ends(self, end: BooksEnd) -> tuple[str, int, str]:
        with self._engine.connect() as connection:
            reading = connection.execution_options(**{READING: True})
            return revision_of(reading) or "", *end(reading)

    def close(self) -> None:
        self._engine.dispose()


def _made_at(file: Path) -> datetime:
    """By its name, as the program gave it; else when it was written last."""
    named = _NAMED.fullmatch(file.stem)
    if named is not None:
        try:
            return datetime.strptime(named[1], _STAMP)  # noqa: DTZ007 - the office's wall clock
        except ValueError:
            pass
    return datetime.fromtimestamp(file.stat().st_mtime).replace(microsecond=0)  # noqa: DTZ006 - likewise
