"""What an import of meters would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.ids import BatchId, UserId
from app.core.language import tr
from app.meters.meter_line import MeterLine
from app.sheets.bad_row_words import Say
from app.sheets.read_sheet import Sheet
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_bad_rows


@dataclass(frozen=True, slots=True)
class MeterPreview:
    """What a sheet of meters would bring in; `known` rows name meters that the book has."""

    sheet: Sheet
    lines: tuple[MeterLine, ...]
    bad: tuple[BadRow, ...]
    known: int

    @property
    def used(self) -> tuple[str, ...]:
        """The heads that were read."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is not None)

    @property
    def unused(self) -> tuple[str, ...]:
        """The heads that mean nothing here."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is None)


@dataclass(frozen=True, slots=True)
class MeterCounts:
    """What an import did, in rows."""

    new: int
    known: int
    bad: int


@dataclass(frozen=True, slots=True)
class MeterResult:
    """A finished import; the bad rows can be written to a file (no batch: no good row)."""

    batch_id: BatchId | None
    counts: MeterCounts
    sheet: Sheet
    bad: tuple[BadRow, ...]

    def write_bad_rows(self, path: Path, say: Say) -> None:
        """The bad rows as the same sheet with their reasons in a last column. Raises SheetUnreadable."""
        write_bad_rows(path, self.sheet, self.bad, tr("Why not imported"), say)


@dataclass(frozen=True, slots=True)
class MeterBatch:
    """An import in the list of imports."""

    id: BatchId
    file: str
    counts: MeterCounts
    at: datetime
    by: UserId
    undone_at: datetime | None
