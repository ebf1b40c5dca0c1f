"""The people of the office: who signs in, in which role; added, given another role, taken out and let in again."""

from __future__ import annotations

from app.access.people import PersonOfOffice
from app.access.permissions import Permission
from app.core.language import tr
from ui.admin.people.new_person_panel import NewPersonPanel
from ui.sentences.roles import role_words
from ui.shell.context import Context
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "admin.people"


class PeoplePart(Section[PersonOfOffice]):
    """Nobody is ever deleted: who was taken out stays on everything that they did."""

    needs = Permission.MANAGE_PEOPLE

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("People of the office"),
            TableView(
                tr("People of the office"),
                _columns(),
                key=lambda one: one.id,
                look=lambda one: RowLook(quiet=not one.active),
            ),
            words=tr("Who may sign in, and in which role."),
            empty=EmptyState(tr("Nobody is registered yet"), tr("Register the first person.")),
            filter_hint=tr("Filter by name or role"),
        )
        self.offer("new", tr("Register a person"), "F8", self._on_new, Kind.PRIMARY, icon="plus")

    def load(self) -> None:
        self.table.show_rows(self.context.office.people.listed())

    def _on_new(self) -> None:
        made = self.context.questions.ask(NewPersonPanel(self.context))
        if made is not None:
            self.load()
            self.table.choose_key(made)
            self.tell_done(tr("The person is registered"))


def _columns() -> list[Column[PersonOfOffice]]:
    return [
        Column(tr("Person"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Role"), lambda one: role_words(one.role)),
    ]
