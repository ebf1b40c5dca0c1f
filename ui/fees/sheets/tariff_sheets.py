"""Sheets of tariffs on units, as the page of imports knows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.ids import BatchId
from app.core.language import mark, tr
from app.core.show import show_date
from app.fees.opening.assignment_plan import Deed, PlannedLine
from app.fees.opening.assignment_sheet import AssignmentsPreview
from app.fees.opening.sheet_results import FeesBatch, SheetResult
from ui.fees.sheets.assignment_export_panel import AssignmentExportPanel
from ui.fees.sheets.sheet_batches import FeesBatches
from ui.fees.sheets.sheet_said import stayed_out
from ui.fees.terms_words import units_words
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.saving import save_meanwhile, workbook
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.fact_line import Fact
from ui.widgets.sheet_kind import SheetKind, SheetWords
from ui.widgets.sheet_preview import SheetPreviewPane
from ui.widgets.sheet_words import hint_words, rows_words
from ui.widgets.table_view import TableView

KEYS = "fees.tariff_sheet"
_DAY = timedelta(days=1)
_DEEDS: dict[Deed, tuple[str, str, Mood]] = {
    Deed.NEW: (mark("new"), "plus", Mood.OK),
    Deed.ENDED: (mark("ends"), "info", Mood.ACCENT),
    Deed.MOVED: (mark("changed"), "pencil", Mood.ACCENT),
    Deed.AS_IT_WAS: (mark("as it was"), "", Mood.MUTE),
}


class PlannedTable(TableView[PlannedLine]):
    """The rows as they were understood, and what each does."""

    def __init__(self) -> None:
        columns: list[Column[PlannedLine]] = [
            Column(tr("Row"), lambda one: one.line.row.number, Kind.NUMBER),
            Column(tr("Unit"), lambda one: one.line.unit, bold=True),
            Column(tr("Fee item"), lambda one: one.line.tariff.item.name),
            Column(tr("Tariff"), _tariff, stretch=True),
            Column(tr("Charge from"), lambda one: one.line.first, Kind.DATE),
            Column(tr("Last day"), _last, tone=Tone.INK2, dash=True),
            Column(tr("Coefficient"), _coefficient, Kind.NUMBER, dash=True),
            Column(tr("What happens"), _deed, Kind.STATE),
        ]
        super().__init__(tr("Rows that come in"), columns, key=lambda one: one.line.row.number, row_height=28)


def _tariff(one: PlannedLine) -> str:
    meter = one.line.meter
    return one.line.tariff.name if meter is None else f"{one.line.tariff.name} · {meter.name}"


def _last(one: PlannedLine) -> str | None:
    return None if one.line.until is None else show_date(one.line.until - _DAY)


def _coefficient(one: PlannedLine) -> str | None:
    return None if one.line.coefficient is None else str(one.line.coefficient)


def _deed(one: PlannedLine) -> State:
    words, icon, mood = _DEEDS[one.deed]
    return State(tr(words), icon, mood)


def _counts(preview: AssignmentsPreview) -> list[Fact]:
    counted = [
        (tr("New"), preview.count(Deed.NEW)),
        (tr("Ended"), preview.count(Deed.ENDED)),
        (tr("Changed"), preview.count(Deed.MOVED)),
        (tr("As it was"), preview.count(Deed.AS_IT_WAS)),
        (tr("Without days"), preview.blank),
        (tr("Cannot come in"), len(preview.bad)),
    ]
    return [(tr("Rows"), f"{len(preview.sheet.rows):,}"), *((name, f"{n:,}" if n else "") for name, n in counted)]


class TariffSheets(SheetKind):
    """Sheets of which tariff lies on which unit, from when to when."""

    name = "fees.tariff_sheet"

    def __init__(self, context: Context) -> None:
        self.words = SheetWords(
            tr("Tariffs on units by a sheet"),
            tr(
                "Save the filled sheet, write first and last days into it, and choose it here. "
                "Only what changed is written."
            ),
            tr("Tariffs on units template.xlsx"),
            (Permission.MANAGE_TARIFFS,),
        )
        self._context = context
        self._sheet = context.office.assignment_sheet
        self._export = context.actions.add(
            "fees.tariff_sheet.export", tr("Save filled in"), "Alt+E", self._on_export, context=KEYS
        )
        self.batches = FeesBatches(money=False)
        self.pane = self.preview = SheetPreviewPane(PlannedTable(), _counts)

    def extra_actions(self) -> Sequence[Action]:
        return (self._export,)

    def read(self, path: Path, progress: Progress) -> AssignmentsPreview:
        return self._sheet.preview(path, progress)

    def bring_in(self, path: Path, progress: Progress) -> SheetResult:
        return self._sheet.run(self._context.actor, path, progress)

    def take_back(self, batch_id: BatchId, approval: Approval | None) -> int:
        return self._sheet.undo(self._context.actor, batch_id, approval)

    def save_template(self, path: Path) -> None:
        self._sheet.write_template(path)

    def read_batches(self) -> Sequence[FeesBatch]:
        return self._sheet.batches()

    def coming(self, preview: AssignmentsPreview) -> int:
        return len(preview.lines) - preview.count(Deed.AS_IT_WAS)

    def nothing_words(self, preview: AssignmentsPreview) -> str:
        if preview.lines:
            return tr("Everything lies as the sheet says already, so there is nothing to write.")
        return super().nothing_words(preview)

    def import_words(self, preview: AssignmentsPreview) -> tuple[str, str]:
        return tr("Write {rows}").format(rows=rows_words(self.coming(preview))), hint_words(preview)

    def result_words(self, result: SheetResult) -> str:
        if result.batch is None:
            return tr("Nothing changed: everything lies as the sheet says") + stayed_out(result)
        said = tr("Written: {rows} on {units}").format(
            rows=rows_words(result.batch.rows), units=units_words(result.batch.units)
        )
        return said + stayed_out(result)

    def question_words(self, batch: FeesBatch) -> tuple[str, str]:
        what = tr("Take back the tariffs of “{file}” on {units}").format(
            file=batch.file, units=units_words(batch.units)
        )
        return what, tr("Only while nothing was billed by them. What the sheet ended goes on as before.")

    def taken_words(self, taken: int) -> tuple[str, Mood]:
        return tr("Taken back: {rows}").format(rows=rows_words(taken)), Mood.OK

    def _on_export(self) -> None:
        context, sheet = self._context, self._sheet
        tariffs = [row.tariff for row in context.office.tariffs.rows()]
        wanted = context.questions.ask(AssignmentExportPanel(tariffs, context.office.estate.tree()))
        if wanted is None:
            return
        name = tr("Tariffs on units {day}.xlsx").format(day=context.clock.now().date())
        save_meanwhile(
            context,
            workbook(tr("Save filled in"), name, tr("Tariffs on units")),
            lambda path, _progress: sheet.export(path, wanted),
            self._on_exported,
            self._on_failed,
        )

    def _on_exported(self, path: Path, rows: int) -> None:
        said = tr("{rows} saved as {file}").format(rows=rows_words(rows), file=path)
        self._context.messages.done(said)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self._context.messages.wrong(say(error))
        else:
            self._context.worker.failed.emit(error)
