"""A new recovery sheet: the code, the way to paper, and one group of it typed back."""

from __future__ import annotations

from collections.abc import Callable
from secrets import randbelow

from app.core.errors import Refusal
from app.core.language import tr
from app.store.recovery_code import check_group, digits_of
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.shell.recovery_page import CodeGroups
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class RecoveryPanel(QuestionPanel[bool]):
    """Answers True once a group was typed from the paper; whoever leaves before has a sheet that is not proven."""

    keeps_typed = False

    def __init__(self, code: str, send: Callable[[], None], choose: Callable[[int], int] = randbelow) -> None:
        super().__init__(tr("Keep the recovery sheet"), width=560)
        groups = code.split()
        self._wanted = choose(len(groups))
        self._group = groups[self._wanted]
        self._send = send
        self._typed = LineField()
        self._problem = ErrorLine()
        words = tr("The older sheet opens nothing any longer: destroy it. This code is shown only now.")
        self.body.addWidget(body(words).wrap())
        self.body.addLayout(CodeGroups(code))
        form = Form()
        form.add(tr("Group {number}, from the paper").format(number=self._wanted + 1), self._typed)
        self.body.addWidget(form)
        self.body.addWidget(self._problem)
        self.setFocusProxy(self._typed)

    def add_actions(self, actions: ActionRegistry) -> None:
        """Back, print, and the end."""
        super().add_actions(actions)
        self.add_button(actions, "print", tr("Print the sheet"), "Ctrl+P", self._on_print)
        self.add_button(actions, "on", tr("The sheet is kept"), "Return", self._on_enter, Kind.PRIMARY)

    def _on_print(self) -> None:
        self._send()
        self._problem.show_hint(tr("The sheet went to the printer. Lock it away once it is out."))

    def _on_enter(self) -> None:
        typed = self._typed.text()
        try:
            check_group(self._wanted, typed)
        except Refusal as refusal:
            self._complain(say(refusal))
            return
        if digits_of(typed) == self._group:
            self.answer(answer=True)
        else:
            self._complain(tr("That is not group {number} of this sheet.").format(number=self._wanted + 1))

    def _complain(self, words: str) -> None:
        self._problem.show_problem(words)
        self._typed.take_caret()
