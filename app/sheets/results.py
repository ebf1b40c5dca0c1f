"""What an import would do and did, as every kind of sheet tells it: the good rows, the bad rows, the heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from app.core.language import tr
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


@dataclass(frozen=True)
class Finished:
    """A finished import; its bad rows can be written to a file."""

    sheet: Sheet
    bad: tuple[BadRow, ...]

    def write_bad_rows(self, path: Path, say: Say) -> None:
        """The bad rows as the same sheet with their reasons in a last column. Raises SheetUnreadable."""
        write_bad_rows(path, self.sheet, self.bad, tr("Why not imported"), say)
