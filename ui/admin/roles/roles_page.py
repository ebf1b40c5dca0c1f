"""The roles of the office: what each may do, edited as a set of permissions."""

from __future__ import annotations

from app.access.permissions import ROLES, Permission
from app.access.roles import RoleOfOffice
from app.core.language import tr
from app.core.show import show_whole
from ui.admin.roles.role_panel import RolePanel
from ui.sentences.roles import role_words
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "admin.roles"


class RolesPart(Section[RoleOfOffice]):
    """A change counts from the next sign-in of whoever has the role."""

    needs = Permission.MANAGE_PEOPLE

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Roles of the office"),
            TableView(tr("Roles of the office"), _columns(), key=lambda one: one.role),
            words=tr("What each role may do. A change counts from the next sign-in on."),
            empty=EmptyState(tr("No role"), ""),
        )
        edit = self.offer("edit", tr("Edit"), "Return", self.on_row(self._on_edit), Kind.PRIMARY, in_rows=True)
        self.offer("default", tr("As shipped"), "F6", self._on_default)
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.roles.listed())

    def _on_edit(self, row: RoleOfOffice) -> None:
        if self.context.questions.ask(RolePanel(self.context, row)):
            self.tell_done(tr("The role is changed"))

    def _on_default(self) -> None:
        row = self.table.current()
        if row is None or not row.is_edited:
            self.context.messages.hint(tr("Nothing was changed."))
            return
        words = tr("“{role}” may again do what it may as shipped.").format(role=role_words(row.role))
        if self.context.questions.confirm(tr("As shipped"), words, tr("As shipped")):
            self.attempt(
                lambda: self.context.office.roles.change(self.context.actor, row.role, ROLES[row.role]),
                tr("The role is changed"),
            )


def _columns() -> list[Column[RoleOfOffice]]:
    return [
        Column(tr("Role in the office"), lambda one: role_words(one.role), bold=True, stretch=True),
        Column(tr("People"), lambda one: show_whole(one.people), Cell.NUMBER),
        Column(tr("May do"), lambda one: f"{len(one.permissions)} / {len(Permission)}"),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(one: RoleOfOffice) -> State | None:
    return State(tr("edited"), "pencil", Mood.WARN) if one.is_edited else None
