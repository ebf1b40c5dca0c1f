"""Brings form and caller panel beside the list of tickets, and shows there what became of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from app.core.language import tr
from ui.shell.context import Context
from ui.tickets.board.board_pane import BoardPane
from ui.tickets.entry.entry_draft_names import is_left
from ui.tickets.entry_slot import EntrySlot
from ui.tickets.tab import TAB

if TYPE_CHECKING:
    from app.tickets.entry.new_ticket import Reported
    from ui.tickets.caller.caller_panel import CallerPanel
    from ui.tickets.entry.entry_form import EntryForm


class Place(Protocol):
    """The page as it is needed here."""

    entry: EntrySlot
    board: BoardPane

    @property
    def new_ticket_wanted(self) -> Any: ...
    def show_ticket(self, ticket_id: int) -> None: ...


class TakingDown(QObject):
    """Both are made when they are first asked for; `counter_wanted` gives the unit whose caller wants to pay."""

    counter_wanted = Signal(object)

    def __init__(self, context: Context, page: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._page = context, page
        self._form: EntryForm | None = None
        self._caller: CallerPanel | None = None
        context.actions.add("tickets.caller", tr("Somebody calls"), "F6", self.answer, context=TAB)
        page.new_ticket_wanted.connect(self.begin)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With the first look at the tab a report comes back that an earlier run left unfinished."""
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            if is_left(self._context):
                self._page.entry.show_form(self.form)
                self.form.restore()
                QTimer.singleShot(0, self.form, self.form.take_focus)  # after the page gave it to the search
        return False

    @property
    def form(self) -> EntryForm:
        """The form, made now if it is not there yet."""
        if self._form is None:
            from ui.tickets.entry.entry_form import EntryForm  # noqa: PLC0415 - the list does not wait for it

            self._form = EntryForm(self._context)
            self._form.left.connect(self._put_away)
            self._form.reported.connect(self._on_reported)
            self._form.joined.connect(self._show)
        return self._form

    @property
    def caller(self) -> CallerPanel:
        """The panel, made now if it is not there yet."""
        if self._caller is None:
            from ui.tickets.caller.caller_panel import CallerPanel  # noqa: PLC0415 - as above

            self._caller = CallerPanel(self._context)
            self._caller.left.connect(self._put_away)
            self._caller.ticket_wanted.connect(self._show)
            self._caller.new_ticket_wanted.connect(self.begin)
            self._caller.counter_wanted.connect(self.counter_wanted)
        return self._caller

    def begin(self, unit_id: int | None = None, text: str = "") -> None:
        """Take a report down."""
        self._page.entry.show_form(self.form)
        self.form.begin(unit_id, text)

    def answer(self) -> None:
        """Somebody is on the telephone."""
        self._page.entry.show_form(self.caller)
        self.caller.begin()

    def keep_draft(self) -> None:
        """Save what is typed and not yet taken down."""
        if self._form is not None:
            self._form.keep_draft()

    def _on_reported(self, made: Reported) -> None:
        self._show(made.ticket_id)

    def _show(self, ticket_id: int) -> None:
        self._put_away()
        self._page.show_ticket(ticket_id)

    def _put_away(self) -> None:
        self._page.entry.put_away()
        self._page.board.list.setFocus()
