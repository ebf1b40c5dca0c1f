"""What an import of the fees room would do, and what it did: frozen rows for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.ids import BatchId, UserId
from app.core.money import Money
from app.sheets.results import Finished


@dataclass(frozen=True)
class SheetResult(Finished):
    """A finished import: `batch` is None where no good row was new."""

    batch: FeesBatch | None


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
