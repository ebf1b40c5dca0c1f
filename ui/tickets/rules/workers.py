"""The workers: who is here, who left, and what each has in hand."""

from __future__ import annotations

from functools import partial

from app.core.language import mark, tr
from app.core.show import show_date
from app.tickets.catalogue.crew import WorkerRow
from ui.shell.context import Context
from ui.tickets.rules.worker_panel import LastDayPanel, WorkerPanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.workers"


class Workers(Section[WorkerRow]):
    """Whoever left stays in the list, and on the work that was done."""

    folding = (mark("Letters"), mark("of it waiting"))

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Workers"),
            TableView(tr("Workers"), _columns(), key=lambda one: one.id, look=lambda one: RowLook(quiet=one.left)),
            words=tr("Whoever left is given no more work and stays on what was done."),
            empty=EmptyState(tr("No worker yet"), tr("Enter the first one, and tickets can be given out.")),
            filter_hint=tr("Name, letters, telephone or team"),
        )
        edit = self.offer("edit", tr("Change"), "Return", self.on_row(self._ask), in_rows=True)
        self.offer("new", tr("New worker"), "F8", partial(self._ask, None), Kind.PRIMARY, icon="plus")
        self.offer("left", tr("Last day, or back again"), "F7", self.on_row(self._on_left))
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.teams.workers(left=True))

    def _ask(self, row: WorkerRow | None) -> None:
        self.edit(WorkerPanel(self.context, row), tr("“{name}” is saved"))

    def _on_left(self, row: WorkerRow) -> None:
        if row.left_on is not None:
            back = partial(self.context.office.teams.take_back, self.context.actor, row.id)
            self.attempt(back, tr("{name} works here again").format(name=row.name))
            return
        day = self.context.questions.ask(LastDayPanel(self.context, row))
        if day is not None:
            self.tell_done(tr("{name}'s last day is {day}").format(name=row.name, day=show_date(day)))


def _columns() -> list[Column[WorkerRow]]:
    return [
        Column(tr("Name"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Letters"), lambda one: one.initials),
        Column(tr("Telephone"), lambda one: one.phone or None, dash=True),
        Column(tr("Team"), lambda one: one.team or None, dash=True),
        Column(tr("In hand"), lambda one: one.in_hand, Cell.NUMBER),
        Column(tr("of it waiting"), lambda one: one.waiting, Cell.NUMBER),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(row: WorkerRow) -> State | None:
    if row.left_on is None:
        return None
    if row.left:
        return State(tr("left on {day}").format(day=show_date(row.left_on)), "eye-off", Mood.MUTE)
    return State(tr("leaves on {day}").format(day=show_date(row.left_on)), "clock-3", Mood.WARN)
