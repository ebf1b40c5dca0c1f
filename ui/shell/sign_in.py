"""Who is at the counter: name and password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.access.actor import Actor
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.demo_password import demo_words
from ui.shell.front_page import FrontPage
from ui.shell.wait_count import WaitCount
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField

CONTEXT = "sign-in"


class SignInPage(FrontPage):
    """Enter goes from the name to the password, and from there to work.

    `demo_password` is said on the page: in the invented estate it is nobody's secret.
    """

    signed_in = Signal(object)
    lost_wished = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        check: Callable[[str, str], Actor],
        last_person: str = "",
        demo_password: str = "",
    ) -> None:
        words = tr("Your name and your password, as the supervisor registered them.")
        if demo_password:
            words = demo_words(demo_password)
        super().__init__(CONTEXT, tr("Sign in"), words)
        self._check = check
        self._name = LineField(tr("Your name"))
        self._password = LineField(tr("Password"))
        self._problem = ErrorLine()
        self._wait = WaitCount(self._problem)
        self._name.setText(last_person)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        enter = actions.add("sign_in.enter", tr("Sign in"), "Return", self._on_enter, context=CONTEXT, commits=True)
        form = Form()
        self.keep_narrow(form, 420)
        form.add(tr("Your name"), self._name)
        form.add(tr("Password"), self._password)
        self.form.addWidget(form)
        self.form.addWidget(self._problem)
        self.buttons.addWidget(KeyButton(enter, Kind.PRIMARY))
        if not demo_password:
            lost = actions.add("sign_in.lost", tr("Lost password"), "F8", self.lost_wished.emit, context=CONTEXT)
            self.buttons.addWidget(KeyButton(lost, Kind.PLAIN))
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
        first = self._password if self._name.text() else self._name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enter(self) -> None:
        if self._name.hasFocus() and not self._password.text():
            self._password.setFocus(Qt.FocusReason.TabFocusReason)
            return
        try:
            actor = self._check(self._name.text(), self._password.text())
        except (Refusal, Trouble) as error:
            self._wait.say(error)
            self._password.take_caret()
        else:
            self.signed_in.emit(actor)
