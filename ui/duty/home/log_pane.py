"""The duty log: the newest line is seen, and below stands the box for the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import mask_personal
from app.duty.log.entry_rows import LogLine
from app.duty.log.kinds import EntryKind
from ui.duty.contexts import HOME
from ui.duty.words import clock, line_words
from ui.sentences import say
from ui.shell.common_questions import TellPanel
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField
from ui.widgets.row_delegate import RowLook
from ui.widgets.section_head import SectionHead
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

KEYS, BOX = "duty.log", "duty.log.box"


class LogPane(QWidget):
    """Enter writes and keeps the caret for the next line; a time before it is for what is entered later.

    `writing_wanted` asks to be seen first.
    """

    writing_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.table: TableView[LogLine] = TableView(
            tr("Duty log"), self._columns(), key=lambda line: line.id, look=_look, row_height=28
        )
        empty = EmptyState(tr("The log is empty since yesterday"), tr("Alt+T writes the first line."))
        self.pane: TablePane[LogLine] = TablePane(self.table, empty)
        self.box = LineField(tr("Line of the log"))
        self.box.setPlaceholderText(tr("What happened; Enter writes it"))
        self.when = MomentField(tr("Happened at"), context.clock.now)
        self.when.setPlaceholderText(tr("now"))
        self.when.setMaximumWidth(150)
        self.problem = ErrorLine()
        write = context.actions.add(
            "duty.log.write", tr("Write a line"), "Alt+T", self.writing_wanted.emit, context=HOME
        )
        self._head = SectionHead(tr("Duty log"), "", KeyButton(write, small=True))
        fields = row(self.when, self.box, space=6)
        fields.setStretch(1, 1)
        whole = column(self._head, self.pane, fields, self.problem, space=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._make_keys(context)
        self._draft = PageDraft(context, BOX, self)
        self._draft.shown()

    def load(self) -> None:
        """Read and show the lines, with the newest in view."""
        lines = self._context.office.duty_log.recent()
        self.table.show_rows(lines)
        self._head.show_text(tr("Duty log"), tr("since yesterday"))
        if not self.table.hasFocus():
            self.table.scrollToBottom()

    def _make_keys(self, context: Context) -> None:
        actions = context.actions
        actions.name_context(KEYS, tr("In the duty log"))
        actions.name_context(BOX, tr("While a line is written"))
        actions.follow_focus(self.table, KEYS)
        actions.follow_focus(self.box, BOX)
        actions.follow_focus(self.when, BOX)
        actions.add("duty.log.keep", tr("Write it into the log"), "Return", self._on_write, context=BOX, commits=True)
        actions.add("duty.log.whole", tr("Show the numbers in it"), "F3", self._on_whole, context=KEYS)
        actions.add("duty.log.correct", tr("Correct the line"), "Return", self._on_correct, context=KEYS, commits=True)

    def _on_write(self) -> None:
        if self.box.composing or not self.when.check():
            return
        try:
            self._context.office.duty_log.write(self._context.actor, self.box.text(), self.when.value())
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self.problem.show_problem("")
        self.box.clear()
        self.when.set_value(None)
        self._draft.written()
        self.load()
        self.table.scrollToBottom()
        self.box.setFocus()
        self._context.messages.done(tr("The line stands in the log"))

    def _on_whole(self) -> None:
        """F3: the line with the numbers that the list hides; the look is logged."""
        line = self.table.current()
        whole = None if line is None else self._whole(line)
        if line is None or whole is None:
            return
        if whole == mask_personal(whole):
            self._context.messages.hint(tr("Nothing is hidden in this line."))
        else:
            panel = TellPanel(f"{clock(line.happened_at)}  {line.name}", whole)
            self._context.changes.covered.connect(panel.give_up)
            self._context.questions.ask(panel)

    def _whole(self, line: LogLine) -> str | None:
        try:
            return self._context.office.duty_log.whole(self._context.actor, line.id)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            return None

    def _on_correct(self) -> None:
        line = self.table.current()
        if line is None:
            return
        if line.kind not in (EntryKind.WRITTEN, EntryKind.CORRECTED):
            self._context.messages.hint(tr("The program wrote this line; write a further one beside it."))
            return
        before = line.text if line.text == mask_personal(line.text) else self._whole(line)
        if before is None:
            return
        title = tr("What is right? The line stays as it is")
        text = self._context.questions.ask_text(title, tr("Correction"), before, about=line.id)
        if text is None:
            return
        try:
            self._context.office.duty_log.correct(self._context.actor, line.id, text)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            return
        self.load()
        self._context.messages.done(tr("The correction stands in the log"))

    def _columns(self) -> list[Column[LogLine]]:
        return [
            Column(tr("Time"), self._time, tone=Tone.INK2, whole=True),
            Column(tr("What"), _words, stretch=True, tone=_tone),
            Column(tr("Who"), lambda line: line.name, tone=Tone.INK2),
        ]

    def _time(self, line: LogLine) -> str:
        at = line.happened_at
        return clock(at) if at.date() == self._context.clock.now().date() else f"{at:%m-%d %H:%M}"


def _words(line: LogLine) -> str:
    words = line_words(line)
    if line.corrected:
        return tr("{words} (corrected below)").format(words=words)
    return tr("{words} (written {time})").format(words=words, time=f"{line.at:%m-%d %H:%M}") if line.is_late else words


def _tone(line: LogLine) -> Tone:
    return Tone.INK if line.kind in (EntryKind.WRITTEN, EntryKind.CORRECTED) else Tone.INK2


def _look(line: LogLine) -> RowLook:
    return RowLook(struck=line.corrected)
