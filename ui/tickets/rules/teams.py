"""The teams that do the work."""

from __future__ import annotations

from functools import partial

from app.core.language import tr
from app.tickets.catalogue.crew import TeamRow
from app.tickets.catalogue.refusals import TeamExists, TeamNeedsName
from ui.shell.context import Context
from ui.tickets.rules.name_panel import NamePanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.teams"
_REFUSED = (TeamNeedsName, TeamExists)


class Teams(Section[TeamRow]):
    """Every team with its load; one that is no longer offered stays on its tickets."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Teams"),
            TableView(tr("Teams"), _columns(), key=lambda one: one.id, look=lambda one: RowLook(quiet=one.retired)),
            words=tr("Tickets are given to a team, and by it to a worker."),
            empty=EmptyState(tr("No team yet"), tr("Enter the first one.")),
        )
        rename = self.offer("edit", tr("Rename"), "Return", self.on_row(self._on_rename), in_rows=True)
        self.offer("new", tr("New team"), "F8", self._on_new, Kind.PRIMARY, icon="plus")
        self.offer("retire", tr("Offer no longer, or again"), "F7", self.on_row(self._on_retire))
        self.opens(rename)

    def load(self) -> None:
        self.table.show_rows(self.context.office.teams.teams(retired=True))

    def _on_new(self) -> None:
        save = partial(self.context.office.teams.add_team, self.context.actor)
        self._ask(NamePanel(tr("New team"), save, refused=_REFUSED))

    def _on_rename(self, row: TeamRow) -> None:
        save = partial(self.context.office.teams.rename_team, self.context.actor, row.id)
        self._ask(NamePanel(tr("Team “{name}”").format(name=row.name), save, row.name, refused=_REFUSED))

    def _ask(self, panel: NamePanel) -> None:
        self.edit(panel, tr("“{name}” is saved"))

    def _on_retire(self, row: TeamRow) -> None:
        teams = self.context.office.teams
        if row.retired:
            again = tr("“{name}” is offered again").format(name=row.name)
            self.attempt(partial(teams.offer_team_again, self.context.actor, row.id), again)
        else:
            gone = tr("“{name}” is no longer offered; its tickets keep it").format(name=row.name)
            self.attempt(partial(teams.retire_team, self.context.actor, row.id), gone)


def _columns() -> list[Column[TeamRow]]:
    return [
        Column(tr("Team"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Workers"), lambda one: one.workers, Cell.NUMBER),
        Column(tr("In hand"), lambda one: one.in_hand, Cell.NUMBER),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(row: TeamRow) -> State | None:
    return State(tr("not offered"), "eye-off", Mood.MUTE) if row.retired else None
