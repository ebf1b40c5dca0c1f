"""Imports sheets of readings and of meters, saves the round as a sheet, and takes an import back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Trouble
from app.core.language import tr
from ui.meters.round_book import RoundBook
from ui.meters.sheet_kinds import Batch, MeterSheets, Preview, ReadingSheets, Result, SheetKind, rows_words
from ui.meters.sheet_preview import SheetPreview
from ui.meters.sheet_tables import BatchesTable
from ui.meters.sheet_words import coming, result_words, taken
from ui.meters.sheet_work import SheetWork
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.section_head import SectionHead
from ui.widgets.segments import Segments
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title

KEYS = "meters.sheets"
_LARGE_TEXT = 150
_LEAST_HEIGHT = 160
_WORKBOOKS = "Excel (*.xlsx)"


class SheetPage(SubPage):
    """Two steps in one place: the imports so far, then the preview; `changed` comes when the book has changed."""

    changed = Signal()

    def __init__(self, context: Context, book: RoundBook) -> None:
        super().__init__(context, KEYS)
        self._book = book
        self._kinds: tuple[SheetKind, ...] = (ReadingSheets(context.office), MeterSheets(context.office))
        self._kind: SheetKind = self._kinds[0]
        self._path: Path | None = None
        self._shown: Preview | None = None
        self._accepted = False
        self._result: Result | None = None
        self._work = SheetWork(context, self)
        self._make_actions()
        self._title, self._file = page_title(tr("Import and export")).wrap(), body("", Tone.INK2)
        self.told, self._problem = NoteStrip(folds=True), ErrorLine()
        self.batches, self.preview = BatchesTable(), SheetPreview()
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
        self._readings = self._add("of_readings", tr("Readings"), "Alt+1", lambda: self._choose(0))
        self._meters = self._add("of_meters", tr("List of meters"), "Alt+2", lambda: self._choose(1))
        self._open = self._add("open_sheet", tr("Choose the sheet"), "Ctrl+O", self._on_open)
        self._template = self._add("template", tr("Save a template"), "Ctrl+T", self._on_template)
        self._round = self._add("save_round", tr("Save the round as a sheet"), "Ctrl+E", self._on_round)
        self._accept = self._add("unusual", tr("Let unusual readings in, or not"), "F6", self._on_accept)
        self._import = self._add("run_import", tr("Import"), "F9", self._on_import, commits=True)
        self._errors = self._add("bad_rows", tr("Save the wrong rows"), "Ctrl+S", self._on_bad_rows)
        self._undo = self._add("undo_import", tr("Take back"), "Del", self._on_undo, commits=True)

    def _add(self, name: str, text: str, keys: str, run: Callable[[], object], *, commits: bool = False) -> Action:
        return self.context.actions.add(f"meters.{name}", text, keys, run, context=KEYS, commits=commits)

    def _lay_out(self) -> None:
        self._segments: Segments[str] = Segments(
            tr("Which sheet"), [("readings", self._readings, ""), ("meters", self._meters, "")], columns=2
        )
        self._open_button = KeyButton(self._open, icon="folder-open")
        named = row(self._title, self._file, space=12)
        named.setStretchFactor(self._title, 1)
        export = KeyButton(self._round, icon="file-text")
        self._buttons = row(self._open_button, export, KeyButton(self._template, Kind.QUIET), space=8)
        self._head = row(named, self._segments, space=12, margins=(24, 14, 24, 6))
        self._head.setStretchFactor(named, 1)
        self._foot = _holder(
            row(self._problem, KeyButton(self._import, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        )
        for step in (self._start(), self.preview):
            self._steps.addWidget(step)
        told = row(self.told, margins=(24, 0, 24, 6))
        whole = column(self._head, told, Rule(), self._steps, Rule(), self._foot, space=0)
        whole.setStretchFactor(self._steps, 1)
        self.setLayout(whole)
        self._fold()

    def _start(self) -> QWidget:
        self._hint = EmptyState(tr("Nothing has been imported yet"))
        head = SectionHead(tr("Imports so far"), "", KeyButton(self._undo, Kind.QUIET, icon="undo-2"))
        pane = TablePane(self.batches, self._hint)
        pane.setMinimumHeight(px(_LEAST_HEIGHT))
        tools, named = row(self._buttons, None, margins=(8, 0, 0, 8)), row(head, margins=(8, 0, 0, 0))
        start = column(tools, named, pane, space=2, margins=(16, 10, 16, 0))
        start.setStretchFactor(pane, 1)
        return Scrolling(start)

    def _connect(self) -> None:
        self._work.previewed.connect(self._on_previewed)
        self._work.imported.connect(self._on_imported)
        self._work.taken_back.connect(self._on_taken_back)
        self._work.refused.connect(self._on_refused)
        self._work.busy_changed.connect(self._settle)
        self.batches.current_changed.connect(lambda _: self._settle())
        self.context.layout.changed.connect(lambda _: self._fold())

    def _fold(self) -> None:
        small = self.context.layout.room is Room.SMALL
        self.batches.fold(narrow=small)
        large = self.context.theme.percent >= _LARGE_TEXT
        self._head.setDirection(_way(down=small))
        self._buttons.setDirection(_way(down=large))

    def _choose(self, at: int) -> None:
        self._kind = self._kinds[at]
        self.told.clear()
        self._show_start()
        self.take_focus()

    def _show_start(self) -> None:
        self._path = self._shown = None
        self._file.show_text("")
        self._segments.choose(self._kind.name)
        self._hint.show_text(tr("Nothing has been imported yet"), self._kind.hint())
        people = {one.id: one.name for one in self.context.office.people.listed()}
        self.batches.show_batches(self._kind.batches(), people)
        self._steps.setCurrentIndex(0)
        self._settle()

    def _settle(self) -> None:
        """Let each action say whether it can be taken now."""
        self._foot.setVisible(self._is_previewing())
        busy = tr("Wait until the work under way is done.") if self._work.is_busy else ""
        actor, batch = self.context.actor, None if self._is_previewing() else self.batches.current()
        denied = next(
            (
                say(NotPermitted(actor.name, one))
                for one in (Permission.IMPORT, self._kind.permission)
                if not actor.may(one)
            ),
            "",
        )
        if batch is None:
            unmarked = tr("Choose the import first: ↑ ↓ in the list of imports.")
        else:
            unmarked = tr("This import was taken back already.") if batch.undone_at is not None else ""
        has_bad = self._result is not None and bool(self._result.bad)
        for action, why in (
            (self._open, denied or busy),
            (self._import, denied or busy),
            (self._undo, unmarked or busy),
            (self._errors, "" if has_bad else tr("There are no wrong rows to save.")),
        ):
            action.turn_off(why) if why else action.turn_on()

    def _on_open(self) -> None:
        path = self.context.questions.file_to_open(tr("Choose the sheet"), tr("Excel workbook (*.xlsx);;All files (*)"))
        if path is not None:
            self._path, self._result, self._accepted = path, None, False
            self.told.clear()
            self._file.show_text(path.name)
            self._work.preview(self._kind, path)

    def _on_previewed(self, preview: Preview) -> None:
        self._shown = preview
        self._problem.show_problem("")
        self._steps.setCurrentWidget(self.preview)
        self._show_preview()
        self._settle()
        self.take_focus()

    def _show_preview(self) -> None:
        assert self._shown is not None
        self.preview.show_preview(self._shown, accepted=self._accepted)
        count = coming(self._shown, accepted=self._accepted)
        self._import.say(tr("Import {rows}").format(rows=rows_words(count)))
        self._problem.show_hint(tr("All or nothing: if anything breaks off, nothing is imported."))

    def _on_accept(self) -> None:
        if self._shown is not None:
            self._accepted = not self._accepted
            self._show_preview()

    def _on_import(self) -> None:
        if self._path is not None and self._is_previewing():
            self._work.run(self._kind, self._path, accept_unusual=self._accepted)

    def _on_imported(self, result: Result) -> None:
        self._result = result
        self._show_start()
        self.batches.choose(0)
        self.told.say(result_words(result), Mood.WARN if result.bad else Mood.OK)
        if result.bad:
            self.told.offer(self._errors)
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
        if result is not None:
            name = tr("{file} wrong rows.xlsx").format(file=Path(result.sheet.file).stem)
            self._save(tr("Save the wrong rows"), name, lambda path: result.write_bad_rows(path, say))

    def _on_template(self) -> None:
        self._save(tr("Save a template"), self._kind.template_name(), self._kind.write_template)

    def _on_round(self) -> None:
        name = tr("Reading round {month}.xlsx").format(month=f"{self._book.day:%Y-%m}")
        self._save(
            tr("Save the round as a sheet"),
            name,
            lambda path: self.context.office.reading_import.write_round(path, self._book.wanted),
        )

    def _save(self, title: str, name: str, write: Callable[[Path], object]) -> None:
        path = self.context.questions.file_to_save(title, name, _WORKBOOKS)
        if path is None:
            return
        try:
            write(path)
        except Trouble as trouble:
            self.told.say(say(trouble), Mood.DANGER)
        else:
            self.context.messages.done(tr("Saved as {file}").format(file=path))

    def _on_undo(self) -> None:
        batch = self.batches.current()
        if batch is None:
            return
        what = tr("Take back the import of “{file}” with {what}").format(
            file=batch.file, what=self._kind.count_words(taken(batch))
        )
        text = tr("Everything that it brought in goes. Where something was billed on it, nothing goes.")
        if self.context.questions.confirm(what, text, tr("Take back")):
            self._take_back(batch, what)

    def _take_back(self, batch: Batch, what: str) -> None:
        actor, approval = self.context.actor, None
        if not actor.may(Permission.UNDO_IMPORT):
            facts = {"batch": batch.id, "file": batch.file}
            approval = self.context.questions.approve(Permission.UNDO_IMPORT, what, tr("import"), facts, actor)
            if approval is None:
                return
        self._work.undo(self._kind, batch, approval)

    def _on_taken_back(self, count: int) -> None:
        self._show_start()
        self.told.say(tr("Taken back: {what}").format(what=self._kind.count_words(count)), Mood.OK)
        self.take_focus()
        self.changed.emit()


def _way(*, down: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight


def _holder(layout: QBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
