"""When somebody comes; a date that the resident asked for lets the promise stand still until then."""

from __future__ import annotations

from datetime import datetime, time

from app.core.language import tr
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Appointment
from app.tickets.refusals import AppointmentPassed
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.time_fields import TimeField


class AppointPanel(TicketPanel):
    """Day and time."""

    def __init__(self, context: Context, row: TicketRow) -> None:
        super().__init__(context, tr("Appointment"), tr("Make the appointment"), [row])
        self.day = DateField(tr("Day"), lambda: context.clock.now().date(), required=True)
        self.day.set_value(context.clock.now().date())
        self.time = TimeField(tr("Time"), required=True)
        self.asked = CheckBox(tr("the resident asked for it: the time stands still until then"))
        self.text = LineField(tr("Note"))
        self.form.add(tr("Day"), self.day)
        self.form.add(tr("Time"), self.time)
        self.form.add("", self.asked)
        self.form.add(tr("Note"), self.text)
        self.places = ((AppointmentPassed, self.time),)
        self.lay_out(self.day)

    def run(self) -> Done:
        day, at = self.day.value(), self.time.value()
        assert day is not None
        asked = Appointment(datetime.combine(day, at or time()), self.asked.isChecked(), self.text.text())
        moved = self._context.office.ticket_moves.appoint(self._context.actor, self.row.id, self.row.version, asked)
        return self.done(moved, tr("{number} has its appointment").format(number=self.row.number))
