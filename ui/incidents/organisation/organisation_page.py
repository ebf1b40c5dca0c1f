"""The organisation: command group, teams, and the line along which a report goes up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr, tr_n
from app.incidents.organisation.post import Post, PostGroup
from ui.incidents.organisation.post_panel import GROUPS, PostPanel
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "incidents.organisation"


class OrganisationPage(Section[Post]):
    """`begin` reads the posts; Esc leaves the page."""

    left = Signal()
    needs = Permission.MANAGE_PLANS
    folding = (mark("Deputy's telephone"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Organisation"),
            TableView(tr("Organisation"), _columns(), key=lambda post: post.id),
            words=tr("Who commands, who does what, and who tells whom: the reporting line from below upwards."),
            empty=EmptyState(tr("No post yet"), tr("F4 lays the usual ones, with nobody in them.")),
        )
        change = self.offer("change", tr("Change"), "Return", self.on_row(self._on_change), Kind.PRIMARY, in_rows=True)
        self.offer("add", tr("New post"), "F8", self._on_add, icon="plus")
        self.offer("up", tr("Up"), "Alt+Up", self.on_row(partial(self._on_move, -1)))
        self.offer("down", tr("Down"), "Alt+Down", self.on_row(partial(self._on_move, 1)))
        self.offer("take_off", tr("Take off"), "F7", self.on_row(self._on_take_off))
        self.usual = self.offer("usual", tr("Usual posts"), "F4", self._on_usual, Kind.QUIET)
        self.opens(change)
        context.actions.add(f"{KEYS}.back", tr("Back to the incidents"), "Esc", self.left.emit, context=KEYS)

    def load(self) -> None:
        posts = self.context.office.organisation.posts()
        self.table.show_rows(posts)
        vacant, alone = sum(post.is_vacant for post in posts), sum(post.has_no_deputy for post in posts)
        parts = []
        if vacant:
            parts.append(tr_n("{n} post is held by nobody", "{n} posts are held by nobody", vacant).format(n=vacant))
        if alone:
            parts.append(tr_n("{n} has no deputy", "{n} have no deputy", alone).format(n=alone))
        self.strip.say(tr("; ").join(parts), Mood.WARN)

    def focus_search(self) -> None:
        """Put the focus in the rows."""
        self.take_focus()

    def begin(self) -> None:
        super().begin()
        self.take_focus()

    def take_focus(self) -> None:
        (self.table if self.table.rows_model.rowCount() else self).setFocus()

    def _on_change(self, post: Post) -> None:
        self._ask(PostPanel(self.context, post))

    def _on_add(self) -> None:
        post = self.table.current()
        self._ask(PostPanel(self.context, None, PostGroup.COMMAND if post is None else post.facts.group))

    def _ask(self, panel: PostPanel) -> None:
        self.edit(panel, tr("The post “{name}” is written"))

    def _on_move(self, places: int, post: Post) -> None:
        move = partial(self.context.office.organisation.move, self.context.actor, post.id, places)
        self.attempt(move, tr("“{name}” is moved").format(name=post.facts.post))

    def _on_take_off(self, post: Post) -> None:
        title = tr("Take the post “{name}” off?").format(name=post.facts.post)
        words = tr("It then stands neither on the screen nor in the printed organisation.")
        if self.context.questions.confirm(title, words, tr("Take off")):
            act = partial(self.context.office.organisation.take_off, self.context.actor, post.id)
            self.attempt(act, tr("The post “{name}” is taken off").format(name=post.facts.post))

    def _on_usual(self) -> None:
        act = partial(self.context.office.organisation.begin_with_the_usual, self.context.actor)
        self.attempt(act, tr("The usual posts are laid; write who holds them"))
        self.table.choose(0)


def _columns() -> list[Column[Post]]:
    return [
        Column(tr("Group"), lambda post: tr(GROUPS[post.facts.group])),
        Column(tr("Post"), lambda post: post.facts.post, bold=True, whole=True),
        Column(tr("Held by"), lambda post: post.facts.person or None, dash=True, stretch=True),
        Column(tr("Telephone"), lambda post: post.facts.phone or None, dash=True),
        Column(tr("Deputy"), lambda post: post.facts.deputy or None, dash=True),
        Column(tr("Deputy's telephone"), lambda post: post.facts.deputy_phone or None, dash=True),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(post: Post) -> State | None:
    if post.is_vacant:
        return State(tr("held by nobody"), "triangle-alert", Mood.WARN)
    return State(tr("no deputy"), "user", Mood.MUTE) if post.has_no_deputy else None
