"""What an import of readings would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.ids import BatchId, UserId
from app.core.language import tr
from app.meters.reading_plan import PlannedReading
from app.sheets.bad_row_words import Say
from app.sheets.read_sheet import Sheet
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_bad_rows


@dataclass(frozen=True, slots=True)
class ReadingPreview:
    """What a sheet of readings would bring in; nothing is written yet.

    `known` rows stand in the book already, `unread` rows have no reading, `unusual` of the good ones are more than
    three times the usual and stay out unless they are accepted.
    """

    sheet: Sheet
    lines: tuple[PlannedReading, ...]
    bad: tuple[BadRow, ...]
    known: int
    unread: int

    @property
    def unusual(self) -> tuple[PlannedReading, ...]:
        """The good rows that somebody should look at first."""
        return tuple(line for line in self.lines if line.unusual is not None)

    @property
    def used(self) -> tuple[str, ...]:
        """The heads that were read."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is not None)

    @property
    def unused(self) -> tuple[str, ...]:
        """The heads that mean nothing here."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is None)


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """What an import did, in rows."""

    taken: int
    known: int
    unread: int
    bad: int


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """A finished import; the bad rows can be written to a file (no batch: no good row)."""

    batch_id: BatchId | None
    counts: ReadingCounts
    sheet: Sheet
    bad: tuple[BadRow, ...]

    def write_bad_rows(self, path: Path, say: Say) -> None:
        """The bad rows as the same sheet with their reasons in a last column. Raises SheetUnreadable."""
        write_bad_rows(path, self.sheet, self.bad, tr("Why not imported"), say)


@dataclass(frozen=True, slots=True)
class ReadingBatch:
    """An import in the list of imports."""

    id: BatchId
    file: str
    counts: ReadingCounts
    at: datetime
    by: UserId
    undone_at: datetime | None
