"""Everything of a unit that calls: arrears, notes, people, open tickets, last contacts, on one screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.core.money import NOTHING
from app.desk.caller import CallerPanel
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.caller.caller_words import (
    contact_facts,
    incident_words,
    live_words,
    notes_words,
    owed_words,
    people_facts,
    ticket_line,
)
from ui.tickets.caller.fact_rows import FactRows
from ui.tickets.caller.small_head import SmallHead
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import body
from ui.widgets.two_line_list import TwoLineList

_ROW, _TICKETS = 48, 3
_BRIEF_CONTACTS, _CONTACTS = 3, 6


class CallerFacts(Pane):
    """`beside` stands at the head of the people; a `brief` one leaves out what the form beside it shows.

    `opened` gives the open ticket that was chosen.
    """

    opened = Signal(object)

    def __init__(self, context: Context, *beside: QWidget, brief: bool = False) -> None:
        super().__init__("canvas")
        self._context, self._brief = context, brief
        self.panel: CallerPanel | None = None
        self._phones: dict[int, str] = {}
        self.owed = BigFigure(tr("Arrears"), Pt.AMOUNT, Tone.DANGER, right=True)
        self.owed_words = body("", Tone.INK2).wrap()
        self.incident, self.live = NoteStrip(folds=True), NoteStrip(folds=True)
        self.notes, self.hint = NoteStrip(folds=True), NoteStrip(folds=True)
        self.people, self.contacts = FactRows(tr("People")), FactRows(tr("Last contacts"))
        self.tickets_head = SmallHead(tr("Open tickets"))
        self.tickets = TwoLineList(tr("Open tickets"))
        self.no_tickets = body(tr("Nothing is open"), Tone.INK3)
        self.tickets.opened.connect(self.opened)
        self._contacts_head = SmallHead(tr("Last contacts"))
        self._lay_out(*beside)
        context.changes.covered.connect(self._on_covered)
        self.show_nobody()

    def show_panel(self, panel: CallerPanel) -> None:
        """Show a unit as it is now; another one's telephones are masked again."""
        if self.panel is None or self.panel.unit.id != panel.unit.id:
            self._phones = {}
        self.panel = panel
        owes = panel.owed.amount > NOTHING
        self.owed.setVisible(owes)
        self.owed.show_amount(panel.owed.amount if owes else None)
        self.owed_words.show_text(owed_words(panel.owed))
        live = "" if self._brief else live_words(panel.live)
        running = "" if self._brief else incident_words(panel.incidents)
        self.incident.say(running, Mood.DANGER, icon="siren", word=tr("Say of the incident"))
        self.live.say(live, Mood.ACCENT, icon="info", word=tr("Say"))
        self.notes.say(notes_words(panel), Mood.WARN, icon="flag", word=tr("Note"))
        hint = panel.hint.text if panel.hint and not self._brief else ""
        self.hint.say(hint, Mood.WARN, icon="flag", word=tr("Building"))
        self._show_people()
        self._show_tickets()
        self.contacts.show_facts(contact_facts(panel.contacts[: _BRIEF_CONTACTS if self._brief else _CONTACTS]))
        self._contacts_head.setVisible(bool(panel.contacts))
        self.show()
        self.place()

    def place(self) -> None:
        """Give the strips the height that their words need."""
        for strip in (self.incident, self.live, self.notes, self.hint):
            strip.setFixedHeight(strip.height_in(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def show_nobody(self) -> None:
        """No unit is chosen."""
        self.panel, self._phones = None, {}
        self.hide()

    def show_phones(self) -> None:
        """Show the telephones whole; every look is kept in the audit trail."""
        if self.panel is None:
            return
        for one in self.panel.unit.people:
            if one.former or not one.phones:
                continue
            try:
                known = self._context.office.estate.person(self._context.actor, one.person_id)
            except Refusal as why:
                self._context.messages.wrong(say(why))
                return
            self._phones[one.person_id] = " ".join(known.phones)
        self._show_people()

    def _on_covered(self) -> None:
        self._phones = {}
        self._show_people()

    def _show_people(self) -> None:
        if self.panel is not None:
            self.people.show_facts(people_facts(self.panel.unit.people, self._phones))

    def _show_tickets(self) -> None:
        rows = () if self._brief or self.panel is None else self.panel.tickets
        count = tr_n("{n} ticket", "{n} tickets", len(rows)).format(n=len(rows)) if rows else ""
        self.tickets_head.show_note(count)
        self.tickets.show_lines([ticket_line(one) for one in rows], choose_first=bool(rows))
        self.tickets.setFixedHeight(px(_ROW) * min(max(len(rows), 1), _TICKETS) + 2)
        self.tickets_head.setVisible(not self._brief)
        self.tickets.setVisible(bool(rows))
        self.no_tickets.setVisible(not rows and not self._brief)

    def _lay_out(self, *beside: QWidget) -> None:
        head = row(column(SmallHead(tr("Arrears")), self.owed_words, space=2), self.owed)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        parts = column(
            *(self.incident, self.live, self.notes, self.hint, head, Rule()),
            *(SmallHead(tr("People"), *beside), self.people, Rule()),
            *(self.tickets_head, self.no_tickets, self.tickets),
            *(self._contacts_head, self.contacts),
            space=6,
        )
        self.setLayout(parts)
