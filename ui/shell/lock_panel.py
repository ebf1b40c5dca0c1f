"""The screen is covered until somebody of the office types a password; what was typed before stays behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.access.actor import Actor
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.demo_password import demo_words
from ui.shell.live_chip import LiveChip
from ui.shell.question_panel import QuestionPanel
from ui.shell.wait_count import WaitCount
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class LockPanel(QuestionPanel[Actor]):
    """The person at work types a password and goes on; anybody else types name and password, and takes over.

    `check` gives the person, or raises the refusal that is said here. Esc does nothing: there is no way around.
    """

    keeps_typed = False
    covers = True

    def __init__(
        self,
        check: Callable[[str, str], Actor],
        at_work: Actor,
        demo_password: str = "",
        live: LiveChip | None = None,
        for_another: bool = False,  # noqa: FBT001, FBT002 - the last of the panel's own facts
    ) -> None:
        super().__init__(tr("Locked"))
        self._live = live
        self._check = check
        self._name = LineField(tr("Your name"))
        self._password = LineField(tr("Password"))
        self._problem = ErrorLine()
        self._wait = WaitCount(self._problem)
        self._name.setText("" if for_another else at_work.name)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        words = tr("{name} is at work here and goes on with the password. Somebody else signs in by name and password.")
        form = Form()
        form.add(tr("Your name"), self._name)
        form.add(tr("Password"), self._password)
        self.body.addWidget(body(words.format(name=at_work.name)).wrap())
        if demo_password:
            self.body.addWidget(body(demo_words(demo_password), Tone.INK2).wrap())
        self.body.addWidget(form)
        self.body.addWidget(self._problem)
        self.setFocusProxy(self._name if for_another else self._password)

    def add_actions(self, actions: ActionRegistry) -> None:
        """What runs stays in view with its clock, and an incident is worked without the password."""
        if self._live is not None:
            self.buttons.insertWidget(0, self._live)
        self.add_button(actions, "unlock", tr("Unlock"), "Return", self._on_enter, Kind.PRIMARY)

    def _on_enter(self) -> None:
        if self._name.hasFocus() and not self._password.text():
            self._password.take_caret()
            return
        try:
            actor = self._check(self._name.text(), self._password.text())
        except (Refusal, Trouble) as error:
            self._wait.say(error)
            self._password.take_caret()
        else:
            self.answer(actor)
