"""Whether the open database still lies in its place.

A file that was moved or deleted under an open program goes on taking every write, and nobody ever sees it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.core.errors import Trouble
from app.store.folder import DataFolder


class DataGone(Trouble):
    """The data is not where it was: a stick was pulled, a folder renamed; nothing of the step was kept."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Place:
    """The very file that was opened, known by the disk and by its number there."""

    folder: DataFolder
    file: tuple[int, int]
    has_log: bool
    """A disk that cannot share memory keeps none: SQLite then writes into the file itself."""

    @classmethod
    def of(cls, folder: DataFolder) -> Self:
        """Where the database of this folder lies now. Raises DataGone."""
        return cls(folder, _file_at(folder), folder.log.exists())

    def must_stand(self) -> None:
        """Raise DataGone unless the same file lies there."""
        if _file_at(self.folder) != self.file:
            raise DataGone(self.folder.path)

    def must_keep(self) -> None:
        """Raise DataGone unless what is written now can be found again: the file is there, and its log."""
        self.must_stand()
        if self.has_log and not self.folder.log.exists():
            raise DataGone(self.folder.path)


def _file_at(folder: DataFolder) -> tuple[int, int]:
    try:
        found = folder.database.stat()
    except OSError as error:
        raise DataGone(folder.path) from error
    return found.st_dev, found.st_ino
