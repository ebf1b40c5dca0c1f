"""Logging that somebody was called or written to: how, whom, whether they were reached, and what was said."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.kinds import ContactWay
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Contact
from app.tickets.refusals import HappenedOutside, TicketTextTooLong
from app.tickets.words import CONTACT_WAYS
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, text_area
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import ask_when

WAYS = [(words, way) for way, words in CONTACT_WAYS.items()]


class ContactPanel(TicketPanel):
    """Who was reached keeps the promise of a contact."""

    def __init__(self, context: Context, row: TicketRow) -> None:
        super().__init__(context, tr("Contact"), tr("Log the contact"), [row])
        self.way: ChoiceField[ContactWay] = ChoiceField(tr("How"), [(tr(words), way) for words, way in WAYS])
        self.whom = LineField(tr("Whom"))
        self.whom.setText(row.reporter)
        self.reached = CheckBox(tr("reached"), ticked=True)
        self.text = text_area(tr("What was said"), 4, self.look_again)
        self.form.add(tr("How"), self.way)
        self.form.add(tr("Whom"), self.whom)
        self.form.add("", self.reached)
        self.form.add(tr("What was said"), self.text, hint=tr("Amount, deadline or service: nothing vague"))
        self.when, _ = ask_when(self.form, context.clock.now)
        self.places = ((HappenedOutside, self.when), (TicketTextTooLong, self.text))
        self.lay_out(self.way)

    def run(self) -> Done:
        way = self.way.value()
        assert way is not None
        asked = Contact(way, self.whom.text(), self.reached.isChecked(), self.text.text(), self.when.value())
        step = self._context.office.ticket_notes.contact(self._context.actor, self.row.id, asked)
        return Done(step, tr("The contact stands on {number}").format(number=self.row.number))
