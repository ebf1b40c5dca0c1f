"""A note of the staff on one ticket; what is typed outlives Esc."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import HappenedOutside, TextMissing, TicketTextTooLong
from app.tickets.texts import MOST_TEXT
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, text_area
from ui.widgets.moment_field import ask_when


class NotePanel(TicketPanel):
    """Several lines; Enter begins the next one, F9 keeps the note."""

    def __init__(self, context: Context, row: TicketRow) -> None:
        super().__init__(context, tr("Note"), tr("Keep the note"), [row])
        self.text = text_area(tr("Note"), 6, self.look_again)
        self.form.add(tr("Note"), self.text, hint=tr("At most {count} characters").format(count=MOST_TEXT))
        self.when, _ = ask_when(self.form, context.clock.now)
        self.places = ((TextMissing, self.text), (TicketTextTooLong, self.text), (HappenedOutside, self.when))
        self.lay_out(self.text)

    def run(self) -> Done:
        asked = (self.row.id, self.text.text(), self.when.value())
        step = self._context.office.ticket_notes.note(self._context.actor, *asked)
        return Done(step, tr("The note stands on {number}").format(number=self.row.number))
