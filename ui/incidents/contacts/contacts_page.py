"""The call list: what is missing stands first, one key says that a number was tried, one prints the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_date
from app.incidents.contacts.contact_list import ContactLine, count_lines
from ui.incidents.contacts.contact_panel import ContactPanel
from ui.incidents.contacts.contact_words import called_by, counted, number_words, second_words, state_of
from ui.printing.handing_out import draw_paper
from ui.printing.paper_desk import ReadyPaper
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.surface import row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption

KEYS = "incidents.contacts"


class ContactsPage(Section[ContactLine]):
    """`begin` reads the list; Esc backs out of the filter, then `left` comes."""

    left = Signal()
    needs = Permission.MANAGE_PLANS
    folding = (mark("Last tried"), mark("Plans"))

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Emergency numbers"),
            TableView(tr("Emergency numbers"), _columns(context), key=lambda line: line.contact.key),
            words=tr("Whom the plans call. Try every number once in three months, and say so with F6."),
            empty=EmptyState(tr("No number yet"), tr("Enter the first one.")),
            filter_hint=tr("Party, name or number"),
        )
        self.by_plans = caption("", Tone.INK2).wrap()
        self._box.addLayout(row(self.by_plans, margins=(24, 0, 24, 10)))
        change = self.offer("change", tr("Change"), "Return", self.on_row(self._on_change), in_rows=True)
        self.offer("tried", tr("Tried today"), "F6", self.on_row(self._on_tried), Kind.PRIMARY, icon="phone-call")
        self.offer("add", tr("New number"), "F8", self._on_add, icon="plus")
        self.offer("take_off", tr("Take off the list"), "F7", self.on_row(self._on_take_off))
        printing = self.offer("print", tr("Print"), "Ctrl+P", self._on_print, Kind.QUIET, icon="printer")
        printing.turn_on()  # whoever is on duty may hang it up
        self.opens(change)
        context.actions.add(f"{KEYS}.back", tr("Back to the incidents"), "Esc", self._on_back, context=KEYS)
        self.table.current_changed.connect(self._on_current)

    def load(self) -> None:
        lines = self.context.office.contacts.lines()
        self.table.show_rows(lines)
        self.strip.say(counted(count_lines(lines)), Mood.WARN)

    def focus_search(self) -> None:
        """Put the focus in the rows."""
        self.take_focus()

    def begin(self) -> None:
        super().begin()
        self.take_focus()

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_current(self, line: ContactLine | None) -> None:
        self.by_plans.show_text("" if line is None else called_by(line))

    def _on_change(self, line: ContactLine) -> None:
        if line.contact.fixed:
            self.attempt(partial(self.context.office.contacts.confirm, self.context.actor, line.contact.key), "")
        else:
            self._ask(ContactPanel(self.context, line.contact))

    def _on_add(self) -> None:
        self._ask(ContactPanel(self.context, None))

    def _ask(self, panel: ContactPanel) -> None:
        self.edit(panel, tr("The number of {name} is written"))

    def _on_tried(self, line: ContactLine) -> None:
        if line.contact.is_missing and not line.contact.proposed:
            self._on_change(line)
            return
        words = tr("{number} ({name}) was tried on {day}").format(
            number=line.contact.to_call,
            name=said(line.contact.title),
            day=show_date(self.context.clock.now().date()),
        )
        self.attempt(partial(self.context.office.contacts.confirm, self.context.actor, line.contact.key), words)

    def _on_take_off(self, line: ContactLine) -> None:
        name, act = said(line.contact.title), partial(self.context.office.contacts.take_off, self.context.actor)
        if line.contact.id is None:
            self.attempt(partial(act, line.contact.key), "")
            return
        words = tr("{number} ({name}) is then called no more; incidents that run keep it. {plans}").format(
            number=line.contact.number, name=name, plans=called_by(line)
        )
        title = tr("Take {name} off the call list?").format(name=name)
        if self.context.questions.confirm(title, words, tr("Take off")):
            self.attempt(partial(act, line.contact.key), tr("{name} is off the call list").format(name=name))

    def _on_print(self) -> None:
        def draw() -> ReadyPaper:
            from app.paper.profiles import A4  # noqa: PLC0415 - the drawing library

            return ReadyPaper(tr("Emergency numbers"), self.context.office.contacts.paper(), A4, ())

        draw_paper(self.context, tr("Drawing the emergency numbers"), draw)


def _columns(context: Context) -> list[Column[ContactLine]]:
    return [
        Column(tr("Party"), lambda line: said(line.contact.title), bold=True, whole=True),
        Column(tr("Who it reaches"), lambda line: line.contact.name or None, dash=True, stretch=True),
        Column(tr("Telephone"), number_words, bold=True, dash=True, whole=True),
        Column(tr("If nobody answers"), second_words, dash=True),
        Column(tr("Last tried"), lambda line: line.contact.confirmed_on, Cell.DATE, tone=Tone.INK2),
        Column(tr("Plans"), lambda line: len(line.plans) or None, Cell.NUMBER),
        Column(tr("State"), lambda line: state_of(line, context.clock.now().date()), Cell.STATE, whole=True),
    ]
