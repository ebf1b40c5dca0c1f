"""The page of one unit: what it is, who belongs to it, what is charged on it, its plates and its money."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import PersonId, UnitId
from app.core.language import tr
from app.core.money import total
from app.core.show import show_money
from app.estate.unit_facts import UnitPage
from ui.estate.end_role_panel import EndRolePanel
from ui.estate.fees_tables import LastChargesTable, TariffsTable
from ui.estate.people_table import PeopleTable, PersonLine
from ui.estate.plates_panel import PlatesPanel
from ui.estate.unit_head import UnitHead
from ui.estate.words import role_words
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.fact_line import FactLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.section_head import SectionHead
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Part, Rule, column, row
from ui.widgets.text_label import body
from ui.widgets.why_panel import WhyPanel

KEYS = "estate.unit"
LARGE_TEXT = 150


class UnitView(SubPage):
    """Shows one unit; asks for its forms, and changes plates and ends roles itself."""

    change_wanted = Signal(object)
    person_wanted = Signal(object, object)
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS)
        self._page: UnitPage | None = None
        self._unmasked: dict[PersonId, tuple[str, ...]] = {}
        self._make_actions()
        self.head = UnitHead(self._change)
        self.people = PeopleTable()
        self.tariffs = TariffsTable(context.clock.now().date())
        self.charges = LastChargesTable()
        self.plates, self.money = FactLine(), FactLine()
        self._nobody = body(tr("Nobody is entered here yet."), Tone.INK2)
        self._no_tariff = body(tr("No tariff lies on this unit yet; the tab of tariffs assigns them."), Tone.INK2)
        self._no_charge = body(tr("Nothing was ever charged on this unit."), Tone.INK2)
        self._lay_out()
        self.people.opened.connect(lambda line: self.person_wanted.emit(self._page, line.row))
        self.people.current_changed.connect(self._on_current_changed)
        context.theme.changed.connect(self._on_theme_changed)
        context.changes.covered.connect(self._on_covered)
        self._on_theme_changed()

    def show_unit(self, unit_id: UnitId) -> None:
        """Read and show a unit; another one's telephones are masked again."""
        office = self.context.office
        if self._page is None or self._page.id != unit_id:
            self._mask({})
        self._page = page = office.estate.unit_page(unit_id)
        self.head.show_unit(page)
        self.people.show_people(page.people, self._unmasked)
        self._show_fees(unit_id)
        _show_either(self.people, self._nobody, first=bool(page.people))
        self.plates.show_facts(
            [(tr("Number plates"), "  ".join(one.number for one in page.plates) or tr("none entered"))]
        )
        self._show_money(unit_id)
        self._on_current_changed(self.people.current())

    def take_focus(self) -> None:
        if self._page is not None and self._page.people:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.head.take_focus()

    def _show_fees(self, unit_id: UnitId) -> None:
        fees = self.context.office.unit_fees.of(unit_id)
        self.tariffs.show_fees(fees.lying(self.context.clock.now().date()))
        self.charges.show_charges(fees.last)
        _show_either(self.tariffs, self._no_tariff, first=bool(self.tariffs.rows_model.rows))
        _show_either(self.charges, self._no_charge, first=bool(fees.last))

    def _show_money(self, unit_id: UnitId) -> None:
        bill = self.context.office.bills.open(unit_id)
        owed = total(one.outstanding + one.late_fee_owed for one in bill.due)
        facts = [(tr("Prepaid credit"), show_money(bill.credit)), (tr("Due today"), show_money(owed))]
        self.money.show_facts(facts)

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._change = add("estate.change_unit", tr("Change"), "F8", self._on_change, context=KEYS)
        self._add = add("estate.add_person", tr("Add"), "Alt+1", self._on_add, context=KEYS, help=tr("Add a person"))
        self._end = add("estate.end_role", tr("End the role"), "Del", self._on_end, context=KEYS, commits=True)
        self._unmask = add("estate.unmask", tr("Show telephones"), "F3", self._on_unmask, context=KEYS)
        self._plates = add(
            "estate.plates", tr("Change"), "Alt+2", self._on_plates, context=KEYS, help=tr("Change the number plates")
        )
        self._why = add("estate.why", tr("Why no bill?"), "Ctrl+W", self._on_why, context=KEYS)
        actor = self.context.actor
        if not actor.may(Permission.MANAGE_ESTATE):
            why = say(NotPermitted(actor.name, Permission.MANAGE_ESTATE))
            for action in (self._change, self._add, self._end, self._plates):
                action.turn_off(why)

    def _lay_out(self) -> None:
        add = KeyButton(self._add, Kind.QUIET, icon="plus")
        buttons = row(None, KeyButton(self._unmask, Kind.QUIET), KeyButton(self._end, Kind.QUIET), add)
        self._people_line = row(SectionHead(tr("People")), buttons, margins=(8, 0, 0, 0))
        plates_head = SectionHead(tr("Cars"), "", KeyButton(self._plates, Kind.QUIET, icon="pencil"))
        tariffs_head = SectionHead(tr("Tariffs"), tr("and the next period of each"), KeyButton(self._why, Kind.QUIET))
        inside = column(
            self.head,
            Rule(),
            _part(self._people_line, self.people, _indented(self._nobody)),
            Rule(),
            _part(_head(tariffs_head), self.tariffs, _indented(self._no_tariff)),
            Rule(),
            _part(_head(plates_head), row(self.plates, margins=(8, 0, 8, 0))),
            Rule(),
            _part(_head(SectionHead(tr("Account"))), row(self.money, margins=(8, 0, 8, 0))),
            Rule(),
            _part(_head(SectionHead(tr("Last charges"))), self.charges, _indented(self._no_charge)),
            None,
            space=0,
        )
        self.setLayout(column(Scrolling(inside), space=0))

    def _on_theme_changed(self) -> None:
        large = self.context.theme.percent >= LARGE_TEXT
        self.people.fold(narrow=large)
        self.tariffs.fold(narrow=large)
        self.charges.fold(narrow=large)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._people_line.setDirection(below if large else beside)

    def _on_current_changed(self, line: PersonLine | None) -> None:
        if line is None or line.row.former:
            self._end.turn_off(tr("Choose a person who is still on this unit."))
        elif self.context.actor.may(Permission.MANAGE_ESTATE):
            self._end.turn_on()

    def _on_change(self) -> None:
        self.change_wanted.emit(self._page)

    def _on_add(self) -> None:
        self.person_wanted.emit(self._page, None)

    def _on_why(self) -> None:
        page, office = self._page, self.context.office
        if page is not None:
            items = office.unit_fees.items(page.id)
            self.context.questions.ask(WhyPanel(page.code, items, lambda item: office.billing.why(page.id, item)))

    def _on_unmask(self) -> None:
        if self._page is None:
            return
        office, by = self.context.office, self.context.actor
        people = set() if self._unmasked else {one.person_id for one in self._page.people if one.phones}
        self._mask({key: office.estate.person(by, key).phones for key in people})
        self.people.show_people(self._page.people, self._unmasked)

    def _on_covered(self) -> None:
        if self._page is not None and self._unmasked:
            self._mask({})
            self.people.show_people(self._page.people, self._unmasked)

    def _mask(self, unmasked: dict[PersonId, tuple[str, ...]]) -> None:
        self._unmasked = unmasked
        self._unmask.say(tr("Hide telephones") if unmasked else tr("Show telephones"))

    def _on_end(self) -> None:
        line, page = self.people.current(), self._page
        if line is None or page is None:
            return
        facts = {"person": line.row.name, "role": role_words(line.row), "unit": page.code}
        panel = EndRolePanel(
            tr("{person} is no longer {role} of {unit}").format(**facts),
            lambda: self.context.clock.now().date(),
            lambda day: self.context.office.estate.end_occupancy(self.context.actor, line.row.id, day),
        )
        day = self.context.questions.ask(panel)
        if day is not None:
            self.context.messages.done(
                tr("{person}: {role} of {unit} until {day}").format(**facts, day=day.isoformat())
            )
            self.changed.emit()

    def _on_plates(self) -> None:
        page = self._page
        if page is None:
            return
        before = {one.number: one.id for one in page.plates}
        wanted = self.context.questions.ask(PlatesPanel(page.code, tuple(before)))
        if wanted is None or set(wanted) == set(before):
            return
        estate, by = self.context.office.estate, self.context.actor
        for number in wanted:
            estate.add_plate(by, page.id, number)
        for number in before.keys() - set(wanted):
            estate.remove_plate(by, before[number])
        self.context.messages.done(tr("The number plates of {unit} are saved").format(unit=page.code))
        self.changed.emit()


def _head(head: QWidget) -> QLayout:
    return row(head, margins=(8, 0, 0, 0))


def _part(*parts: Part) -> QLayout:
    return column(*parts, space=2, margins=(16, 10, 16, 10))


def _indented(words: QWidget) -> QLayout:
    return row(words, margins=(8, 0, 8, 0))


def _show_either(one: QWidget, other: QWidget, *, first: bool) -> None:
    one.setVisible(first)
    other.setVisible(not first)
