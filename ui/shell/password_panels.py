"""A password of one's own: changed on wish, or chosen before work where somebody else set the present one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.access.refusals import PasswordTooShort, SamePassword, WaitAfterWrongPasswords, WrongPassword
from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.widgets.edit_panel import EditPanel
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField


class OwnPasswordPanel(EditPanel[bool]):
    """Asks for the old password and twice for the new one; answers True once it is changed."""

    keeps_typed = False

    def __init__(self, change: Callable[[str, str], None]) -> None:
        super().__init__(tr("Change my password"), self._keep)
        self._change = change
        self.old, self.new, self.again = _secret(tr("Present password")), *_new_and_again()
        self.form.add(tr("Present password"), self.old)
        _add_new(self, self.new, self.again)
        self.place(self.old, WrongPassword, WaitAfterWrongPasswords)
        self.step_through(self.old, self.new, self.again)

    def _keep(self) -> bool | None:
        if not _same(self, self.new, self.again):
            return None
        self._change(self.old.text(), self.new.text())
        return True


class ChoosePasswordPanel(EditPanel[bool]):
    """Covers the window until a password is chosen; Esc is answered with nothing, and the person is signed out."""

    keeps_typed = False
    covers = True

    def __init__(self, name: str, choose: Callable[[str], None]) -> None:
        words = tr(
            "The password of {name} was set by somebody else. Choose one that only you know; from then on it opens "
            "the data."
        )
        super().__init__(tr("Choose your password"), self._keep, words=words.format(name=name))
        self._choose = choose
        self.new, self.again = _new_and_again()
        _add_new(self, self.new, self.again)
        self.step_through(self.new, self.again)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "leave", tr("Sign out"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Begin work"), ("F9", "Ctrl+S"), self._on_save, Kind.PRIMARY)

    def _keep(self) -> bool | None:
        if not _same(self, self.new, self.again):
            return None
        self._choose(self.new.text())
        return True


def _secret(name: str) -> LineField:
    field = LineField(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _new_and_again() -> tuple[LineField, LineField]:
    return _secret(tr("New password")), _secret(tr("New password again"))


def _add_new(panel: EditPanel[bool], new: LineField, again: LineField) -> None:
    panel.form.add(tr("New password"), new, hint=tr("at least six characters"))
    panel.form.add(tr("New password again"), again)
    panel.place(new, PasswordTooShort, SamePassword)


def _same(panel: EditPanel[bool], new: LineField, again: LineField) -> bool:
    if new.text() == again.text():
        return True
    panel.form.show_problem(again, tr("The two passwords differ. Type the same one twice."))
    again.take_caret()
    return False
