"""The posts of the roster: their names and usual hours."""

from __future__ import annotations

from datetime import time
from functools import partial

from app.access.permissions import Permission
from app.core.language import tr
from app.duty.refusals import DutyTextMissing, PostExists
from app.duty.roster.roster_facts import Post
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.edit_panel import EditPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView
from ui.widgets.time_fields import TimeField

KEYS = "duty.lists.posts"


class Posts(Section[Post]):
    """A post that is no longer kept stays on the turns that were written."""

    needs = Permission.MANAGE_DUTY

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Duty posts"),
            TableView(
                tr("Duty posts"), _columns(), key=lambda one: one.id, look=lambda one: RowLook(quiet=one.retired)
            ),
            words=tr("Where somebody is on duty, and the usual hours; the same time twice is round the clock."),
            empty=EmptyState(tr("No duty post yet"), tr("Enter the first one.")),
        )
        edit = self.offer("edit", tr("Edit"), "Return", self.on_row(self._ask), in_rows=True)
        self.offer("new", tr("New duty post"), "F8", partial(self._ask, None), Kind.PRIMARY, icon="plus")
        self.offer("retire", tr("Keep no longer, or again"), "F7", self.on_row(self._on_retire))
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.roster.posts(retired=True))

    def _ask(self, row: Post | None) -> None:
        self.edit(PostPanel(self.context, row), tr("The post is saved"))

    def _on_retire(self, row: Post) -> None:
        words = tr("“{name}” is kept again") if row.retired else tr("“{name}” is no longer kept; its turns stay")
        retire = partial(self.context.office.roster.retire_post, self.context.actor, row.id, retired=not row.retired)
        self.attempt(retire, words.format(name=row.name))


class PostPanel(EditPanel[int]):
    """Answers the id of the post."""

    def __init__(self, context: Context, row: Post | None) -> None:
        super().__init__(tr("New duty post") if row is None else row.name, self._keep)
        self._context, self._row = context, row
        self.name = LineField(tr("Name"))
        self.begins, self.ends = TimeField(tr("Turn begins"), required=True), TimeField(tr("Turn ends"), required=True)
        self.form.add(tr("Name"), self.name)
        self.form.add(tr("Turn begins"), self.begins)
        self.form.add(tr("Turn ends"), self.ends, hint=tr("An earlier time is on the next day"))
        if row is not None:
            self.name.setText(row.name)
            self.begins.set_value(row.begins)
            self.ends.set_value(row.ends)
        self.place(self.name, DutyTextMissing, PostExists)
        self.step_through(self.name, self.begins, self.ends)

    def _keep(self) -> int:
        roster, by = self._context.office.roster, self._context.actor
        facts = (self.name.text(), self.begins.value() or time(), self.ends.value() or time())
        if self._row is None:
            return roster.add_post(by, *facts)
        roster.change_post(by, self._row.id, *facts)
        return self._row.id


def _columns() -> list[Column[Post]]:
    return [
        Column(tr("Duty post"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Turn begins"), lambda one: f"{one.begins:%H:%M}"),
        Column(tr("Turn ends"), lambda one: f"{one.ends:%H:%M}"),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(row: Post) -> State | None:
    return State(tr("not kept"), "eye-off", Mood.MUTE) if row.retired else None
