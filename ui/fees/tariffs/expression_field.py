"""The field of an expression: checked when typing pauses, its variables put in by a key."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.fees.tariffs.expression_words import problem_of
from ui.fees.tariffs.variable_panel import VariablePanel
from ui.shell.context import Context
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import column, row

KEYS = "fees.expression"
_PAUSE_MS = 600


class ExpressionField(QWidget):
    """`changed` with every letter; the problem waits for a pause, for leaving the field, or for `check`."""

    changed = Signal()
    problem_changed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.line = LineField(tr("Expression"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        choose = context.actions.add("fees.variable", tr("Variables"), "Alt+V", self._on_choose, context=KEYS)
        self.setLayout(column(self.line, row(KeyButton(choose, Kind.QUIET), None, space=0), space=0))
        self.setFocusProxy(self.line)
        context.actions.follow_focus(self, KEYS)
        context.actions.name_context(KEYS, tr("Expression"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.left.connect(self._check_text)
        self.line.problem_changed.connect(self.problem_changed)
        self._pause.timeout.connect(self._check_text)

    def text(self) -> str:
        """The expression as it is typed."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Type it again."""
        self.line.setText(text)

    def check(self) -> bool:
        """Show the problem now, if there is one; whether the expression may be used."""
        problem = problem_of(self.text())
        self.line.show_problem(problem)
        if problem:
            self.line.take_caret()
        return not problem

    def show_problem(self, text: str) -> None:
        """Say what the office refuses of it."""
        self.line.show_problem(text)

    def _on_text_changed(self) -> None:
        if not problem_of(self.text()):
            self.line.show_problem("")
        self._pause.start()
        self.changed.emit()

    def _check_text(self) -> None:
        self._pause.stop()
        self.line.show_problem(problem_of(self.text()) if self.text().strip() else "")

    def _on_choose(self) -> None:
        at = self.line.cursorPosition()
        chosen = self._context.questions.ask(VariablePanel())
        self.line.setFocus()
        self.line.deselect()
        self.line.setCursorPosition(at)
        if chosen is not None:
            self.line.insert(chosen)
