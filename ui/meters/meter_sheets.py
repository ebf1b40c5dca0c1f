"""Sheets of meters with their units and first readings, as the page of imports knows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import BatchId
from app.core.language import tr
from app.meters.sheet_results import MeterBatch, MeterPreview, MeterResult
from ui.meters.meter_words import meters_words
from ui.meters.sheet_choice import METERS
from ui.meters.sheet_tables import MeterBatches, MeterLinesTable
from ui.meters.sheet_words import meter_facts, result_words
from ui.shell.context import Context
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.sheet_kind import SheetKind, SheetWords
from ui.widgets.sheet_preview import SheetPreviewPane
from ui.widgets.sheet_words import hint_words, rows_words


class MeterSheets(SheetKind):
    """For the day an office starts."""

    name = METERS

    def __init__(self, context: Context, choice: QWidget) -> None:
        self.words = SheetWords(
            tr("Import and export"),
            tr("For the first day: every meter with its unit, its number and its first reading."),
            tr("Meters template.xlsx"),
            (Permission.IMPORT, Permission.MANAGE_METERS),
        )
        self._context, self._choice = context, choice
        self._imports = context.office.meter_import
        self.batches = MeterBatches()
        self.pane = self.preview = SheetPreviewPane(MeterLinesTable(), meter_facts)

    def choice(self) -> QWidget:
        return self._choice

    def read(self, path: Path, progress: Progress) -> MeterPreview:
        return self._imports.preview(path, progress)

    def bring_in(self, path: Path, progress: Progress) -> MeterResult:
        return self._imports.run(self._context.actor, path, progress)

    def take_back(self, batch_id: BatchId, approval: Approval | None) -> int:
        return self._imports.undo(self._context.actor, batch_id, approval)

    def save_template(self, path: Path) -> None:
        self._imports.write_template(path)

    def read_batches(self) -> Sequence[MeterBatch]:
        return self._imports.batches()

    def coming(self, preview: MeterPreview) -> int:
        return len(preview.lines)

    def import_words(self, preview: MeterPreview) -> tuple[str, str]:
        return tr("Import {rows}").format(rows=rows_words(self.coming(preview))), hint_words(preview)

    def result_words(self, result: MeterResult) -> str:
        return result_words(result, meters_words(result.counts.new))

    def question_words(self, batch: MeterBatch) -> tuple[str, str]:
        what = tr("Take back the import of “{file}” with {what}").format(
            file=batch.file, what=meters_words(batch.counts.new)
        )
        return what, tr("Everything that it brought in goes. Where one of them was read or billed since, nothing goes.")

    def taken_words(self, taken: int) -> tuple[str, Mood]:
        return tr("Taken back: {what}").format(what=meters_words(taken)), Mood.OK
