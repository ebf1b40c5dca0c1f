"""The saved views of the office with how many tickets each holds: one is shown, saved, or taken away."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_date, show_whole
from app.tickets.lists.filters import TicketFilter
from app.tickets.lists.views import TicketView
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.board.group_words import GROUPS
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

_ROWS = 8


@dataclass(frozen=True, slots=True)
class _Shown:
    view: TicketView
    count: int


class ViewsPanel(QuestionPanel[TicketFilter]):
    """Answers the filter of the view that is to be shown; `wanted` is what the list holds now and may be saved."""

    def __init__(self, context: Context, wanted: TicketFilter) -> None:
        super().__init__(tr("Saved views"), width=640)
        self._context, self._wanted = context, wanted
        self.table: TableView[_Shown] = TableView(tr("Saved views"), _columns(), key=lambda one: one.view.id)
        empty = EmptyState(
            tr("No view is saved yet"), tr("Ctrl S saves what the list shows now; everybody of the office sees it.")
        )
        self.pane = TablePane(self.table, empty)
        self.pane.setMinimumHeight(self.table.height_of_rows(_ROWS))
        self._problem = ErrorLine()
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(self._problem)
        self.table.opened.connect(lambda one: self.answer(one.view.filter))
        self._load()
        self.table.choose(0)
        if self.table.rows_model.rows:
            self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save as view"), "Ctrl+S", self._on_save)
        self.add_button(actions, "drop", tr("Take view away"), "Ctrl+D", self._on_drop)
        self.add_button(actions, "take", tr("Show these"), ("F9", "Return"), self._on_take, Kind.PRIMARY)

    def problem(self) -> str:
        """What was refused."""
        return self._problem.text()

    def _load(self) -> None:
        office = self._context.office
        counted = (
            _Shown(view, office.ticket_lists.read(view.filter, limit=1).total) for view in office.ticket_views.all()
        )
        self.table.show_rows(list(counted))

    def _on_take(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.answer(chosen.view.filter)

    def _on_save(self) -> None:
        name = ask_view_name(self._context)
        if name is None:
            return
        try:
            view_id = self._context.office.ticket_views.save(self._context.actor, name, self._wanted)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            return
        self._problem.show_problem("")
        self._load()
        self.table.choose_key(view_id)
        self.table.setFocus()
        self._context.messages.done(tr("The view “{name}” is saved").format(name=name))

    def _on_drop(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        try:
            self._context.office.ticket_views.take_away(self._context.actor, chosen.view.id)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            return
        self._load()
        self.table.choose(0)
        self._context.messages.done(tr("The view “{name}” is taken away").format(name=chosen.view.name))


def ask_view_name(context: Context) -> str | None:
    """The name under which a view is saved."""
    return context.questions.ask_text(tr("Save as view"), tr("Name of the view, which everybody sees"))


def _columns() -> list[Column[_Shown]]:
    return [
        Column(tr("View"), lambda one: one.view.name, bold=True, stretch=True),
        Column(tr("List"), lambda one: tr(GROUPS[one.view.filter.group])),
        Column(tr("Tickets"), lambda one: show_whole(one.count), Cell.NUMBER, sort=lambda one: one.count),
        Column(tr("Saved by"), lambda one: one.view.by),
        Column(tr("On"), lambda one: show_date(one.view.at)),
    ]
