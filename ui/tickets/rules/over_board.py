"""The tab of tickets with its rules and lists: one of both is seen, and deadlines speak above the board."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from ui.shell.context import Context
from ui.tickets.rules.page import Part, TicketRulesPage
from ui.tickets.rules.start_strip import DeadlineStrip
from ui.tickets.tab import TAB
from ui.widgets.surface import column

SHOW_RULES = "Ctrl+Shift+U"


class Board(Protocol):
    """What the page of tickets can do."""

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        ...

    def show_ticket(self, ticket_id: int) -> None:
        """Go on with a ticket."""
        ...


class OverBoard(QStackedWidget):
    """Shows `board` until `show_rules`; Esc in the rules shows it again."""

    def __init__(self, context: Context, board: QWidget, desk: Board) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self.rules: TicketRulesPage | None = None
        words = tr("Rules, lists and who is to be told")
        self._show = context.actions.add("tickets.show_rules", words, SHOW_RULES, self.show_rules, context=TAB)
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

    def show_board(self) -> None:
        """Show the tickets."""
        self.setCurrentWidget(self._board)

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint() if self.count() else super().minimumSizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.strip.say_start()

    def _on_left(self) -> None:
        self.focus_search()

    def _on_ticket(self, ticket_id: int) -> None:
        self.show_board()
        self._desk.show_ticket(ticket_id)
