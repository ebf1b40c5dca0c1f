"""The keys of the tab: single letters where the focus is in the list or the ticket, the rest everywhere in the tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.language import tr
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.tickets.tab import LETTERS, TAB

if TYPE_CHECKING:
    from ui.tickets.doing.ticket_desk import TicketDesk


class TicketKeys:
    """All in the list of F1."""

    def __init__(self, context: Context, desk: TicketDesk) -> None:
        self._context = context
        context.actions.name_context(LETTERS, tr("In the list and in the ticket"))
        self.assign = self._letter("assign", tr("Give out"), "A", desk.assign)
        self.state = self._letter("state", tr("State"), "S", desk.move_on)
        self.priority = self._letter("priority", tr("Priority"), "P", desk.priority)
        self.note = self._letter("note", tr("Note"), "N", desk.note)
        self.contact = self._letter("contact", tr("Contact"), "K", desk.contact)
        self.close = self._letter("close", tr("Close"), "C", desk.close)
        self.reopen = self._letter("reopen", tr("Reopen"), "R", desk.reopen)
        self.merge = self._letter("merge", tr("Merge"), "M", desk.merge)
        self.appoint = self._letter("appoint", tr("Appointment"), "D", desk.appoint)
        self.track = self._letter("track", tr("Step of the complaint"), "T", desk.track)
        self.macro = self._letter("macro", tr("Set of changes"), "X", desk.macro)
        work = desk.work
        self.lines = self._letter("lines", tr("Material"), "L", work.lines)
        self.photo = self._letter("photo", tr("Add a photo"), "F", work.photos.choose)
        self.paste = self._letter("paste", tr("Add the photo of the clipboard"), "Ctrl+V", work.photos.paste)
        self.look = self._letter("photos", tr("See photos large"), "V", work.photos.look)
        self.call_back = self._letter("call_back", tr("Call-back"), "E", work.call_back)
        self.check = self._letter("check", tr("Check by staff"), "Q", work.check)
        self.charge = self._tab("charge", tr("To the counter"), "Ctrl+B", work.charge)
        self.order = self._tab("order", tr("Work order"), "Ctrl+P", work.papers.print_order)
        self.papers = self._tab("papers", tr("Sheets"), "Ctrl+Shift+P", work.papers.papers)
        self.phones = self._tab("phones", tr("Show telephones"), "F3", work.phones)
        self.why = self._tab("why", tr("Why is it due then"), "F4", desk.explain)
        self.undo = self._tab("undo", tr("Take the last step back"), "Ctrl+Z", desk.undo)

    def _letter(self, name: str, text: str, key: str, run: object) -> Action:
        assert callable(run)
        return self._context.actions.add(f"tickets.{name}", text, key, run, context=LETTERS, commits=True)

    def _tab(self, name: str, text: str, key: str, run: object) -> Action:
        assert callable(run)
        return self._context.actions.add(f"tickets.{name}", text, key, run, context=TAB, commits=True)
