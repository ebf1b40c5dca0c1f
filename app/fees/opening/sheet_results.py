"""What an import of the fees room would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from app.core.ids import BatchId, UserId
from app.core.language import tr
from app.core.money import Money
from app.sheets.bad_row_words import Say
from app.sheets.read_sheet import Sheet
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_bad_rows

L = TypeVar("L")


@dataclass(frozen=True)
class SheetPreview(Generic[L]):
    """The good rows of a sheet as they were understood, and the bad ones; nothing is written yet."""

    sheet: Sheet
    lines: tuple[L, ...]
    bad: tuple[BadRow, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """The heads that were read."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is not None)

    @property
    def unused(self) -> tuple[str, ...]:
        """The heads that mean nothing here."""
        return tuple(one.title for one in self.sheet.header.columns if one.kind is None)


@dataclass(frozen=True, slots=True)
class SheetResult:
    """A finished import: `batch` is None where no good row was new; the bad rows can be written to a file."""

    batch: FeesBatch | None
    sheet: Sheet
    bad: tuple[BadRow, ...]

    def write_bad_rows(self, path: Path, say: Say) -> None:
        """The bad rows as the same sheet with their reasons in a last column. Raises SheetUnreadable."""
        write_bad_rows(path, self.sheet, self.bad, tr("Why not imported"), say)


@dataclass(frozen=True, slots=True)
class FeesBatch:
    """An import in the list of imports: how many rows made something, units they concern, money in fen (or nothing)."""

    id: BatchId
    file: str
    rows: int
    units: int
    bad: int
    amount: Money
    at: datetime
    by: UserId
    undone_at: datetime | None
