"""Tickets: what was reported, by when it is due, and who is told of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.shifts import ShiftServices

if TYPE_CHECKING:
    from app.tickets.deadlines.deadline_warnings import DeadlineWarnings
    from app.tickets.deadlines.deadlines import Deadlines
    from app.tickets.deadlines.escalations import Escalations


class TicketServices(ShiftServices):
    """What residents ask for."""

    @cached_property
    def deadlines(self) -> Deadlines:
        """Rules, hours and holiday years, and where the clocks of tickets stand."""
        from app.tickets.deadlines.deadlines import Deadlines

        return Deadlines(self.store, self.clock)

    @cached_property
    def escalations(self) -> Escalations:
        """Who has to be told of late tickets, and who was."""
        from app.tickets.deadlines.escalations import Escalations

        return Escalations(self.store, self.clock)

    @cached_property
    def deadline_warnings(self) -> DeadlineWarnings:
        """What the window says of deadlines by itself."""
        from app.tickets.deadlines.deadline_warnings import DeadlineWarnings

        return DeadlineWarnings(self.store, self.clock)
