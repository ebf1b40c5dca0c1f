"""The panel of whoever is on the telephone: the unit at a glance, and this call written down before it ends."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.desk.caller import CallerPanel as UnitAtOnce
from app.tickets.kinds import ContactWay
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Contact
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.tickets.caller.caller_facts import CallerFacts
from ui.tickets.entry.people_rows import first_of
from ui.tickets.entry.where import WherePicked, WhereRows
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.letter_pick import LetterPick
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt, px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import TextLabel, body
from ui.widgets.unit_words import ROLES

KEYS = "tickets.caller"
_SECOND, _SIDES, _LEAST, _BESIDE = 1000, 14, 328, 660


class CallerPanel(SubPage):
    """`new_ticket_wanted` gives unit and words, `counter_wanted` the unit, `ticket_wanted` an id; `left` after Esc."""

    new_ticket_wanted = Signal(object, str)
    counter_wanted = Signal(object)
    ticket_wanted = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Caller"))
        add = context.actions.add
        self._save = add(
            f"{KEYS}.save", tr("Keep this call"), "Ctrl+Return", self.keep_call, context=KEYS, commits=True
        )
        self._new = add(f"{KEYS}.new", tr("New ticket"), "Ctrl+N", self._on_new, context=KEYS)
        self._pay = add(f"{KEYS}.pay", tr("To the counter"), "Alt+1", self._on_pay, context=KEYS)
        self._phones = add(f"{KEYS}.phones", tr("Show telephones"), "F3", self._on_phones, context=KEYS)
        self._leave = add(f"{KEYS}.leave", tr("Back to the list"), "Esc", self._on_leave, context=KEYS)
        self.setProperty("surface", "canvas")
        self.facts = CallerFacts(context, KeyButton(self._phones, Kind.QUIET, small=True))
        name, hint = tr("Who calls"), tr("Room / name / last 4 digits")
        self.box = LetterPick(name, hint, WhereRows(context.office).units, self)
        self.who = TextLabel("", Pt.PAGE, Tone.INK, bold=True)
        self.unit = body("", Tone.INK2)
        self.talk = TextLabel("", Pt.SECTION, Tone.ACCENT, bold=True)
        self.words = TextArea(tr("This call"), lines=2)
        self.problem = ErrorLine()
        self._began = context.clock.now()
        self._ticks = QTimer(self)
        self._ticks.setInterval(_SECOND)
        self._ticks.timeout.connect(self._show_talk)
        self.box.picked.connect(self._on_found)
        self.box.taken.connect(self.words.setFocus)
        self.facts.opened.connect(lambda one: self.ticket_wanted.emit(one.id))
        self._draft = PageDraft(context, KEYS, self.words)
        self.words.textChanged.connect(lambda: self.problem.show_problem(""))
        self._lay_out()

    def show_unit(self, unit_id: int, person_id: int | None = None) -> None:
        """Show a unit, and begin to count the call."""
        panel = self.context.office.caller.panel(self.context.actor, unit_id)  # type: ignore[arg-type]  # an id is an id
        self.box.set_value(unit_id, panel.unit.code)
        self._show_head(panel, person_id)
        self.facts.show_panel(panel)
        self._draft.keep()
        self.words.set_text("")
        self._draft.shown(unit_id)
        if not self._ticks.isActive():
            self._began = self.context.clock.now()
            self._ticks.start()
        self._show_talk()

    def begin(self) -> None:
        """Somebody calls: the caret asks who."""
        self.box.set_value(None, "")
        self.who.show_text("")
        self.unit.show_text("")
        self.facts.show_nobody()
        self._draft.keep()
        self.words.set_text("")
        self._draft.shown()
        self._began = self.context.clock.now()
        self._ticks.start()
        self._show_talk()
        self.box.take_caret()

    def back(self) -> bool:
        """Fold the list that hangs below the box; False when there is none."""
        return self.box.fold()

    def take_focus(self) -> None:
        """The caret goes to what is said."""
        self.words.setFocus()

    def keep_call(self) -> None:
        """Write the call to the marked open ticket; without one the words become a new ticket."""
        panel, text = self.facts.panel, self.words.text().strip()
        if panel is None:
            return
        if not text:
            self.problem.show_problem(tr("Write what was said first."))
            self.words.setFocus()
            return
        ticket: TicketRow | None = self.facts.tickets.current()
        if ticket is None:
            self._on_new()
            return
        try:
            asked = Contact(ContactWay.PHONE, self.who.text(), reached=True, text=text)
            self.context.office.ticket_notes.contact(self.context.actor, ticket.id, asked)
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
            return
        self.words.set_text("")
        self._draft.written()
        self.context.messages.done(tr("The call is kept with {number}").format(number=ticket.number))
        self.context.changes.announce("tickets", by=self)
        self.facts.show_panel(self.context.office.caller.panel(self.context.actor, panel.unit.id))

    def _show_head(self, panel: UnitAtOnce, person_id: int | None) -> None:
        who = first_of(panel.unit, person_id)
        self.who.show_text(who.name if who is not None else panel.unit.code)
        role = tr(ROLES[who.role]) if who is not None else ""
        self.unit.show_text("·".join(part for part in (role, panel.unit.code) if part))

    def _show_talk(self) -> None:
        seconds = max(int((self.context.clock.now() - self._began).total_seconds()), 0)
        self.talk.show_text(f"{seconds // 60:02d}:{seconds % 60:02d}")

    def _on_found(self, what: WherePicked | None) -> None:
        if what is not None:
            self.show_unit(what.unit_id, what.person_id)

    def _on_leave(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_new(self) -> None:
        if self.facts.panel is not None:
            self.new_ticket_wanted.emit(self.facts.panel.unit.id, self.words.text().strip())
            self._draft.written()

    def _on_pay(self) -> None:
        if self.facts.panel is not None:
            self.counter_wanted.emit(self.facts.panel.unit.id)

    def _on_phones(self) -> None:
        self.facts.show_phones()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _lay_out(self) -> None:
        head = Pane("accent")
        leave = KeyButton(self._leave, Kind.QUIET, icon="x", small=True, wordless=True)
        caller = row(IconLabel("phone-call", Tone.ACCENT), self.box, self.talk, leave, space=8)
        caller.setStretch(1, 1)
        head.setLayout(column(caller, row(self.who, self.unit, None), space=6, margins=(_SIDES, 10, _SIDES, 10)))
        self.words.setPlaceholderText(tr("This call: what was asked, and what was answered"))
        inside = column(self.facts, None, margins=(_SIDES, 8, _SIDES, 4))
        self._scroll = Scrolling(inside)
        others = row(*(KeyButton(one, Kind.PLAIN, small=True) for one in (self._new, self._pay)))
        keep = column(KeyButton(self._save, Kind.PRIMARY), others, None, space=6)
        said = column(self.words, self.problem, space=2)
        self._foot = row(said, keep, space=8, margins=(_SIDES, 8, _SIDES, 10))
        self._foot.setStretch(0, 1)
        self.setMinimumWidth(px(_LEAST))
        whole = column(head, self._scroll, Rule(), self._foot, space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
