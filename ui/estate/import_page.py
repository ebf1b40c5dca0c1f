"""Imports sheets of units and owners: choose the file, look at what would happen, confirm; or take an import back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.access.actor import Approval
from app.core.ids import BatchId
from app.core.language import tr
from app.estate.import_plan import DuplicatePolicy
from app.estate.import_results import ImportPreview, ImportResult, UnitBatch
from app.estate.import_undo import TakenBack
from ui.estate.import_preview import POLICIES, PreviewPane
from ui.estate.import_tables import BatchesTable
from ui.estate.import_words import hint_words, result_words, taken_words
from ui.estate.words import units_words
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.sheet_kind import SheetKind, SheetWords
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sheet_words import rows_words

KEYS = "estate.import"


class UnitSheets(SheetKind):
    """Sheets of units and owners, with the choice of what happens to units that are known already."""

    name = "estate"

    def __init__(self, context: Context) -> None:
        self.words = SheetWords(
            tr("Import units and owners"),
            tr("Choose the Excel list of homes and owners. Nothing is written before you have seen what it would do."),
            tr("Units and owners template.xlsx"),
        )
        self._context = context
        self._imports = context.office.unit_import
        self.batches = BatchesTable()
        self.pane = self.preview = PreviewPane(
            [
                (policy, self._policy_action(at, policy, tr(words)))
                for at, (policy, (words, _)) in enumerate(POLICIES.items(), 1)
            ]
        )

    def read(self, path: Path, progress: Progress) -> ImportPreview:
        return self._imports.preview(path, progress)

    def bring_in(self, path: Path, progress: Progress) -> ImportResult:
        return self._imports.run(self._context.actor, path, self.preview.policy, progress)

    def take_back(self, batch_id: BatchId, approval: Approval | None) -> TakenBack:
        return self._imports.undo(self._context.actor, batch_id, approval)

    def save_template(self, path: Path) -> None:
        self._imports.write_template(path)

    def read_batches(self) -> Sequence[UnitBatch]:
        return self._imports.batches()

    def coming(self, preview: ImportPreview) -> int:
        skips = self.preview.policy is DuplicatePolicy.SKIP
        return preview.new if skips else len(preview.lines)

    def nothing_words(self, preview: ImportPreview) -> str:
        if preview.lines:
            return tr("Every unit of this sheet is known and would be left out. Choose above what becomes of them.")
        return super().nothing_words(preview)

    def import_words(self, preview: ImportPreview) -> tuple[str, str]:
        return tr("Import {rows}").format(rows=rows_words(self.coming(preview))), hint_words(preview)

    def result_words(self, result: ImportResult) -> str:
        return result_words(result)

    def question_words(self, batch: UnitBatch) -> tuple[str, str]:
        units = units_words(batch.counts.new + batch.counts.changed)
        what = tr("Take back the import of “{file}” with {units}").format(file=batch.file, units=units)
        return what, tr(
            "Units on which nothing has been billed or paid go, and replaced facts come back. The rest stays."
        )

    def taken_words(self, taken: TakenBack) -> tuple[str, Mood]:
        return taken_words(taken), Mood.WARN if taken.kept else Mood.OK

    def _policy_action(self, at: int, policy: DuplicatePolicy, words: str) -> Action:
        choose = partial(self._choose, policy)
        return self._context.actions.add(f"estate.{policy}", words, f"Alt+{at}", choose, context=KEYS)

    def _choose(self, policy: DuplicatePolicy) -> None:
        if self.preview.isVisible():
            self.preview.choose(policy)


class ImportPage(SheetPage):
    """The page of imports of units and owners."""

    def __init__(self, context: Context) -> None:
        sheets = UnitSheets(context)
        super().__init__(context, KEYS, sheets)
        self.preview = sheets.preview
        self.preview.policy_changed.connect(self.say_import)
