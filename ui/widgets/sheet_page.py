"""Imports sheets of one kind: choose the file, look at what would happen, confirm; or take an import back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QStackedWidget, QWidget

from app.access.refusals import NotPermitted
from app.core.language import tr
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.section_head import SectionHead
from ui.widgets.sheet_files import SheetFiles
from ui.widgets.sheet_kind import PreviewPane, SheetKind
from ui.widgets.sheet_undo import SheetUndo
from ui.widgets.sheet_work import SheetWork
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title

LARGE_TEXT = 150
_LEAST_HEIGHT = 200


class SheetPage(SubPage):
    """Two steps in one place: the imports so far, then the preview; `changed` comes when the book has changed."""

    changed = Signal()

    def __init__(self, context: Context, keys: str, kind: SheetKind, title: str = "") -> None:
        super().__init__(context, keys, title)
        self.kind = kind
        self.batches = kind.batches
        self._path: Path | None = None
        self._result: Any = None
        self._preview: Any = None
        self._work = SheetWork(context, self)
        self.told = NoteStrip(folds=True)
        self._files, self._taking_back = SheetFiles(context, kind, self.told), SheetUndo(context, kind, self._work)
        self._make_actions()
        self._title = page_title(kind.words.title).wrap()
        self._file = body("", Tone.INK2)
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
            self._pane().take_focus()
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

    def _pane(self) -> PreviewPane:
        pane: Any = self.kind.pane
        shown: PreviewPane = pane
        return shown

    def _is_previewing(self) -> bool:
        return self._steps.currentIndex() == 1

    def _make_actions(self) -> None:
        def add(name: str, text: str, key: str, run: Callable[[], object], *, commits: bool = False) -> Action:
            return self.context.actions.add(
                f"{self.kind.name}.{name}", text, key, run, context=self.keys, commits=commits
            )

        self._open = add("open_sheet", tr("Choose the sheet"), "Ctrl+O", self._on_open)
        self._template = add("template", tr("Save a template"), "Ctrl+T", self._files.save_template)
        self._import = add("run_import", tr("Import"), "F9", self._on_import, commits=True)
        self._errors = add("bad_rows", tr("Save the wrong rows"), "Ctrl+S", self._on_bad_rows)
        self._undo = add("undo_import", tr("Take back"), "Del", self._on_undo, commits=True)

    def _denied(self) -> str:
        """Why this person may not import; empty where they may."""
        actor = self.context.actor
        lacking = (one for one in self.kind.words.permissions if not actor.may(one))
        return next((say(NotPermitted(actor.name, one)) for one in lacking), "")

    def _lay_out(self) -> None:
        self._open_button = KeyButton(self._open, icon="folder-open")
        named = row(self._title, self._file, space=12)
        named.setStretchFactor(self._title, 1)
        quiet = [
            KeyButton(action, Kind.QUIET, icon="file-text") for action in (*self.kind.extra_actions(), self._template)
        ]
        self._buttons = row(*quiet, self._open_button, space=8)
        self._head = row(named, self._buttons, space=12, margins=(24, 16, 24, 12))
        self._head.setStretchFactor(named, 1)
        for step in (Scrolling(self._start()), self.kind.pane):
            self._steps.addWidget(step)
        self._save_bad = KeyButton(self._errors, Kind.QUIET, icon="file-text")
        buttons = row(self._save_bad, KeyButton(self._import, Kind.PRIMARY), space=8)
        foot = row(self._problem, buttons, space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        self._foot = _holder(foot)
        told = row(self.told, margins=(24, 0, 24, 8))
        whole = column(self._head, told, Rule(), self._steps, Rule(), self._foot, space=0)
        whole.setStretchFactor(self._steps, 1)
        self.setLayout(whole)

    def _start(self) -> QLayout:
        head = SectionHead(tr("Imports so far"), "", KeyButton(self._undo, Kind.QUIET, icon="undo-2"))
        pane, choice = TablePane(self.batches, self._empty()), self.kind.choice()
        pane.setMinimumHeight(px(_LEAST_HEIGHT))
        chosen = [row(choice, None, margins=(8, 0, 0, 8))] if choice is not None else []
        start = column(*chosen, row(head, margins=(8, 0, 0, 0)), pane, space=2, margins=(16, 10, 16, 0))
        start.setStretchFactor(pane, 1)
        return start

    def _connect(self) -> None:
        self._work.previewed.connect(self._on_previewed)
        self._work.imported.connect(self._on_imported)
        self._work.taken_back.connect(self._on_taken_back)
        self._work.refused.connect(self._on_refused)
        self._work.busy_changed.connect(self._settle)
        self.batches.current_changed.connect(lambda _: self._settle())
        self.context.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _empty(self) -> EmptyState:
        return EmptyState(
            tr("Nothing has been imported yet"),
            self.kind.words.hint,
            KeyButton(self._open, icon="folder-open"),
            KeyButton(self._template, icon="file-text"),
        )

    def _on_theme_changed(self) -> None:
        large = self.context.theme.percent >= LARGE_TEXT
        self.batches.fold(narrow=large)
        self._head.setDirection(_way(down=large))
        self._buttons.setDirection(_way(down=large and bool(self.kind.extra_actions())))

    def _show_start(self) -> None:
        self._path = None
        self._file.show_text("")
        people = {one.id: one.name for one in self.context.office.people.listed()}
        self.batches.show_batches(self.kind.read_batches(), people)
        self._steps.setCurrentIndex(0)
        self._settle()

    def _settle(self) -> None:
        """Let each button say whether it can be pressed now."""
        self._foot.setVisible(self._is_previewing())
        busy = tr("Wait until the work under way is done.") if self._work.is_busy else ""
        why = self._denied() or busy
        _turn(self._open, why)
        _turn(self._import, why or self._nothing())
        batch = None if self._is_previewing() else self.batches.current()
        if batch is None:
            self._undo.turn_off(tr("Choose the import first: ↑ ↓ in the list of imports."))
        elif batch.undone_at is not None:
            self._undo.turn_off(tr("This import was taken back already."))
        else:
            self._undo.turn_off(busy) if busy else self._undo.turn_on()
        wrong = self._with_wrong_rows()
        _turn(self._errors, "" if wrong is not None else tr("There are no wrong rows to save."))
        self._save_bad.setVisible(wrong is not None)

    def _nothing(self) -> str:
        """Why nothing of the sheet in hand would come in; empty where something would."""
        if not self._is_previewing() or self.kind.coming(self._preview):
            return ""
        return self.kind.nothing_words(self._preview)

    def _with_wrong_rows(self) -> Any:
        """The preview shown, else the last import, if it has rows that are wrong."""
        shown = self._preview if self._is_previewing() else self._result
        return shown if shown is not None and shown.bad else None

    def _on_open(self) -> None:
        path = self.context.questions.file_to_open(tr("Choose the sheet"), tr("Excel workbook (*.xlsx);;All files (*)"))
        if path is not None:
            self._path, self._result = path, None
            self.told.clear()
            self._file.show_text(path.name)
            self._work.preview(path, self.kind.read)

    def _on_previewed(self, preview: Any) -> None:
        self._preview = preview
        self._pane().show_preview(preview)
        self._problem.show_problem("")
        self._steps.setCurrentIndex(1)
        self.say_import()
        self.take_focus()

    def say_import(self) -> None:
        """Say on the button how much would come in, and beside it what to know before."""
        words, hint = self.kind.import_words(self._preview)
        nothing = self._nothing()
        self._import.say(tr("Import") if nothing else words)
        self._problem.show_hint(nothing or hint)
        self._settle()

    def _on_import(self) -> None:
        if self._is_previewing() and self._path is not None:
            self._work.run(self._path, self.kind.bring_in)

    def _on_imported(self, result: Any) -> None:
        self._result = result
        self._show_start()
        self.batches.choose(0)
        words = self.kind.result_words(result)
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
        wrong = self._with_wrong_rows()
        if wrong is not None:
            self._files.save_wrong_rows(wrong)

    def _on_undo(self) -> None:
        batch = self.batches.current()
        if batch is not None:
            self._taking_back.ask(batch)

    def _on_taken_back(self, taken: Any) -> None:
        self._show_start()
        self.told.say(*self.kind.taken_words(taken))
        self.take_focus()
        self.changed.emit()


def _turn(action: Action, why_not: str) -> None:
    action.turn_off(why_not) if why_not else action.turn_on()


def _way(*, down: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight


def _holder(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
