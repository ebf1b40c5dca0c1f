"""Like tickets become one event: what it is, and what staff say to those who call."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from app.tickets.changes.many import Seen
from app.tickets.entry.new_ticket import new_client_id
from app.tickets.events.mass_events import NewEvent
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import SayMissing
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, text_area
from ui.tickets.events.event_lines import event_lines
from ui.widgets.colours import Tone
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class NewEventPanel(TicketPanel):
    """Saving it twice makes one event: the question has an identity of its own."""

    def __init__(self, context: Context, rows: Sequence[TicketRow], category: str) -> None:
        super().__init__(context, tr("One event of these"), tr("Make it one event"), rows)
        self._client_id = new_client_id()
        self.text = LineField(tr("What it is"))
        self.text.setText(category or " ".join(rows[0].text.split()))
        self.say = text_area(tr("Say to callers"), 3, self.look_again)
        self.form.add(tr("What it is"), self.text)
        hint = tr("What is wrong, since when, what is done, and when the next news comes.")
        self.form.add(tr("Say to callers"), self.say, hint=hint)
        self.places = ((SayMissing, self.say),)
        self.lay_out(self.say, body(event_lines(rows), Tone.INK2).wrap())

    def run(self) -> Done:
        seen = tuple(Seen(row.id, row.version) for row in self.rows)
        asked = NewEvent(self._client_id, self.text.text(), self.say.text(), seen)
        made = self._context.office.mass_events.begin(self._context.actor, asked)
        words = tr_n("{number} is an event of {count} ticket", "{number} is an event of {count} tickets", len(seen))
        return Done(made.step, words.format(number=made.number, count=len(seen)), choose=made.ticket_id)

    def _carry_out(self) -> Done:
        """All of them or none: they stand above."""
        return self.run()
