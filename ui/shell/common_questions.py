"""The questions that every page needs: yes or no, a line of text, a supervisor's yes, something to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.access.actor import Approval
from app.core.errors import Refusal
from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.demo_password import demo_words
from ui.shell.question_panel import QuestionPanel
from ui.shell.wait_count import WaitCount
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class ConfirmPanel(QuestionPanel[bool]):
    """Yes or no to something that cannot be taken back; Enter presses the focused button, at first the safe one."""

    def __init__(self, title: str, text: str, yes: str, no: str) -> None:
        super().__init__(title)
        self._yes, self._no = yes, no
        self.body.addWidget(body(text).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "yes", self._yes, "Y", lambda: self.answer(answer=True), Kind.DANGER)
        self.add_button(actions, "no", self._no or tr("No, go back"), "Esc", lambda: self.answer(answer=False))
        actions.add(f"{self.context}.press", tr("Press the button in focus"), "Return", _press, context=self.context)
        for button in self.findChildren(KeyButton):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocusProxy(button)


class TellPanel(QuestionPanel[bool]):
    """Something that must be read."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self.body.addWidget(body(text).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "read", tr("Understood"), ("Return", "Esc"), lambda: self.answer(answer=True))


class TextPanel(QuestionPanel[str]):
    """One line of text, required; suggestions are taken by Alt and their number."""

    def __init__(self, title: str, label: str, initial: str, suggestions: Sequence[str]) -> None:
        super().__init__(title)
        self._suggestions = suggestions
        self._field = LineField(label)
        self._field.setText(initial)
        form = Form()
        form.add(label, self._field)
        self.body.addWidget(form)
        self.setFocusProxy(self._field)

    def add_actions(self, actions: ActionRegistry) -> None:
        for number, suggestion in enumerate(self._suggestions[:9], 1):
            action = actions.add(
                f"{self.context}.{number}",
                suggestion,
                f"Alt+{number}",
                partial(self.answer, suggestion),
                context=self.context,
            )
            self.body.addWidget(KeyButton(action, Kind.QUIET), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "take", tr("Continue"), "Return", self._on_take, Kind.PRIMARY)

    def _on_take(self) -> None:
        text = self._field.text().strip()
        if text:
            self.answer(text)
        else:
            self._field.show_problem(tr("Nothing is written here yet."))


class ApprovalPanel(QuestionPanel[Approval]):
    """A supervisor gives name and password; a wrong one is said here and can be typed again.

    `demo_password` is said here: in the invented estate it is nobody's secret.
    """

    keeps_typed = False

    def __init__(
        self,
        what: str,
        approve: Callable[[str, str], Approval],
        demo_password: str = "",
        may_approve: Sequence[str] = (),
    ) -> None:
        super().__init__(tr("A second person's approval"))
        self._approve = approve
        self._name = LineField(tr("Name of who approves"))
        self._password = LineField(tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._problem = ErrorLine()
        self._wait = WaitCount(self._problem)
        form = Form()
        form.add(tr("Name of who approves"), self._name)
        form.add(tr("Password"), self._password)
        self.body.addWidget(body(what).wrap())
        if may_approve:
            names = tr(", ").join(may_approve)
            self.body.addWidget(body(tr("May approve: {names}").format(names=names), Tone.INK2).wrap())
        if demo_password:
            self.body.addWidget(body(demo_words(demo_password), Tone.INK2).wrap())
        self.body.addWidget(form)
        self.body.addWidget(self._problem)
        self.setFocusProxy(self._name)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "approve", tr("Approve"), "Return", self._on_approve, Kind.PRIMARY)

    def _on_approve(self) -> None:
        if self._name.hasFocus() and not self._password.text():
            self._password.setFocus(Qt.FocusReason.TabFocusReason)
            return
        try:
            approval = self._approve(self._name.text(), self._password.text())
        except Refusal as refusal:
            self._wait.say(refusal)
            self._password.take_caret()
        else:
            self.answer(approval)


def _press() -> None:
    focused = QApplication.focusWidget()
    if isinstance(focused, KeyButton):
        focused.click()
