"""The tab of tickets whole: the board, and over it the rules and lists of the office."""

from __future__ import annotations

from ui.shell.context import Context
from ui.tickets.rules.over_board import OverBoard
from ui.tickets.tickets_page import TicketsPage


class TicketsTab(OverBoard):
    """What the window knows of tickets; `open` goes on with a ticket by its id."""

    def __init__(self, context: Context) -> None:
        self.tickets = TicketsPage(context)
        super().__init__(context, self.tickets, self.tickets)
        self.tickets.board.offer(self.to_figures)
        self.tickets.taking.counter_wanted.connect(lambda unit_id: context.ways.lead("counter", unit_id))

    def furnish(self) -> None:
        """Say how deadlines stand although nobody has looked at the tab yet: its number stands in the window."""
        self.strip.say_start()

    def open(self, ticket_id: int) -> None:
        """Go on with a ticket, whatever was shown before."""
        self.show_board()
        self.tickets.show_ticket(ticket_id)

    def keep_draft(self) -> None:
        """Save the report that is not taken down yet."""
        self.tickets.keep_draft()
