"""The papers of a ticket: those that were issued, and what can be issued now; each is seen before it is printed."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from app.core.language import tr
from app.core.show import show_time
from app.counter.paper_copies import Paper
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.papers.ticket_papers import IssuedPaper
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.more_keys import MoreKeys
from ui.tickets.doing.ticket_panel import about_words
from ui.tickets.papers.paper_words import paper_title
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 6


class Shows(Protocol):
    """Who shows papers and sends them; each says what was wrong, or nothing."""

    def show_new(self, page: TicketPage, paper: Paper) -> str: ...
    def show_issued(self, number: int) -> str: ...
    def show_parts(self, page: TicketPage) -> str: ...


class PapersPanel(QuestionPanel[None]):
    """Stays open from paper to paper."""

    def __init__(self, context: Context, page: TicketPage, shows: Shows) -> None:
        super().__init__(tr("Papers of the ticket"), width=820)
        self._context, self._page, self._shows = context, page, shows
        self.table: TableView[IssuedPaper] = TableView(
            tr("Papers of the ticket"),
            [
                Column(tr("Which paper"), lambda one: paper_title(one.paper, ""), bold=True, stretch=True),
                Column(tr("Issued"), lambda one: show_time(one.at)),
                Column(tr("By"), lambda one: one.by, tone=Tone.INK2),
                Column(tr("State"), _state, Cell.STATE),
            ],
            lambda one: one.number,
        )
        self.problem, self._more = ErrorLine(), MoreKeys()
        pane = TablePane(
            self.table, EmptyState(tr("No paper was issued yet"), tr("F5 to F8 show what can be printed."))
        )
        pane.setMinimumHeight(self.table.height_of_rows(_ROWS))
        for part in (body(about_words([page.row]), Tone.INK2).wrap(), self._more, pane, self.problem):
            self.body.addWidget(part)
        self._show()
        if self.table.rows_model.rows:  # else the first button
            self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self._offer(actions, "order", tr("Work order"), "F5", Paper.WORK_ORDER)
        self._offer(actions, "slip", tr("Slip for the resident"), "F6", Paper.TICKET_SLIP)
        self._offer(actions, "report", tr("Repair report"), "F7", Paper.REPAIR_REPORT)
        self._more.offer(self, actions, "parts", tr("Parts used"), "F8", self._on_parts)
        self.add_button(actions, "again", tr("Show this paper"), ("Return", "F9"), self._on_again, Kind.PRIMARY)

    def _offer(self, actions: ActionRegistry, name: str, text: str, key: str, paper: Paper) -> None:
        self._more.offer(self, actions, name, text, key, partial(self._on_new, paper))

    def _on_new(self, paper: Paper) -> None:
        self._told(self._shows.show_new(self._page, paper))

    def _on_parts(self) -> None:
        self._told(self._shows.show_parts(self._page))

    def _on_again(self) -> None:
        one = self.table.current()
        if one is None:
            self.problem.show_problem(tr("Choose a paper of the list, or issue one by F5 to F7."))
        else:
            self._told(self._shows.show_issued(one.number))

    def _told(self, problem: str) -> None:
        self.problem.show_problem(problem)
        self._show()

    def _show(self) -> None:
        papers = self._context.office.ticket_papers.issued(self._page.row.id)
        self.table.show_rows(list(reversed(papers)))
        if self.table.current() is None:
            self.table.choose(0)


def _state(one: IssuedPaper) -> State:
    if not one.came_out:
        return State(tr("not printed"), "triangle-alert", Mood.WARN)
    if one.copies:
        return State(tr("printed, copies: {count}").format(count=one.copies), "check", Mood.OK)
    return State(tr("printed"), "check", Mood.OK)
