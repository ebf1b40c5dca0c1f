"""Taking up again what was closed or cancelled, with the reason; late, it becomes a new ticket that points back."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.entry.new_ticket import new_client_id
from app.tickets.flow_refusals import ReasonMissing
from app.tickets.lists.rows import TicketRow
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.line_field import LineField


class ReopenPanel(TicketPanel):
    """Saving twice makes one new ticket."""

    def __init__(self, context: Context, row: TicketRow) -> None:
        super().__init__(context, tr("Reopen"), tr("Reopen"), [row])
        self._client_id = new_client_id()
        self.reason = LineField(tr("Reason"))
        self.form.add(tr("Reason"), self.reason)
        self.places = ((ReasonMissing, self.reason),)
        self.lay_out(self.reason)

    def run(self) -> Done:
        asked = (self.row.id, self.row.version, self.reason.text(), self._client_id)
        again = self._context.office.ticket_moves.reopen(self._context.actor, *asked)
        said = tr("{number} is open again") if again.same else tr("It goes on as the new ticket {number}")
        return Done(again.step, said.format(number=again.number), choose=again.ticket_id)
