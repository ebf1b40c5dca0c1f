"""Who works at the office: a supervisor sees the list and registers the next person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.errors import Refusal
from app.core.language import mark, tr
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.columns import Column
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from app.access.people import People, PersonOfOffice

ROLES = {Role.CASHIER: mark("cashier"), Role.SUPERVISOR: mark("supervisor")}
_ROWS = 5


class PeoplePanel(QuestionPanel[None]):
    """The list above, the next person below; it stays open until it is left."""

    def __init__(self, people: People, by: Actor) -> None:
        super().__init__(tr("People of the office"), width=520)
        self._people, self._by = people, by
        self._table: TableView[PersonOfOffice] = TableView(
            tr("People of the office"),
            [
                Column(tr("Person"), lambda row: row.name, bold=True, stretch=True),
                Column(tr("Role"), lambda row: tr(ROLES[row.role])),
            ],
            lambda row: row.id,
        )
        self._name, self._password = LineField(), LineField()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._role = ChoiceField(tr("Role"), [(tr(words), role) for role, words in ROLES.items()])
        self._problem = ErrorLine()
        self._lay_out()
        self._table.show_rows(people.listed())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Register"), "Ctrl+Return", self._on_add, Kind.PRIMARY)

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Person"), self._name)
        form.add(tr("Password"), self._password, hint=tr("at least six characters"))
        form.add(tr("Role"), self._role)
        self._table.setFixedHeight(self._table.height_of_rows(_ROWS))
        for part in (self._table, form, self._problem):
            self.body.addWidget(part)
        self.setFocusProxy(self._name)

    def _on_add(self) -> None:
        role = self._role.value()
        assert role is not None
        try:
            self._people.add(self._by, self._name.text(), self._password.text(), role)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            return
        self._problem.show_problem("")
        self._name.clear()
        self._password.clear()
        self._table.show_rows(self._people.listed())
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
