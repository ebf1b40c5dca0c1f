"""The form for the next person of the office."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.access.permissions import Role
from app.access.refusals import NameMissing, NameTaken, PasswordTooShort
from app.core.ids import UserId
from app.core.language import tr
from ui.sentences.roles import ROLES, role_words
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class NewPersonPanel(EditPanel[UserId]):
    """Answers the id of the person."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Register a person"), self._keep, saving=tr("Register"))
        self._context = context
        self.name, self.password = LineField(tr("Person")), LineField(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.role: ChoiceField[Role] = ChoiceField(
            tr("Role in the office"), [(role_words(role), role) for role in ROLES]
        )
        self.form.add(tr("Person"), self.name, hint=tr("the name that receipts show"))
        self.form.add(tr("Role in the office"), self.role)
        self.form.add(tr("Password"), self.password, hint=tr("at least six characters"))
        self.own = CheckBox(tr("chooses a password of their own at the first sign-in"), ticked=True)
        self.form.add("", self.own)
        self.place(self.name, NameMissing, NameTaken)
        self.place(self.password, PasswordTooShort)
        self.step_through(self.name, self.role, self.password)

    def _keep(self) -> UserId:
        role = self.role.value()
        assert role is not None
        people, by = self._context.office.people, self._context.actor
        own = self.own.isChecked()
        return people.add(by, self.name.text(), self.password.text(), role, must_change=own).id
