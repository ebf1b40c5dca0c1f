"""Before anything can be read out of damaged data: a name with its password, or the code of the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.store.key_refusals import CodeMistyped
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.shell.mistyped_group import mark_group
from ui.shell.wait_count import WaitCount
from ui.widgets.chip import Mood
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.note_strip import NoteStrip

CONTEXT = "unlock"


class UnlockPage(FrontPage):
    """Says what is the matter, then asks.

    `unlock` takes a name and its password, or the recovery code without a name; it raises refusals.
    """

    unlocked = Signal()
    again_wished = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        sentence: str,
        unlock: Callable[[str, str], object],
        person: str = "",
        head: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(CONTEXT, *(head or _of_damaged_data()))
        self._unlock = unlock
        self._name, self._secret, self._code = LineField(tr("Your name")), LineField(), LineField()
        self._name.setText(person)
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._problem = ErrorLine()
        self._wait = WaitCount(self._problem)
        strip = NoteStrip()
        strip.say(sentence, Mood.ACCENT if head else Mood.DANGER)
        self.form.addWidget(strip)
        form = Form()
        self.keep_narrow(form, 520)
        form.add(tr("Your name"), self._name)
        form.add(tr("Password"), self._secret)
        form.add(tr("Or the recovery code"), self._code, hint=tr("eight groups of six digits; blanks do not matter"))
        self.form.addWidget(form)
        self.form.addWidget(self._problem)
        on = actions.add("unlock.on", tr("Go on"), "Ctrl+Return", self._on_ready, context=CONTEXT, commits=True)
        again = actions.add(
            "unlock.again", tr("Try again"), "F5", self.again_wished.emit, context=CONTEXT, commits=True
        )
        self._steps = EnterSteps((self._name, self._secret), self._on_secret, self)
        self._last_step = EnterSteps((self._code,), on.trigger, self)
        self.buttons.addWidget(KeyButton(on, Kind.PRIMARY))
        self.buttons.addWidget(KeyButton(again, Kind.PLAIN))
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
        first = self._secret if self._name.text() else self._name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_secret(self) -> None:
        if self._secret.text():
            self._on_ready()
        else:
            self._code.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_ready(self) -> None:
        self._wait.clear()
        by_code = bool(self._code.text().strip())
        field = self._code if by_code else self._secret
        try:
            self._unlock("" if by_code else self._name.text(), field.text())
        except CodeMistyped as slip:
            self._wait.say(slip)
            mark_group(self._code, slip)
        except (Refusal, Trouble) as error:
            self._wait.say(error)
            field.take_caret()
        else:
            self.unlocked.emit()


def _of_damaged_data() -> tuple[str, str]:
    return (
        tr("The data cannot be opened"),
        tr(
            "Nothing is lost that is in the backups. Type your name and your password, or leave the name empty and "
            "type the code of the recovery sheet: then the program can look what is left and what the backup holds."
        ),
    )
