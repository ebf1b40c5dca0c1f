"""The form beside a list, as the tab of tickets shows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.access.actor import Actor
from app.office import Office
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.lists.filters import TicketFilter
from app.tickets.lists.rows import TicketRow
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.shell.context import Context
from ui.tickets.entry.entry_form import EntryForm
from ui.widgets.line_field import LineField
from ui.widgets.surface import row
from ui.widgets.two_line_list import TwoLine


class EntryPlace(QWidget):
    """A list that stays in view, and the form that Ctrl+N brings."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.search = LineField("Search")
        self.form = EntryForm(context)
        self.made: list[Any] = []
        self.joined: list[Any] = []
        context.actions.add("tickets.new", "New ticket", "Ctrl+N", self.show_form, context="tickets")
        side = QWidget()
        side.setLayout(row(self.search))
        side.setFixedWidth(508)
        whole = row(side, self.form, space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.form.hide()
        self.form.left.connect(self._on_left)
        self.form.reported.connect(self.made.append)
        self.form.joined.connect(self.joined.append)
        self.search.setFocus()

    def show_form(self) -> None:
        self.form.show()
        self.form.begin()

    def _on_left(self) -> None:
        self.form.hide()
        self.search.setFocus()


class EntryDesk(PageDesk[EntryPlace]):
    """What a person at the form sees and presses."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(EntryPlace, "tickets", office, by or office.cashier, size, panels=panels)

    @property
    def form(self) -> EntryForm:
        return self.page.form

    @property
    def book(self) -> Office:
        return self.office.office

    def go_to(self, field: QWidget) -> None:
        """Press Tab until the focus is there."""
        for _ in range(30):
            if field.hasFocus():
                return
            self.keys.press("Tab")
        raise AssertionError(field.accessibleName())

    def tickets(self) -> list[TicketRow]:
        """The open tickets, the newest first."""
        return sorted(self.book.ticket_lists.every_row(TicketFilter()), key=lambda one: -one.id)

    def reporters(self, ticket_id: int) -> tuple[Reporter, ...]:
        """Who reported a ticket, as the book keeps it."""
        with self.book.store.reading() as connection:
            return read_reporters(connection, [ticket_id])

    def similar(self) -> list[str]:
        """The numbers in the side list."""
        return [line.head for line in self.form.side.list.lines() if isinstance(line, TwoLine)]

    def hanging(self) -> list[str]:
        """The heads of the rows that hang below the box with the caret."""
        for box in (self.form.fields.where, self.form.fields.category, self.form.fields.name):
            if box.hits.isVisible():
                return [line.head for line in box.hits.list.lines() if isinstance(line, TwoLine)]
        return []
