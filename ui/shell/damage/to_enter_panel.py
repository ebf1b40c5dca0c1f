"""The list of what is newer than the backup that was put back: what is entered again is ticked off."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.core.show import show_time, show_whole
from app.desk.salvage.kept_list import KeptList
from app.desk.salvage.newer import LINE_NAMES, NewerLine
from app.desk.salvage.sheet import method_words, rest_rows
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_MOST_REST = 8


class Next(Enum):
    """What the person does next."""

    ENTER = "enter"
    SAVE = "save"
    PRINT = "print"
    PUT_AWAY = "put away"


class ToEnterPanel(QuestionPanel[Next]):
    """`read` gives the list as it stands, `tick` says of a line whether it is entered again; Esc is for later."""

    most = (1180, 660)

    def __init__(self, read: Callable[[], KeptList | None], tick: Callable[[str, bool], None]) -> None:
        super().__init__(tr("To be entered again"), width=1080)
        self._read, self._tick = read, tick
        self._words, self._rest = body("").wrap(), body("", Tone.INK2).wrap()
        self._problem = ErrorLine()
        self.table: TableView[NewerLine] = TableView(
            tr("To be entered again"), self._columns(), key=lambda line: line.name, row_height=30
        )
        self.table.setMinimumHeight(px(220))
        for part in (self._words, self.table, self._rest, self._problem):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.table, 1)
        self._done: frozenset[str] = frozenset()
        self.table.opened.connect(lambda _line: self._on_tick())
        self.setFocusProxy(self.table)
        self._load()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "later", tr("Later"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save the list"), "Ctrl+S", lambda: self.answer(Next.SAVE))
        self.add_button(actions, "print", tr("Print the list"), "Ctrl+P", lambda: self.answer(Next.PRINT))
        self.add_button(actions, "away", tr("Put the list away"), "F12", lambda: self.answer(Next.PUT_AWAY))
        self.add_button(actions, "tick", tr("Is entered"), ("Space", "F4"), self._on_tick)
        self.add_button(actions, "enter", tr("Enter the receipts"), "F8", lambda: self.answer(Next.ENTER), Kind.PRIMARY)

    def _load(self) -> None:
        kept = self._read()
        if kept is None:
            return
        self._done = kept.done
        left = len(kept.open_lines)
        words = tr_n(
            "The backup of {made} was put back on {restored}. {n} thing that was done after it is to be entered again; "
            "receipts tick themselves once they are in under their own numbers.",
            "The backup of {made} was put back on {restored}. {n} things that were done after it are to be entered "
            "again; receipts tick themselves once they are in under their own numbers.",
            left,
        )
        moments = {"made": show_time(kept.made_at), "restored": show_time(kept.restored_at)}
        self._words.show_text(words.format(**moments, n=show_whole(left)))
        rest = rest_rows(kept.newer)
        said = tr("; ").join(f"{what} {which}" for what, which in rest[:_MOST_REST])
        self._rest.show_text(said + (" …" if len(rest) > _MOST_REST else ""))
        self.table.show_rows(list(kept.newer.lines))
        if self.table.current() is None and kept.newer.lines:
            self.table.choose(0)

    def _on_tick(self) -> None:
        line = self.table.current()
        if line is None:
            return
        try:
            self._tick(line.name, line.name not in self._done)
        except (Refusal, Trouble) as error:
            self._problem.show_problem(say(error))
        self._load()

    def _columns(self) -> list[Column[NewerLine]]:
        return [
            Column(tr("State"), self._state, Cell.STATE),
            Column(tr("What"), lambda line: tr(LINE_NAMES[line.kind])),
            Column(tr("Number"), lambda line: line.number, bold=True),
            Column(tr("Room or place"), lambda line: line.room),
            Column(tr("Amount"), lambda line: line.amount, Cell.MONEY, dash=True),
            Column(tr("Method"), method_words),
            Column(tr("When"), lambda line: show_time(line.at)),
            Column(tr("By"), lambda line: line.by),
            Column(tr("More"), lambda line: line.more, stretch=True),
        ]

    def _state(self, line: NewerLine) -> State:
        if line.name in self._done:
            return State(tr("entered again"), "circle-check", Mood.OK)
        return State(tr("to be entered"), "circle", Mood.WARN)
