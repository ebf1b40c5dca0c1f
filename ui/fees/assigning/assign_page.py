"""Lays a tariff on many units: choose them, look at what would happen, confirm."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from app.fees import refusals as fees
from app.fees.assignments import ProposedAssignment
from app.fees.new_assignments import OwnTerms
from app.fees.versions import Tariff
from app.fees.words.price_words import price_words
from ui.fees.assigning.assign_proposal import AssignProposal
from ui.fees.assigning.own_terms_panel import ask_own_terms
from ui.fees.long_read import LongRead
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import units_words
from ui.fees.unit_book import LARGE, UnitBook
from ui.fees.unit_choice import UnitChoice
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, page_title

KEYS = "fees.assigning"


class AssignPage(SubPage):
    """Two steps in one place: the choice of units, then the proposal; `saved` comes with the tariff's id."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Assign to units"))
        self._tariff: Tariff | None = None
        self._own: dict[UnitId, OwnTerms] = {}
        self._book = book
        self._reading = LongRead(context, self)
        self._make_actions()
        self._title = page_title().wrap()
        self._price = body("", Tone.INK2).wrap()
        self.first = DateField(tr("Charge from"), self._today, required=True)
        self.until = DateField(tr("No charges from"), self._today)
        self.choice = UnitChoice(self._all, self._none)
        self.proposal = AssignProposal(self._leave_out, self._fold)
        self._agree_keys = QWidget()
        self.steps = QStackedWidget()
        self._problem = ErrorLine()
        self._days = ErrorLine(hint=tr("empty: until further notice"))
        self._lay_out()
        self._connect()

    def begin(self, tariff: Tariff) -> None:
        """Offer every unit, none chosen; the first day is that of the tariff, or of this month if that is later."""
        today = self._today()
        self._tariff = tariff
        self._own.clear()
        self._title.show_text(tr("Assign “{tariff}”").format(tariff=tariff.name))
        self._price.show_text(f"{tariff.item.name} · {price_words(tariff.version_on(today).terms)}")
        self.first.set_value(max(tariff.first, today.replace(day=1)))
        self.until.set_value(None)
        self._show_choice()
        self._reading.ask(
            tr("Units to choose"),
            self._book.units,
            lambda units: self.choice.offer(units, self.context.office.estate.tree()),
            self._say,
            long=self._book.is_large and not self._book.is_read,
        )

    @property
    def has_choice(self) -> bool:
        """Whether units are chosen that leaving would lose."""
        return bool(self.choice.chosen())

    def take_focus(self) -> None:
        (self.choice if self._is_choosing() else self.proposal).take_focus()

    def back(self) -> bool:
        if self._is_choosing():
            return self.choice.pane.clear_filter()
        self._show_choice()
        self.choice.table.setFocus()
        return True

    def _today(self) -> date:
        return self.context.clock.now().date()

    def _is_choosing(self) -> bool:
        return self.steps.currentWidget() is self.choice

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._all = add("fees.all", tr("All shown"), ("Alt+A", "Ctrl+A"), self._on_all, context=KEYS)
        self._none = add("fees.none", tr("None"), "Alt+N", self._on_none, context=KEYS)
        self._next = add("fees.next", tr("Preview"), "F9", self._on_next, context=KEYS, commits=True)
        self._leave_out = add("fees.leave_out", tr("Leave them out"), "Alt+L", self._on_leave_out, context=KEYS)
        self._fold = add("fees.explain_proposal", tr("How it is computed"), "F4", self._on_fold, context=KEYS)
        self._agree = add("fees.agree", tr("Terms of this unit"), "F8", self._on_agree, context=KEYS)
        self._agree_all = add("fees.agree_all", tr("Terms of all"), "Shift+F8", self._on_agree_all, context=KEYS)
        add("fees.filter_units", tr("Filter the units"), "Ctrl+F", self._on_filter, context=KEYS)
        add("fees.sort_choice", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)

    def _lay_out(self) -> None:
        self._price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(self._title, self._price, space=12, margins=(24, 12, 24, 8))
        head.setStretchFactor(self._title, 3)
        head.setStretchFactor(self._price, 2)
        days = row(
            body(tr("Charge from"), Tone.INK2),
            self.first,
            12,
            body(tr("No charges from"), Tone.INK2),
            self.until,
            self._days,
            margins=(24, 0, 24, 10),
        )
        days.setStretchFactor(self._days, 1)
        self.until.setPlaceholderText("")
        self.steps.addWidget(self.choice)
        self.steps.addWidget(self.proposal)
        keys = row(KeyButton(self._agree, Kind.QUIET), KeyButton(self._agree_all, Kind.QUIET), space=4)
        self._agree_keys.setLayout(keys)
        next_step = KeyButton(self._next, Kind.PRIMARY)
        foot = row(self._problem, self._agree_keys, next_step, space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        inside = column(head, days, Rule(), space=0)
        inside.addWidget(Shelf(self.steps, least=300), 1)
        self.setLayout(column(Scrolling(inside), Rule(), foot, space=0))

    def _connect(self) -> None:
        self.choice.chosen_changed.connect(self._on_chosen_changed)
        for field in (self.first, self.until):
            field.problem_changed.connect(self._days.show_problem)
            field.value_changed.connect(lambda _: self._show_choice())

    def _show_choice(self) -> None:
        self.steps.setCurrentWidget(self.choice)
        self._agree_keys.hide()
        self._on_chosen_changed()

    def _on_chosen_changed(self) -> None:
        self._problem.show_problem("")
        self._next.turn_on()
        count = len(self.choice.chosen())
        self._next.say(tr("Preview {units}").format(units=units_words(count)) if count else tr("Preview"))

    def _on_all(self) -> None:
        if self._is_choosing():
            self.choice.choose_shown()

    def _on_none(self) -> None:
        if self._is_choosing():
            self.choice.choose_none()

    def _table(self) -> TableView[Any]:
        return self.choice.table if self._is_choosing() else self.proposal.table

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self._table()))

    def _on_filter(self) -> None:
        (self.choice.pane if self._is_choosing() else self.proposal.pane).filter_box.take_caret()

    def _on_fold(self) -> None:
        self.proposal.fold()

    def _on_next(self) -> None:
        if not (self.first.check() and self.until.check()):
            return
        if self._is_choosing():
            self._preview()
        else:
            self._write()

    def _preview(self) -> None:
        assert self._tariff is not None
        units, tariff_id = self.choice.chosen(), self._tariff.id
        if not units:
            self._say(fees.NoUnitsChosen())
            return
        first, until, office, own = self._first(), self.until.value(), self.context.office, dict(self._own)
        self._reading.ask(
            tr("Preview {units}").format(units=units_words(len(units))),
            lambda: office.assignments.preview(tariff_id, units, first, until, own),
            self._show_proposal,
            self._say,
            long=len(units) > LARGE,
        )

    def _show_proposal(self, proposed: list[ProposedAssignment]) -> None:
        self.proposal.show_proposed(proposed, self._book.units(), self._own)
        self.steps.setCurrentWidget(self.proposal)
        self._agree_keys.show()
        self.proposal.take_focus()
        self._next.turn_on()
        units = len({one.unit_id for one in proposed})
        self._next.say(tr("Assign to {units}").format(units=units_words(units)))
        if self.proposal.conflicts:
            self._next.turn_off(tr("Leave out the units in conflict first: {key}.").format(key=self._leave_out.cap))

    def _on_agree(self) -> None:
        one = None if self._is_choosing() else self.proposal.current()
        if one is None:
            self.context.messages.hint(tr("Look at the preview first; then choose the unit with ↑ ↓."))
        else:
            self._ask_terms(tr("Terms of {unit}").format(unit=one.unit_code), [one.unit_id])

    def _on_agree_all(self) -> None:
        if self._is_choosing():
            self.context.messages.hint(tr("Look at the preview first; then choose the unit with ↑ ↓."))
        else:
            units = self.choice.chosen()
            self._ask_terms(tr("Terms of {units}").format(units=units_words(len(units))), units)

    def _ask_terms(self, title: str, units: list[UnitId]) -> None:
        """Ask what is agreed for these units, and look at the proposal anew."""
        assert self._tariff is not None
        own = ask_own_terms(self.context, title, self._tariff.id, units[0], self._days_said(), self._own)
        if own is not None:
            self._own.update(dict.fromkeys(units, own))
            self._preview()

    def _days_said(self) -> tuple[date, date | None]:
        return self._first(), self.until.value()

    def _on_leave_out(self) -> None:
        if self._is_choosing() or not self.proposal.conflicts:
            return
        self.choice.leave_out(self.proposal.conflicting())
        if self.choice.chosen():
            self._preview()
        else:
            self._show_choice()
            self._say(fees.NoUnitsChosen())

    def _write(self) -> None:
        assert self._tariff is not None
        units = self.choice.chosen()
        try:
            self.context.office.assignments.assign(
                self.context.actor, self._tariff.id, units, self._first(), self.until.value(), own=self._own
            )
        except Refusal as refusal:
            self._say(refusal)
            return
        facts = {"tariff": self._tariff.name, "units": units_words(len(units))}
        self.context.messages.done(tr("“{tariff}” now lies on {units} more").format(**facts))
        self.choice.choose_none()
        self.saved.emit(self._tariff.id)

    def _first(self) -> date:
        first = self.first.value()
        assert first is not None
        return first

    def _say(self, refusal: Refusal | Trouble) -> None:
        field = {fees.AssignedBeforeTariff: self.first, fees.DatesReversed: self.until}.get(type(refusal))
        if field is None:
            self._problem.show_problem(say(refusal))
        else:
            field.show_problem(say(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
