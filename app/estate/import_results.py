"""What an import would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.ids import BatchId, UserId
from app.core.language import tr
from app.estate.unit_line import UnitLine
from app.sheets.bad_row_words import Say
from app.sheets.read_sheet import Sheet
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_bad_rows


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import of this sheet would meet, before anything is written.

    `known` are units that the book has already, `repeated` rows that name a unit a second time; `never_kept` heads
    (ID numbers) and `unused` heads are read by nobody; `paid_items` are the fee items of 已缴至 columns (empty: all).
    """

    sheet: Sheet
    lines: tuple[UnitLine, ...]
    bad: tuple[BadRow, ...]
    new: int
    known: int
    repeated: int
    buildings: tuple[str, ...]
    used: tuple[str, ...]
    never_kept: tuple[str, ...]
    unused: tuple[str, ...]
    paid_items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did, in units, rows and people."""

    new: int
    changed: int
    skipped: int
    bad: int
    people: int


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A finished import; good rows are in the book, bad ones can be written to a file (no batch: no good row)."""

    batch_id: BatchId | None
    counts: ImportCounts
    sheet: Sheet
    bad: tuple[BadRow, ...]

    def write_bad_rows(self, path: Path, say: Say) -> None:
        """The bad rows as the same sheet with their reasons in a last column. Raises SheetUnreadable."""
        write_bad_rows(path, self.sheet, self.bad, tr("Why not imported"), say)


@dataclass(frozen=True, slots=True)
class UnitBatch:
    """An import in the list of imports."""

    id: BatchId
    file: str
    counts: ImportCounts
    at: datetime
    by: UserId
    undone_at: datetime | None
