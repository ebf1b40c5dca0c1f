"""The tab of tickets with its rules and its statistics: one page is seen, and deadlines speak above the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.shell.context import Context
from ui.tickets.rules.page import Part, TicketRulesPage
from ui.tickets.rules.start_strip import DeadlineStrip
from ui.tickets.tab import TAB
from ui.widgets.page_stack import PageStack
from ui.widgets.surface import column

if TYPE_CHECKING:
    from ui.tickets.figures.page import FiguresPage

SHOW_RULES = "Ctrl+Shift+U"
SHOW_FIGURES = "Ctrl+Shift+T"


class Board(Protocol):
    """What the page of tickets can do."""

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        ...

    def show_ticket(self, ticket_id: int) -> None:
        """Go on with a ticket."""
        ...


class OverBoard(PageStack):
    """Shows `board` until `show_rules` or `show_figures`; Esc in either shows it again."""

    def __init__(self, context: Context, board: QWidget, desk: Board) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self.rules: TicketRulesPage | None = None
        self.figures: FiguresPage | None = None
        words = tr("Rules, lists and who is to be told")
        self._show = context.actions.add("tickets.show_rules", words, SHOW_RULES, self.show_rules, context=TAB)
        words = tr("Statistics")
        self.to_figures = context.actions.add(
            "tickets.show_figures", words, SHOW_FIGURES, self.show_figures, context=TAB
        )
        self.strip = DeadlineStrip(context, self._show)
        self._board = QWidget()
        whole = column(self.strip, board, space=0)
        whole.setStretchFactor(board, 1)
        self._board.setLayout(whole)
        self.addWidget(self._board)

    def focus_search(self) -> None:
        """Put the caret in the search box of the board."""
        self.show_board()
        self._desk.focus_search()

    def show_rules(self, part: Part | None = None) -> None:
        """Show the rules and lists: the list that was seen last, or this one."""
        if self.rules is None:
            self.rules = TicketRulesPage(self._context)  # seldom asked for
            self.rules.left.connect(self._on_left)
            self.rules.ticket_wanted.connect(self._on_ticket)
            self.addWidget(self.rules)
        self.strip.clear()
        self.setCurrentWidget(self.rules)
        self.rules.begin(part)

    def show_figures(self) -> None:
        """Show the statistics, of the days that were last asked for."""
        if self.figures is None:
            from ui.tickets.figures.page import FiguresPage  # noqa: PLC0415 - seldom asked for

            self.figures = FiguresPage(self._context)
            self.figures.left.connect(self._on_left)
            self.addWidget(self.figures)
        self.setCurrentWidget(self.figures)
        self.figures.begin()

    def show_board(self) -> None:
        """Show the tickets."""
        self.setCurrentWidget(self._board)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.strip.say_start()

    def _on_left(self) -> None:
        self.focus_search()

    def _on_ticket(self, ticket_id: int) -> None:
        self.show_board()
        self._desk.show_ticket(ticket_id)
