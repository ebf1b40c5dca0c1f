"""Who lost the password types the code of the recovery sheet and chooses a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.store.key_refusals import CodeMistyped
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.shell.mistyped_group import mark_group
from ui.shell.wait_count import WaitCount
from ui.widgets.choice_field import ChoiceField
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField

CONTEXT = "lost-password"


class LostPasswordPage(FrontPage):
    """`try_code` gives the people of the office; `reset` gives one of them a new password. Both raise refusals."""

    done = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        try_code: Callable[[str], Sequence[str]],
        reset: Callable[[str, str, str], None],
    ) -> None:
        super().__init__(
            CONTEXT,
            tr("Lost password"),
            tr(
                "Easiest: somebody who may register people signs in and sets a new password for you. "
                "Where nobody can, type the code of the recovery sheet. Without a password and without the sheet "
                "nobody can open the data, not even who made this program."
            ),
        )
        self._try_code = try_code
        self._reset = reset
        self._code = LineField()
        self._name = ChoiceField[str](tr("Your name"), [])
        self._password, self._again = LineField(), LineField()
        self._problem = ErrorLine()
        self._wait = WaitCount(self._problem)
        for field in (self._password, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._fill_form()
        self._add_actions(actions)
        self._show_people([])
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_form(self) -> None:
        self._rows = Form()
        self._rows.add(tr("Recovery code"), self._code, hint=tr("eight groups of six digits; blanks do not matter"))
        self._rows.add(tr("Your name"), self._name)
        self._rows.add(tr("New password"), self._password, hint=tr("at least six characters"))
        self._rows.add(tr("New password again"), self._again)
        self.form.addWidget(self._rows)
        self.form.addWidget(self._problem)

    def _add_actions(self, actions: ActionRegistry) -> None:
        on = actions.add("lost_password.on", tr("Go on"), "Ctrl+Return", self._on_ready, context=CONTEXT, commits=True)
        back = actions.add("lost_password.back", tr("Back"), "Esc", self.left.emit, context=CONTEXT)
        self._steps = EnterSteps((self._code,), on.trigger, self)
        self._later_steps = EnterSteps((self._name, self._password, self._again), on.trigger, self)
        self.buttons.addWidget(KeyButton(on, Kind.PRIMARY))
        self.buttons.addWidget(KeyButton(back, Kind.PLAIN))

    def _show_people(self, names: Sequence[str]) -> None:
        for field in (self._name, self._password, self._again):
            self._rows.show_row(field, shown=bool(names))
        self._name.offer([(name, name) for name in names])
        self._is_open = bool(names)

    def _on_ready(self) -> None:
        self._wait.clear()
        try:
            if self._is_open:
                self._choose()
            else:
                self._show_people(self._try_code(self._code.text()))
                self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        except CodeMistyped as refusal:
            self._wait.say(refusal)
            mark_group(self._code, refusal)
        except (Refusal, Trouble) as error:
            self._wait.say(error)

    def _choose(self) -> None:
        name, password = self._name.value(), self._password.text()
        if password != self._again.text():
            self._problem.show_problem(tr("The two passwords differ. Type the same one twice."))
            self._again.take_caret()
            return
        if name is not None:
            self._reset(self._code.text(), name, password)
            self.done.emit(name, password)
