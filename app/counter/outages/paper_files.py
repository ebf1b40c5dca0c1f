"""The papers for a power cut as files: at hand when the computer is dead, and gone once all papers are back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.counter.outages.refusals import OutageFolderNotWritable
from app.counter.outages.settings import PAPERS_FOLDER
from app.store.settings import read_choice
from app.store.store import Store

FOLDER = "停电单据"  # in the language of the papers that lie in it
EARLIER_FOLDER = "outage papers"


def folder_of_papers(connection: Connection, store: Store) -> Path:
    """Where the office wants them; inside the data folder unless it chose a place.

    Papers that lie in a folder of the earlier name stay there, and so do others until they are settled.
    """
    chosen = read_choice(connection, PAPERS_FOLDER).strip()
    if chosen:
        return Path(chosen)
    earlier = store.folder.path / EARLIER_FOLDER
    return earlier if earlier.is_dir() and any(earlier.iterdir()) else store.folder.path / FOLDER


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """The two files of one issue."""

    folder: Path
    label: str

    @property
    def roster(self) -> Path:
        """The arrears roster."""
        return self.folder / f"{self.label} 欠费名册.pdf"

    @property
    def blanks(self) -> Path:
        """The numbered blanks."""
        return self.folder / f"{self.label} 空白收据.pdf"

    def keep(self, roster: bytes | None, blanks: bytes) -> None:
        """Write the blanks, and the roster only if it is given: it names people. Raises OutageFolderNotWritable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if roster is not None:
                self.roster.write_bytes(roster)
            self.blanks.write_bytes(blanks)
        except OSError as error:
            raise OutageFolderNotWritable(self.folder, error.strerror or str(error)) from error

    def remove(self) -> None:
        """Take both away: they name people and what they owe; a file that cannot be removed is left to the person."""
        for file in (self.roster, self.blanks):
            try:
                file.unlink(missing_ok=True)
            except OSError:
                return
