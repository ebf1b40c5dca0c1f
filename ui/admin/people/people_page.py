"""The people of the office: who signs in, in which role; added, given another role, taken out and let in again."""

from __future__ import annotations

from functools import partial

from app.access.people import PersonOfOffice
from app.access.permissions import Permission
from app.access.refusals import PersonTakenOut
from app.core.language import tr
from app.core.show import show_time
from ui.admin.people.new_person_panel import NewPersonPanel
from ui.admin.people.person_panels import PersonPanel, SetPasswordPanel
from ui.sentences import say
from ui.sentences.roles import role_words
from ui.shell.context import Context
from ui.shell.password_panels import OwnPasswordPanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
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
        edit = self.offer("edit", tr("Change name or role"), "Return", self.on_row(self._on_edit), in_rows=True)
        self.offer("new", tr("Register a person"), "F8", self._on_new, Kind.PRIMARY, icon="plus")
        self.offer("reset", tr("Reset the password"), "F7", self.on_row(self._on_reset))
        self.offer("out", tr("Take out, or let in again"), "F6", self.on_row(self._on_out))
        self.offer("own", tr("Change my password"), "F9", self._on_own).turn_on()
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.people.listed())

    def _on_new(self) -> None:
        self.edit(NewPersonPanel(self.context), tr("The person is registered"))

    def _on_edit(self, person: PersonOfOffice) -> None:
        if self.context.questions.ask(PersonPanel(self.context, person).concerning(person.id)):
            self.tell_done(tr("The person is changed"))

    def _on_reset(self, person: PersonOfOffice) -> None:
        if not person.active:
            self.strip.say(say(PersonTakenOut(person.name)), Mood.WARN)
            return
        reset = partial(self.context.office.staff.reset_password, self.context.actor, person.id)
        title = tr("New password for {name}").format(name=person.name)
        if self.context.questions.ask(SetPasswordPanel(title, reset)):
            self.tell_done(tr("{name} has a new password").format(name=person.name))

    def _on_out(self, person: PersonOfOffice) -> None:
        if person.active:
            self._take_out(person)
            return
        let_in = partial(self.context.office.staff.let_in, self.context.actor, person.id)
        title = tr("Let {name} in again").format(name=person.name)
        if self.context.questions.ask(SetPasswordPanel(title, let_in)):
            self.tell_done(tr("{name} may sign in again").format(name=person.name))

    def _take_out(self, person: PersonOfOffice) -> None:
        words = tr(
            "{name} can no longer sign in or approve. What {name} did stays as it is. "
            "Backups that were made before still open with the old password: keep them locked away."
        ).format(name=person.name)
        title = tr("Take {name} out?").format(name=person.name)
        if self.context.questions.confirm(title, words, tr("Take this person out")):
            take_out = partial(self.context.office.staff.take_out, self.context.actor, person.id)
            self.attempt(take_out, tr("{name} is taken out").format(name=person.name))

    def _on_own(self) -> None:
        change = partial(self.context.office.staff.change_password, self.context.actor)
        if self.context.questions.ask(OwnPasswordPanel(change)):
            self.tell_done(tr("Your password is changed"))


def _columns() -> list[Column[PersonOfOffice]]:
    return [
        Column(tr("Person"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Role in the office"), lambda one: role_words(one.role)),
        Column(tr("Last sign-in"), lambda one: show_time(one.last_in) if one.last_in else None, dash=True),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(one: PersonOfOffice) -> State | None:
    if not one.active:
        return State(tr("may not sign in"), "eye-off", Mood.MUTE)
    return State(tr("chooses a password"), "clock-3", Mood.WARN) if one.must_change else None
