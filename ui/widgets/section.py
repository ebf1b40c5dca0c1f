"""One list of what an office edits: its words, its buttons, its rows, and its keys while it is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.language import tr
from ui.sentences import say
from ui.shell.action import Action
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, page_title

R = TypeVar("R")
_SIDE, _CELL = 24, 8
"""The title, the filter and the words in the first column stand under each other: a cell begins inside its table."""


class Section(SubPage, Generic[R]):
    """Subclasses fill the table in `load` and make their actions known by `offer`; `edited` says that rows changed."""

    edited = Signal()
    needs = Permission.MANAGE_TICKETS
    folding: tuple[str, ...] = ()
    """Marked titles of columns that give way where the window is small, as the head and the quiet buttons do."""

    def __init__(
        self,
        context: Context,
        keys: str,
        title: str,
        table: TableView[R],
        *,
        words: str,
        empty: EmptyState,
        filter_hint: str = "",
    ) -> None:
        super().__init__(context, keys, title)
        self.setAccessibleName(title)
        self.title = title
        self.table = table
        self.strip = NoteStrip(folds=True)
        self.pane: TablePane[R] = TablePane(
            table, empty, filter_hint=filter_hint, filter_cap="Ctrl F", filter_side=_CELL
        )
        self._buttons = FlowLayout()
        self._quiet: list[KeyButton] = []
        self._head = page_title(title)
        self._words = body(words).wrap()
        above = column(self._head, self._words, self._buttons, self.strip, space=6, margins=(_SIDE, 10, _SIDE, 0))
        self._box = column(above, row(self.pane, margins=(_SIDE - _CELL, 4, _SIDE - _CELL, 8)), space=0)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)
        context.layout.changed.connect(self._on_room)
        self._filters = bool(filter_hint)
        context.actions.follow_focus(table, self.row_keys)
        if filter_hint:
            add = context.actions.add
            add(f"{keys}.filter", tr("Filter these rows"), "Ctrl+F", self.pane.filter_box.take_caret, context=keys)

    @property
    def row_keys(self) -> str:
        """The context of keys that act while the focus is in the rows."""
        return f"{self.keys}.rows"

    def load(self) -> None:
        """Read and show the rows."""
        raise NotImplementedError

    def begin(self) -> None:
        """Read the rows, one of them current."""
        self._on_room(self.context.layout.room)
        self.load()
        if self.table.current() is None:
            self.table.choose(0)

    def take_focus(self) -> None:
        self.table.setFocus()

    def back(self) -> bool:
        return self.pane.clear_filter()

    def offer(
        self,
        name: str,
        text: str,
        keys: str,
        run: Callable[[], object],
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        in_rows: bool = False,
        needs: Permission | None = None,
    ) -> Action:
        """Make an action known, with its button; off, and saying why, for whoever may not do it."""
        where = self.row_keys if in_rows else self.keys
        action = self.context.actions.add(f"{self.keys}.{name}", text, keys, run, context=where, commits=True)
        needed = needs or self.needs
        if not self.context.actor.may(needed):
            action.turn_off(say(NotPermitted(self.context.actor.name, needed)))
        button = KeyButton(action, kind, icon=icon)
        self._buttons.addWidget(button)
        if kind is Kind.QUIET:
            self._quiet.append(button)
        first = self.pane.filter_box if self._filters else self.table
        self.setTabOrder(button, first)  # buttons stand above the rows
        self.setTabOrder(first, self.table)
        return action

    def on_row(self, act: Callable[[R], object]) -> Callable[[], None]:
        """Do this to the current row, where there is one."""

        def run() -> None:
            row = self.table.current()
            if row is not None:
                act(row)

        return run

    def opens(self, action: Action) -> None:
        """A double click in a row, and Enter in the filter, do the same as this action."""
        self.table.opened.connect(lambda _row: action.trigger())

    def edit(self, panel: QuestionPanel[Any], done: str) -> None:
        """The panel writes a row and answers its key, which makes it current, or the {name} that `done` says."""
        answer = self.context.questions.ask(panel)
        if answer is not None:
            self.tell_done(done.format(name=answer))
            self.table.choose_key(answer)

    def attempt(self, run: Callable[[], object], done: str) -> bool:
        """Do it at once and say so, or say what is refused; whether it was done."""
        try:
            run()
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
            self.strip.say(say(refusal), Mood.WARN)
            return False
        self.strip.clear()
        self.tell_done(done)
        return True

    def tell_done(self, done: str) -> None:
        """Show the rows anew and say what was done."""
        self.load()
        self.table.setFocus()
        self.context.messages.done(done)
        self.edited.emit()

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        for part in (self._head, self._words, *self._quiet):
            part.setVisible(not small)
        for title in self.folding:
            self.table.hide_column(tr(title), hidden=small)
