"""Imports sheets of units and owners: choose the file, look at what would happen, confirm; or take an import back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QStackedWidget, QWidget

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Trouble
from app.core.language import tr
from app.estate.import_plan import DuplicatePolicy
from app.estate.import_results import ImportPreview, ImportResult, UnitBatch
from app.estate.import_undo import TakenBack
from ui.estate.import_preview import POLICIES, PreviewPane
from ui.estate.import_tables import BatchesTable
from ui.estate.import_words import hint_words, result_words, taken_words
from ui.estate.import_work import ImportWork
from ui.estate.words import rows_words, units_words
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.section_head import SectionHead
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title

KEYS = "estate.import"
LARGE_TEXT = 150


class ImportPage(SubPage):
    """Two steps in one place: the imports so far, then the preview; `changed` comes when the book has changed."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS)
        self._path: Path | None = None
        self._result: ImportResult | None = None
        self._work = ImportWork(context, self)
        self._make_actions()
        self._title = page_title(tr("Import units and owners")).wrap()
        self._file = body("", Tone.INK2)
        self.told = NoteStrip(folds=True)
        self.batches = BatchesTable()
        self.preview = PreviewPane(self._policies)
        self._problem = ErrorLine()
        self._steps = QStackedWidget()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the imports so far."""
        self.told.clear()
        self._show_start()

    def take_focus(self) -> None:
        if self._is_previewing():
            self.preview.take_focus()
        elif self.batches.rows_model.rows:
            self.batches.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        if not self._is_previewing():
            return False
        self._show_start()
        self.take_focus()
        return True

    def _is_previewing(self) -> bool:
        return self._steps.currentWidget() is self.preview

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._open = add("estate.open_sheet", tr("Choose the sheet"), "Ctrl+O", self._on_open, context=KEYS)
        self._template = add("estate.template", tr("Save a template"), "Ctrl+T", self._on_template, context=KEYS)
        self._import = add("estate.run_import", tr("Import"), "F9", self._on_import, context=KEYS, commits=True)
        self._errors = add("estate.bad_rows", tr("Save the wrong rows"), "Ctrl+S", self._on_bad_rows, context=KEYS)
        self._undo = add("estate.undo_import", tr("Take back"), "Del", self._on_undo, context=KEYS, commits=True)
        self._policies = [
            (policy, add(f"estate.{policy}", tr(words), f"Alt+{at}", partial(self._on_policy, policy), context=KEYS))
            for at, (policy, (words, _)) in enumerate(POLICIES.items(), 1)
        ]
        if not self.context.actor.may(Permission.IMPORT):
            why = tr("You may not import. Ask a supervisor.")
            for action in (self._open, self._import):
                action.turn_off(why)

    def _lay_out(self) -> None:
        self._open_button = KeyButton(self._open, icon="folder-open")
        named = row(self._title, self._file, space=12)
        named.setStretchFactor(self._title, 1)
        buttons = row(KeyButton(self._template, Kind.QUIET, icon="file-text"), self._open_button, space=8)
        self._head = row(named, buttons, space=12, margins=(24, 16, 24, 12))
        self._head.setStretchFactor(named, 1)
        batches_head = SectionHead(tr("Imports so far"), "", KeyButton(self._undo, Kind.QUIET, icon="undo-2"))
        pane = TablePane(self.batches, self._empty())
        start = column(row(batches_head, margins=(8, 0, 0, 0)), pane, space=2, margins=(16, 10, 16, 0))
        start.setStretchFactor(pane, 1)
        begin = _holder(start)
        for step in (begin, self.preview):
            self._steps.addWidget(step)
        self._foot = _holder(
            row(self._problem, KeyButton(self._import, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        )
        told = row(self.told, margins=(24, 0, 24, 8))
        whole = column(self._head, told, Rule(), self._steps, Rule(), self._foot, space=0)
        whole.setStretchFactor(self._steps, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._work.previewed.connect(self._on_previewed)
        self._work.imported.connect(self._on_imported)
        self._work.taken_back.connect(self._on_taken_back)
        self._work.refused.connect(self._on_refused)
        self._work.busy_changed.connect(self._settle)
        self.batches.current_changed.connect(lambda _: self._settle())
        self.context.theme.changed.connect(self._on_theme_changed)

    def _empty(self) -> EmptyState:
        return EmptyState(
            tr("Nothing has been imported yet"),
            tr("Choose the Excel list of homes and owners. Nothing is written before you have seen what it would do."),
            KeyButton(self._open, icon="folder-open"),
            KeyButton(self._template, icon="file-text"),
        )

    def _on_theme_changed(self) -> None:
        large = self.context.theme.percent >= LARGE_TEXT
        self.batches.fold(narrow=large)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)

    def _show_start(self) -> None:
        office = self.context.office
        self._path = None
        self._file.show_text("")
        people = {one.id: one.name for one in office.people.listed()}
        self.batches.show_batches(office.unit_import.batches(), people)
        self._steps.setCurrentIndex(0)
        self._settle()

    def _settle(self) -> None:
        """Let each button say whether it can be pressed now."""
        self._foot.setVisible(self._is_previewing())
        busy = tr("Wait until the work under way is done.") if self._work.is_busy else ""
        for action in (self._open, self._import):
            if self.context.actor.may(Permission.IMPORT):
                action.turn_off(busy) if busy else action.turn_on()
        batch = None if self._is_previewing() else self.batches.current()
        if batch is None:
            self._undo.turn_off(tr("Choose the import first: ↑ ↓ in the list of imports."))
        elif batch.undone_at is not None:
            self._undo.turn_off(tr("This import was taken back already."))
        else:
            self._undo.turn_off(busy) if busy else self._undo.turn_on()
        has_bad = self._result is not None and bool(self._result.bad)
        self._errors.turn_on() if has_bad else self._errors.turn_off(tr("There are no wrong rows to save."))

    def _on_open(self) -> None:
        path = self.context.questions.file_to_open(tr("Choose the sheet"), tr("Excel workbook (*.xlsx);;All files (*)"))
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        self._path, self._result = path, None
        self.told.clear()
        self._file.show_text(path.name)
        self._work.preview(path)

    def _on_previewed(self, preview: ImportPreview) -> None:
        self.preview.show_preview(preview)
        self._problem.show_problem("")
        self._import.say(tr("Import {rows}").format(rows=rows_words(len(preview.lines))))
        self._steps.setCurrentWidget(self.preview)
        self._settle()
        self._problem.show_hint(hint_words(preview))
        self.take_focus()

    def _on_policy(self, policy: DuplicatePolicy) -> None:
        if self._is_previewing():
            self.preview.choose(policy)

    def _on_import(self) -> None:
        if self._is_previewing() and self._path is not None:
            self._work.run(self._path, self.preview.policy)

    def _on_imported(self, result: ImportResult) -> None:
        self._result = result
        self._show_start()
        self.batches.choose(0)
        words = result_words(result)
        if result.bad:
            self.told.say(words, Mood.WARN)
            self.told.offer(self._errors)
        else:
            self.told.say(words, Mood.OK)
        self.take_focus()
        self.changed.emit()

    def _on_refused(self, why: str) -> None:
        if self._is_previewing():
            self._problem.show_problem(why)
        else:
            self.told.say(why, Mood.DANGER)
            self._file.show_text("")

    def _on_bad_rows(self) -> None:
        result = self._result
        if result is None:
            return
        name = tr("{file} wrong rows.xlsx").format(file=Path(result.sheet.file).stem)
        path = self.context.questions.file_to_save(tr("Save the wrong rows"), name, tr("Excel workbook (*.xlsx)"))
        if path is not None:
            self._write(path, lambda: result.write_bad_rows(path, say))

    def _on_template(self) -> None:
        name = tr("Units and owners template.xlsx")
        path = self.context.questions.file_to_save(tr("Save a template"), name, tr("Excel workbook (*.xlsx)"))
        if path is not None:
            self._write(path, lambda: self.context.office.unit_import.write_template(path))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except Trouble as trouble:
            self.told.say(say(trouble), Mood.DANGER)
        else:
            self.context.messages.done(tr("Saved as {file}").format(file=path))

    def _on_undo(self) -> None:
        batch = self.batches.current()
        if batch is None:
            return
        what = tr("Take back the import of “{file}” with {units}").format(
            file=batch.file, units=units_words(batch.counts.new + batch.counts.changed)
        )
        sure = self.context.questions.confirm(
            what,
            tr("Units on which nothing has been billed or paid go, and replaced facts come back. The rest stays."),
            tr("Take back"),
        )
        if sure:
            self._take_back(batch, what)

    def _take_back(self, batch: UnitBatch, what: str) -> None:
        actor, approval = self.context.actor, None
        if not actor.may(Permission.UNDO_IMPORT):
            approval = self._approval(batch, what)
            if approval is None:
                return
        self._work.undo(batch.id, batch.file, approval)

    def _approval(self, batch: UnitBatch, what: str) -> Approval | None:
        facts = {"batch": batch.id, "file": batch.file}
        return self.context.questions.approve(Permission.UNDO_IMPORT, what, tr("import"), facts, self.context.actor)

    def _on_taken_back(self, taken: TakenBack) -> None:
        self._show_start()
        words = taken_words(taken)
        self.told.say(words, Mood.WARN if taken.kept else Mood.OK)
        self.take_focus()
        self.changed.emit()


def _holder(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
