"""Sheets of readings, as the page of imports knows them, and the round saved as such a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Trouble
from app.core.ids import BatchId
from app.core.language import tr
from app.meters.sheet_results import ReadingBatch, ReadingPreview, ReadingResult
from ui.meters.reading_preview import ReadingPane
from ui.meters.round_book import RoundBook
from ui.meters.sheet_choice import READINGS
from ui.meters.sheet_tables import MeterBatches
from ui.meters.sheet_words import readings_words, result_words
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.saving import save_file, workbook
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.sheet_kind import SheetKind, SheetWords
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sheet_words import hint_words, rows_words


class ReadingSheets(SheetKind):
    """The reader's sheets; far too high readings come in only when somebody says so."""

    name = READINGS

    def __init__(self, context: Context, book: RoundBook, choice: QWidget) -> None:
        self.words = SheetWords(
            tr("Import and export"),
            tr("Save the round as a sheet, let the reader fill it in, and bring it back here."),
            tr("Readings template.xlsx"),
            (Permission.IMPORT, Permission.ENTER_READINGS),
        )
        self._context, self._book, self._choice = context, book, choice
        self._imports = context.office.reading_import
        add = context.actions.add
        self._round = add(
            f"{self.name}.save_round", tr("Save the round as a sheet"), "Ctrl+E", self._on_round, context=self.name
        )
        self.batches = MeterBatches()
        self.pane = self.preview = ReadingPane()
        self._unusual = add(
            f"{self.name}.unusual",
            tr("Let unusual readings in, or not"),
            "F6",
            self.preview.accept_or_not,
            context=self.name,
        )
        self._unusual.turn_off(_none_unusual())

    def choice(self) -> QWidget:
        return self._choice

    def extra_actions(self) -> Sequence[Action]:
        return (self._round,)

    def read(self, path: Path, progress: Progress) -> ReadingPreview:
        return self._imports.preview(path, None, progress)

    def bring_in(self, path: Path, progress: Progress) -> ReadingResult:
        accepted = self.preview.accepted
        return self._imports.run(self._context.actor, path, None, progress, accept_unusual=accepted)

    def take_back(self, batch_id: BatchId, approval: Approval | None) -> int:
        return self._imports.undo(self._context.actor, batch_id, approval)

    def save_template(self, path: Path) -> None:
        self._imports.write_template(path)

    def read_batches(self) -> Sequence[ReadingBatch]:
        return self._imports.batches()

    def coming(self, preview: ReadingPreview) -> int:
        return self.preview.coming(preview)

    def nothing_words(self, preview: ReadingPreview) -> str:
        if preview.lines:
            return tr("Every reading of this sheet is more than 3 × the usual usage. F6 lets them in.")
        return super().nothing_words(preview)

    def import_words(self, preview: ReadingPreview) -> tuple[str, str]:
        self._unusual.turn_on() if preview.unusual else self._unusual.turn_off(_none_unusual())
        return tr("Import {rows}").format(rows=rows_words(self.coming(preview))), hint_words(preview)

    def result_words(self, result: ReadingResult) -> str:
        return result_words(result, readings_words(result.counts.taken))

    def question_words(self, batch: ReadingBatch) -> tuple[str, str]:
        what = tr("Take back the import of “{file}” with {what}").format(
            file=batch.file, what=readings_words(batch.counts.taken)
        )
        return what, tr("Everything that it brought in goes. Where something was billed on it, nothing goes.")

    def taken_words(self, taken: int) -> tuple[str, Mood]:
        return tr("Taken back: {what}").format(what=readings_words(taken)), Mood.OK

    def _on_round(self) -> None:
        context = self._context
        name = tr("Reading round {month}.xlsx").format(month=f"{self._book.day:%Y-%m}")
        wanted = workbook(tr("Save the round as a sheet"), name, tr("Reading round"))
        try:
            saved = save_file(context, wanted, lambda path: self._imports.write_round(path, self._book.wanted))
        except Trouble as trouble:
            context.messages.wrong(say(trouble))
            return
        if saved is not None:
            context.messages.done(tr("Saved as {file}").format(file=saved[0]))


def _none_unusual() -> str:
    return tr("No reading of this sheet is more than 3 × the usual usage.")


class ReadingSheetPage(SheetPage):
    """The page of imports of readings."""

    def __init__(self, context: Context, book: RoundBook, choice: QWidget) -> None:
        sheets = ReadingSheets(context, book, choice)
        super().__init__(context, READINGS, sheets)
        sheets.preview.accepted_changed.connect(self.say_import)
