"""Closing: cause, what was done, minutes, material, how the resident confirmed; open points keep it open by default."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from app.tickets.changes.many import Changes
from app.tickets.detail.ticket_page import CheckStep
from app.tickets.kinds import Confirmation, TicketKind
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Closing
from app.tickets.refusals import ClosingIncomplete
from app.tickets.words import CONFIRMATIONS
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.several import ChangesOf
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.time_fields import MinutesField

_WORK = frozenset({TicketKind.REPAIR, TicketKind.TASK})


class ClosePanel(TicketPanel):
    """A mass event closes with its children; points of the checklist that are not ticked are asked about."""

    def __init__(self, context: Context, rows: Sequence[TicketRow], checklist: Sequence[CheckStep] = ()) -> None:
        super().__init__(context, tr("Close"), tr("Close"), rows)
        self.cause, self.action = LineField(tr("Cause")), LineField(tr("What was done"))
        self.minutes = MinutesField(tr("Minutes of work"), required=any(row.kind in _WORK for row in rows))
        self.material = LineField(tr("Material"))
        offered = [(tr(words), how) for how, words in CONFIRMATIONS.items()]
        self.confirmed: ChoiceField[Confirmation] = ChoiceField(tr("Resident"), offered)
        self.confirmed.set_value(Confirmation.NONE)
        for field in (self.cause, self.action, self.minutes, self.material, self.confirmed):
            self.form.add(field.accessibleName(), field)
        for line in (self.cause, self.action, self.minutes, self.material):
            line.textEdited.connect(lambda _: self.look_again())
        self.confirmed.chosen.connect(lambda _: self.look_again())
        self._points = list(enumerate(checklist))
        self.boxes = {at: CheckBox(point.text) for at, point in self._points if not point.done}
        for box in self.boxes.values():
            self.form.add("", box)
        self.places = ((ClosingIncomplete, self.action),)
        self.lay_out(self.cause)

    def ready(self) -> bool:
        return super().ready() and self._open_points_agreed()

    def run(self) -> Done:
        office, by = self._context.office, self._context.actor
        words = tr("{number} is closed").format(number=self.row.number)
        if self.row.children:
            done = office.mass_events.close(by, self.row.id, self.row.version, self._closing())
            return Done(done.step, words, refused=done.refused)
        return self.done(office.ticket_moves.close(by, self.row.id, self.row.version, self._closing()), words)

    def changes_of(self) -> ChangesOf:
        changes = Changes(closing=self._closing())
        return lambda _row: changes

    def _closing(self) -> Closing:
        done = frozenset(at for at, box in self.boxes.items() if box.isChecked())
        confirmed = self.confirmed.value() or Confirmation.NONE
        typed = (self.cause.text(), self.action.text(), self.minutes.value(), self.material.text())
        return Closing(*typed, confirmed, done)

    def _open_points_agreed(self) -> bool:
        points = [box.text() for box in self.boxes.values() if not box.isChecked()]
        if not points:
            return True
        head = tr_n("{count} point is not done", "{count} points are not done", len(points)).format(count=len(points))
        yes, no = tr("Close all the same"), tr("Keep it open")
        return self._context.questions.confirm(head, "\n".join(points), yes, no)
