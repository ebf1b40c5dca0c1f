"""What is done with the list as a whole: another view, a workbook of it, a paper of it."""

from __future__ import annotations

from typing import Protocol

from app.core.language import tr
from app.tickets.lists.filters import TicketFilter
from ui.shell.context import Context
from ui.tickets.board.handing_out import HandingOut
from ui.tickets.board.ticket_book import TicketBook
from ui.tickets.board.views_panel import ViewsPanel
from ui.tickets.tab import TAB


class Board(Protocol):
    """The pane of the list as it is needed here."""

    def show_filter(self, wanted: TicketFilter) -> None:
        """Show another list, the words that it asks for in the search box."""
        ...

    def is_seen(self) -> bool:
        """Whether the list or its ticket shows, and no other page over both."""
        ...


class ListKeys:
    """Act wherever the focus is in the tab, as long as the board shows."""

    def __init__(self, context: Context, book: TicketBook, board: Board) -> None:
        self._context, self._book, self._board = context, book, board
        self._out = HandingOut(context, book)
        add = context.actions.add
        self.views = add("tickets.views", tr("Views"), "F7", self._on_views, context=TAB, commits=True)
        self.save = add("tickets.save_list", tr("Excel"), "Ctrl+Shift+X", self._on_save, context=TAB, commits=True)
        self.print = add(
            "tickets.print_list", tr("Print list"), "Ctrl+Shift+B", self._on_print, context=TAB, commits=True
        )

    def _on_views(self) -> None:
        if self._board.is_seen():
            wanted = self._context.questions.ask(ViewsPanel(self._context, self._book.wanted))
            if wanted is not None:
                self._board.show_filter(wanted)

    def _on_save(self) -> None:
        if self._board.is_seen():
            self._out.save()

    def _on_print(self) -> None:
        if self._board.is_seen():
            self._out.print()
