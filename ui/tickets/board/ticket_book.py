"""The list that is worked on: its filter, the rows read so far, and how many stand behind each chip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.lists.rows import TicketRow
from app.tickets.lists.ticket_list import TicketList
from ui.shell.context import Context

FIRST_ROWS = 24
"""More than a window shows: a key over the list waits for no row that nobody sees. The rest is read on the way."""


class TicketBook(QObject):
    """`loaded` comes with every fresh read; what was asked for is remembered for the next start.

    `view` is the name of the saved view that the list shows, empty where it is none.
    """

    loaded = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.wanted = TicketFilter()
        self.read: TicketList | None = None
        self.view = ""
        self._offset = 0

    def begin(self) -> None:
        """Take up the filter that was left, and read."""
        kept = self._context.office.ticket_views.remembered(self._context.actor)
        self.wanted = replace(kept, text="")
        self.load()

    def load(self, rows: int = FIRST_ROWS) -> None:
        """Read the list anew, as many rows as there were at least."""
        self.read = self._context.office.ticket_lists.read(self.wanted, limit=max(rows, FIRST_ROWS))
        self._offset = len(self.read.rows)
        views = self._context.office.ticket_views.all()
        self.view = next((view.name for view in views if view.filter == self.wanted), "")
        self.loaded.emit()

    def further(self) -> Sequence[TicketRow]:
        """The next rows of the same list."""
        assert self.read is not None
        found = self._context.office.ticket_lists.read(self.wanted, offset=self._offset).rows
        self._offset += len(found)
        return found

    def ask_for(self, wanted: TicketFilter) -> None:
        """Another list; what was typed is not remembered, for it is looked for once."""
        if wanted == self.wanted:
            return
        remember = replace(wanted, text="") != replace(self.wanted, text="")
        self.wanted = wanted
        if remember:
            self._context.office.ticket_views.remember(self._context.actor, replace(wanted, text=""))
        self.load()

    def count(self, group: Group) -> int:
        """How many tickets a chip holds under this filter."""
        return 0 if self.read is None else self.read.counts[group]
