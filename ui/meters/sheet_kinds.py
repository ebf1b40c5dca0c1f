"""The two sheets of this tab: readings and meters; what each import is called, does and says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import BatchId
from app.core.language import tr, tr_n
from app.meters.sheet_results import MeterBatch, MeterPreview, MeterResult, ReadingBatch, ReadingPreview, ReadingResult
from app.office import Office
from app.sheets.read_sheet import Progress
from ui.meters.meter_words import meters_words

Batch = ReadingBatch | MeterBatch
Preview = ReadingPreview | MeterPreview
Result = ReadingResult | MeterResult


class SheetKind(ABC):
    """One kind of sheet."""

    name = ""
    permission = Permission.IMPORT

    def __init__(self, office: Office) -> None:
        self.office = office

    @abstractmethod
    def template_name(self) -> str:
        """The file name of the empty sheet."""

    @abstractmethod
    def hint(self) -> str:
        """What the sheet is for, in one sentence."""

    @abstractmethod
    def preview(self, path: Path, progress: Progress) -> Preview:
        """Read the sheet; nothing is written."""

    @abstractmethod
    def run(self, by: Actor, path: Path, progress: Progress, *, accept_unusual: bool) -> Result:
        """Import the good rows."""

    @abstractmethod
    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None) -> int:
        """Take an import back; how many went."""

    @abstractmethod
    def batches(self) -> Sequence[Batch]:
        """The imports so far, the last first."""

    @abstractmethod
    def write_template(self, path: Path) -> None:
        """Save the empty sheet."""

    @abstractmethod
    def count_words(self, count: int) -> str:
        """`3 readings` or `3 meters`."""


class ReadingSheets(SheetKind):
    """Sheets of readings."""

    name = "readings"
    permission = Permission.ENTER_READINGS

    def template_name(self) -> str:
        return tr("Readings template.xlsx")

    def hint(self) -> str:
        return tr("Save the round as a sheet, let the reader fill it in, and bring it back here.")

    def preview(self, path: Path, progress: Progress) -> ReadingPreview:
        return self.office.reading_import.preview(path, None, progress)

    def run(self, by: Actor, path: Path, progress: Progress, *, accept_unusual: bool) -> ReadingResult:
        return self.office.reading_import.run(by, path, None, progress, accept_unusual=accept_unusual)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None) -> int:
        return self.office.reading_import.undo(by, batch_id, approval)

    def batches(self) -> Sequence[ReadingBatch]:
        return self.office.reading_import.batches()

    def write_template(self, path: Path) -> None:
        self.office.reading_import.write_template(path)

    def count_words(self, count: int) -> str:
        return readings_words(count)


class MeterSheets(SheetKind):
    """Sheets of meters with their units and first readings."""

    name = "meters"
    permission = Permission.MANAGE_METERS

    def template_name(self) -> str:
        return tr("Meters template.xlsx")

    def hint(self) -> str:
        return tr("For the first day: every meter with its unit, its number and its first reading.")

    def preview(self, path: Path, progress: Progress) -> MeterPreview:
        return self.office.meter_import.preview(path, progress)

    def run(self, by: Actor, path: Path, progress: Progress, *, accept_unusual: bool) -> MeterResult:  # noqa: ARG002 - meters have no usage yet
        return self.office.meter_import.run(by, path, progress)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None) -> int:
        return self.office.meter_import.undo(by, batch_id, approval)

    def batches(self) -> Sequence[MeterBatch]:
        return self.office.meter_import.batches()

    def write_template(self, path: Path) -> None:
        self.office.meter_import.write_template(path)

    def count_words(self, count: int) -> str:
        return meters_words(count)


def readings_words(count: int) -> str:
    """`1 reading`, `302 readings`."""
    return tr_n("{n} reading", "{n} readings", count).format(n=f"{count:,}")


def rows_words(count: int) -> str:
    """`1 row`, `302 rows`."""
    return tr_n("{n} row", "{n} rows", count).format(n=f"{count:,}")
