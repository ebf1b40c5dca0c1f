"""What an import of meters or readings would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from app.core.ids import BatchId, UserId
from app.meters.meter_line import MeterLine
from app.meters.reading_plan import PlannedReading
from app.sheets.results import Finished, SheetPreview

C = TypeVar("C", bound="MeterCounts | ReadingCounts")


@dataclass(frozen=True)
class MeterPreview(SheetPreview[MeterLine]):
    """What a sheet of meters would bring in; `known` rows name meters that the book has."""

    known: int


@dataclass(frozen=True)
class ReadingPreview(SheetPreview[PlannedReading]):
    """What a sheet of readings would bring in.

    `known` rows stand in the book already, `unread` rows have no reading, `unusual` of the good ones are more than
    three times the usual and stay out unless they are accepted.
    """

    known: int
    unread: int

    @property
    def unusual(self) -> tuple[PlannedReading, ...]:
        """The good rows that somebody should look at first."""
        return tuple(line for line in self.lines if line.unusual is not None)


@dataclass(frozen=True, slots=True)
class MeterCounts:
    """What an import of meters did, in rows."""

    new: int
    known: int
    bad: int

    @property
    def brought(self) -> int:
        """How many rows came in."""
        return self.new


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """What an import of readings did, in rows."""

    taken: int
    known: int
    unread: int
    bad: int

    @property
    def brought(self) -> int:
        """How many rows came in."""
        return self.taken


@dataclass(frozen=True)
class ImportResult(Finished, Generic[C]):
    """A finished import with its counts (no batch: no good row)."""

    batch_id: BatchId | None
    counts: C


@dataclass(frozen=True, slots=True)
class ImportBatch(Generic[C]):
    """An import in the list of imports."""

    id: BatchId
    file: str
    counts: C
    at: datetime
    by: UserId
    undone_at: datetime | None


MeterResult = ImportResult[MeterCounts]
MeterBatch = ImportBatch[MeterCounts]
ReadingResult = ImportResult[ReadingCounts]
ReadingBatch = ImportBatch[ReadingCounts]
