"""The tree of categories: entered, changed, moved, and no longer offered; one in use is never lost."""

from __future__ import annotations

from functools import partial

from app.core.language import mark, tr
from app.tickets.catalogue.category_facts import CategoryRow
from app.tickets.words import CLASSES, KINDS, PRIORITIES
from ui.shell.context import Context
from ui.tickets.rules.category_panel import CategoryPanel
from ui.tickets.rules.tree_places import Way, new_place
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.categories"
_INDENT = "\u2003"


class Categories(Section[CategoryRow]):
    """Every category, also those no longer offered, in the order of the tree."""

    folding = (mark("Letters"), mark("Class"), mark("Priority"), mark("Checklist"))

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Categories"),
            TableView(tr("Categories"), _columns(), key=lambda one: one.id, look=_look),
            words=tr(
                "What tickets are about. A category sets kind, class, priority, team and checklist; each can be "
                "changed on the ticket."
            ),
            empty=EmptyState(tr("No category yet"), tr("Enter the first one.")),
            filter_hint=tr("Name, letters, kind or team"),
        )
        edit = self.offer("edit", tr("Change"), "Return", self.on_row(self._on_edit), Kind.PRIMARY, in_rows=True)
        self.offer("beside", tr("New beside it"), "F8", partial(self._on_new, below=False), icon="plus")
        self.offer("below", tr("New below it"), "Shift+F8", partial(self._on_new, below=True))
        for name, text, keys, way in _WAYS:
            self.offer(name, tr(text), keys, self.on_row(partial(self._on_move, way)), Kind.QUIET)
        self.offer("retire", tr("Offer no longer, or again"), "F7", self.on_row(self._on_retire))
        self.offer("remove", tr("Remove"), "Del", self.on_row(self._on_remove), Kind.DANGER, in_rows=True)
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.ticket_categories.tree(retired=True, counted=True))

    def _on_edit(self, row: CategoryRow) -> None:
        if self._ask(CategoryPanel(self.context, row).concerning(row.id)):
            self.tell_done(tr("“{name}” is saved").format(name=row.name))

    def _on_new(self, *, below: bool) -> None:
        row = self.table.current()
        parent = None if row is None else row if below else self._parent(row)
        under = "" if parent is None else parent.id
        made = self._ask(CategoryPanel(self.context, None, parent).concerning("under", under))
        if made is not None:
            self.load()
            self.table.choose_key(made)
            self.tell_done(tr("The category is entered"))

    def _ask(self, panel: CategoryPanel) -> int | None:
        made = self.context.questions.ask(panel)
        self.table.setFocus()
        return made

    def _on_move(self, way: Way, row: CategoryRow) -> None:
        rows = self.table.rows_model.all_rows
        place = new_place(rows, row, way)
        if place is None:
            self.context.messages.hint(tr("“{name}” cannot go further that way").format(name=row.name))
            return
        move = partial(self.context.office.ticket_categories.move, self.context.actor, row.id, *place)
        self.attempt(move, tr("“{name}” is moved").format(name=row.name))

    def _on_retire(self, row: CategoryRow) -> None:
        categories = self.context.office.ticket_categories
        if row.retired:
            again = tr("“{name}” is offered again").format(name=row.name)
            self.attempt(partial(categories.offer_again, self.context.actor, row.id), again)
        else:
            gone = tr("“{name}” is no longer offered; its tickets keep it").format(name=row.name)
            self.attempt(partial(categories.retire, self.context.actor, row.id), gone)

    def _on_remove(self, row: CategoryRow) -> None:
        remove = partial(self.context.office.ticket_categories.remove, self.context.actor, row.id)
        place = self.table.currentIndex().row()
        self.attempt(remove, tr("“{name}” is removed").format(name=row.name))
        if self.table.current() is None:
            self.table.choose(min(place, self.table.rows_model.rowCount() - 1))

    def _parent(self, row: CategoryRow) -> CategoryRow | None:
        return next((one for one in self.table.rows_model.all_rows if one.id == row.parent_id), None)


_WAYS = (
    ("up", mark("Up"), "Alt+Up", Way.UP),
    ("down", mark("Down"), "Alt+Down", Way.DOWN),
    ("out", mark("One level out"), "Alt+Left", Way.OUT),
    ("in", mark("Below the one above"), "Alt+Right", Way.IN),
)


def _look(row: CategoryRow) -> RowLook:
    return RowLook(quiet=row.retired)


def _columns() -> list[Column[CategoryRow]]:
    return [
        Column(tr("Category"), lambda one: _INDENT * one.depth + one.name, stretch=True, whole=True),
        Column(tr("Letters"), lambda one: one.facts.initials),
        Column(tr("Kind"), lambda one: tr(KINDS[one.facts.kind])),
        Column(tr("Class"), lambda one: tr(CLASSES[one.facts.service_class])),
        Column(tr("Priority"), lambda one: tr(PRIORITIES[one.facts.priority])),
        Column(tr("Team"), lambda one: one.team or None, dash=True),
        Column(tr("Checklist"), lambda one: len(one.facts.checklist) or None, Cell.NUMBER, dash=True),
        Column(tr("Tickets"), lambda one: one.tickets or None, Cell.NUMBER, dash=True),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(row: CategoryRow) -> State | None:
    return State(tr("not offered"), "eye-off", Mood.MUTE) if row.retired else None
