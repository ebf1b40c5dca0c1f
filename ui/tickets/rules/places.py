"""The public places that tickets can be about: of the whole estate, and of each building."""

from __future__ import annotations

from functools import partial

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.estate.places import PlaceRow
from ui.shell.context import Context
from ui.tickets.rules.place_panel import PlacePanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.places"


class Places(Section[PlaceRow]):
    """A place that is no longer offered stays on what was reported of it."""

    needs = Permission.MANAGE_ESTATE
    folding = (mark("Letters"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Public places"),
            TableView(
                tr("Public places"), _columns(), key=lambda one: one.id, look=lambda one: RowLook(quiet=one.retired)
            ),
            words=tr("Where something can be reported besides the homes: a lobby, a gate, a plant room."),
            empty=EmptyState(tr("No public place yet"), tr("Enter the first one.")),
            filter_hint=tr("Building, name or letters"),
        )
        edit = self.offer("edit", tr("Rename"), "Return", self.on_row(self._on_edit), in_rows=True)
        self.offer("new", tr("New place"), "F8", self._on_new, Kind.PRIMARY, icon="plus")
        self.offer("retire", tr("Offer no longer, or again"), "F7", self.on_row(self._on_retire))
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.places.all(retired=True))

    def _on_new(self) -> None:
        row = self.table.current()
        self._ask(PlacePanel(self.context, None, None if row is None else row.building_id))

    def _on_edit(self, row: PlaceRow) -> None:
        self._ask(PlacePanel(self.context, row, row.building_id))

    def _ask(self, panel: PlacePanel) -> None:
        self.edit(panel, tr("The place is saved"))

    def _on_retire(self, row: PlaceRow) -> None:
        places = self.context.office.places
        if row.retired:
            again = tr("“{name}” is offered again").format(name=row.label)
            self.attempt(partial(places.offer_again, self.context.actor, row.id), again)
        else:
            gone = tr("“{name}” is no longer offered; its tickets keep it").format(name=row.label)
            self.attempt(partial(places.retire, self.context.actor, row.id), gone)


def _columns() -> list[Column[PlaceRow]]:
    return [
        Column(tr("Building"), lambda one: one.building or tr("the estate")),
        Column(tr("Place"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Letters"), lambda one: one.initials),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(row: PlaceRow) -> State | None:
    return State(tr("not offered"), "eye-off", Mood.MUTE) if row.retired else None
