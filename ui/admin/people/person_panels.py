"""The forms about somebody of the office: name and role, and a password that is set for them."""

from __future__ import annotations

from collections.abc import Callable

from app.access.people import PersonOfOffice
from app.access.permissions import Role
from app.access.refusals import LastKeeperOfPeople, NameMissing, NameTaken, PasswordTooShort
from app.core.language import tr
from ui.sentences.roles import ROLES, role_words
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class PersonPanel(EditPanel[bool]):
    """Another name or role; answers whether anything was changed."""

    def __init__(self, context: Context, person: PersonOfOffice) -> None:
        words = tr("What was printed keeps the old name. Another role counts from the next sign-in on.")
        super().__init__(person.name, self._keep, words=words)
        self._context, self._person = context, person
        self.name = LineField(tr("Person"))
        self.role: ChoiceField[Role] = ChoiceField(
            tr("Role in the office"), [(role_words(role), role) for role in ROLES]
        )
        self.name.setText(person.name)
        self.role.set_value(person.role)
        self.form.add(tr("Person"), self.name)
        self.form.add(tr("Role in the office"), self.role)
        self.place(self.name, NameMissing, NameTaken)
        self.place(self.role, LastKeeperOfPeople)
        self.step_through(self.name, self.role)

    def _keep(self) -> bool:
        """Only what was touched here: what somebody else changed meanwhile stays."""
        staff, by, role, shown = self._context.office.staff, self._context.actor, self.role.value(), self._person
        assert role is not None
        with self._context.office.store.transaction():
            moved = role != shown.role and staff.change_role(by, shown.id, role)
            renamed = self.name.text().strip() != shown.name and staff.rename(by, shown.id, self.name.text())
            return renamed or moved


class SetPasswordPanel(EditPanel[bool]):
    """A password for somebody else, seen as it is typed: it is told to them, and they choose their own with it."""

    keeps_typed = False

    def __init__(self, title: str, keep: Callable[[str], None]) -> None:
        words = tr("Tell the person this password. At the next sign-in it has to be replaced by one of their own.")
        super().__init__(title, self._keep, words=words)
        self._set = keep
        self.password = LineField(tr("Password"))
        self.form.add(tr("Password"), self.password, hint=tr("at least six characters"))
        self.place(self.password, PasswordTooShort)
        self.step_through(self.password)

    def _keep(self) -> bool:
        self._set(self.password.text())
        return True
