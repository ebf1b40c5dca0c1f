"""What a person at the tab of tickets sees and presses."""

from __future__ import annotations

from app.access.actor import Actor
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.lists.rows import TicketRow
from tests.counter_screen.counter_window import comes_true
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.tickets.tickets_page import TicketsPage

__all__ = ["Desk"]


class Desk(PageDesk[TicketsPage]):
    """The tab, with the caret in its search box; times of days are the office's own."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 697),
        *,
        panels: bool = False,
        printing: object = None,
    ) -> None:
        super().__init__(TicketsPage, "tickets", office, by or office.cashier, size, panels=panels, printing=printing)
        self.page.focus_search()

    def finds(self, text: str) -> Desk:
        """Types into the search box and goes to the list."""
        self.page.focus_search()  # as F2 of the window does
        self.keys.commit(text)
        self.press("Return")
        return self

    def listed(self) -> list[str]:
        """The places of the list, in order."""
        return [row.where for row in self.page.board.list.tickets.rows]

    def shown(self) -> TicketPage:
        """The ticket beside."""
        self.wait_for_ticket()
        page = self.page.detail.page
        assert page is not None
        return page

    def row(self, ticket_id: int) -> TicketRow:
        """A ticket as the office has it."""
        (found,) = self.office.office.ticket_lists.rows([ticket_id])
        return found

    def told(self) -> list[str]:
        """The heads of the timeline, newest first."""
        self.wait_for_ticket()
        return [one.head for one in self.page.detail.timeline.rows.told]

    def wait_for_ticket(self) -> None:
        """Until the ticket under the bar was read."""
        assert comes_true(lambda: not self.page._waits.isActive())
        self.wait()
