"""Makes a new tariff, or a new version of one: fields, live example, and the office's answer beside the fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.ids import TariffId
from app.core.language import tr
from app.core.periods import add_months, month_start
from app.estate.unit_facts import UnitRow
from app.fees.items import FeeItem
from app.fees.versions import Tariff
from ui.fees.tariffs.example_pane import ExamplePane
from ui.fees.tariffs.fee_item_panel import FeeItemPanel
from ui.fees.tariffs.field_states import FieldStates, put_back, states_of
from ui.fees.tariffs.form_example import FormExample
from ui.fees.tariffs.rate_question import RateQuestion
from ui.fees.tariffs.rate_words import is_unusual
from ui.fees.tariffs.refused_fields import field_of
from ui.fees.tariffs.tariff_fields import NEW, FormAnswer, TariffFields
from ui.fees.unit_book import UnitBook
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import page_title

KEYS = "fees.form"
_ASIDE = 300
_WORDS_BELOW = 44  # the two lines under a field
_TWO_COLUMNS = 720  # the width from which both forms stand side by side


@dataclass(frozen=True, slots=True)
class LeftForm:
    """A form that was left with Esc: which tariff it was for (None: a new one), and what stood in it."""

    tariff: Tariff | None
    states: FieldStates


class TariffForm(SubPage):
    """`saved` comes with the tariff's id."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Tariff form"))
        self._tariff: Tariff | None = None
        self._at_first: FieldStates = {}
        self._save = context.actions.add(
            "fees.save", tr("Save tariff"), ("F9", "Ctrl+S"), self._on_save, context=KEYS, commits=True
        )
        self._add_item = context.actions.add(
            "fees.new_item", tr("New fee item"), "Alt+I", self._on_add_item, context=KEYS
        )
        self._title = page_title().wrap()
        self.fields = TariffFields(context, KEYS)
        self._begins_at: QWidget = self.fields.item
        self.example = ExamplePane()
        self._example = FormExample(context, book, self.example)
        self._problem = ErrorLine()
        self._lay_out()
        self.fields.changed.connect(self._show_example)
        self.fields.unfolded.connect(lambda: QTimer.singleShot(0, self._show_all_terms))
        context.layout.changed.connect(self._on_room_changed)
        context.theme.changed.connect(self._on_room_changed)
        self._on_room_changed()

    def begin_new(self) -> None:
        """An empty form: by building area, every month, due on the 5th, without late fee."""
        self._tariff = None
        self._add_item.turn_on()
        self._save.say(tr("Save tariff"))
        self._title.show_text(tr("New tariff"))
        self._problem.show_hint(tr("Nothing is charged before it is assigned to units."))
        self.fields.name_tariff(self._items(), None, "")
        self.fields.item.setCurrentIndex(0)
        self.fields.formula.offer_all()
        self.fields.fill(NEW, month_start(self.context.clock.now().date()))
        self.fields.price.set_value(None)
        self._begins_at = self.fields.item
        self._begin()

    def begin_version(self, tariff: Tariff, units: Sequence[UnitRow] = ()) -> None:
        """The newest terms of a tariff, to be changed from a later day on, shown on `units`, else on any homes."""
        newest = tariff.versions[-1]
        self._tariff = tariff
        self._save.say(tr("Save version"))
        self._add_item.turn_off(tr("A new version keeps its fee item."))
        self._title.show_text(tr("New version of “{name}”").format(name=tariff.name))
        self._problem.show_hint(tr("Charges before that day keep the terms they were made by."))
        self.fields.name_tariff((), tariff.item, tariff.name)
        self.fields.formula.offer_like(newest.terms)
        following = add_months(month_start(max(newest.first, self.context.clock.now().date())), 1)
        self.fields.fill(newest.terms, newest.until or following, newest.basis)
        self._begins_at = self.fields.formula.first_of_price()
        self._begin(units)

    def begin_copy(self, tariff: Tariff, units: Sequence[UnitRow] = ()) -> None:
        """A new tariff of the same item and terms, under a name of its own, shown on `units`, else on any homes."""
        self.begin_new()
        terms, basis = tariff.versions[-1].terms, tariff.versions[-1].basis
        self._title.show_text(tr("Copy of “{name}”").format(name=tariff.name))
        self.fields.offer_items(self._items(), tariff.item)
        self.fields.fill(terms, month_start(self.context.clock.now().date()), basis)
        self._begins_at = self.fields.name
        self._begin(units)

    def left_over(self) -> LeftForm | None:
        """What would be lost by leaving: everything, if anything was changed."""
        states = states_of(self.fields.fields())
        return None if states == self._at_first else LeftForm(self._tariff, states)

    def take_up(self, left: LeftForm) -> None:
        """Go on with a form that was left."""
        if left.tariff is None:
            self.begin_new()
        else:
            self.begin_version(left.tariff)
        put_back(self.fields.fields(), left.states)
        self._show_example()

    def take_focus(self) -> None:
        self._begins_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, units: Sequence[UnitRow] = ()) -> None:
        self._problem.show_problem("")
        self._at_first = states_of(self.fields.fields())
        self._example.begin(units, lambda error: self._problem.show_problem(say(error)))
        self._show_example()

    def _show_example(self) -> None:
        before = None if self._tariff is None else self._tariff.versions[-1].terms
        self._example.show_answer(self.fields.answer(), before)

    def _lay_out(self) -> None:
        self._inside = column(self.fields, None, space=16, margins=(24, 12, 24, 8))
        head = row(self._title, KeyButton(self._add_item, Kind.QUIET, icon="plus"), margins=(24, 12, 16, 8))
        head.setStretchFactor(self._title, 1)
        foot = row(self._problem, KeyButton(self._save, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        self._aside = Pane("canvas")
        self._beside = column(self.example, space=0)
        self._aside.setLayout(self._beside)
        self._scrolling = Scrolling(self._inside)
        work = column(head, Rule(), self._scrolling, Rule(), foot, space=0)
        self._rule = Rule(upright=True)
        self.setLayout(row(work, self._rule, self._aside, space=0))

    def _on_room_changed(self) -> None:
        small = self.context.layout.room is Room.SMALL
        self._aside.setVisible(not small)
        self._rule.setVisible(not small)
        if small:
            self._inside.insertWidget(1, self.example)
        else:
            self._beside.addWidget(self.example)
            self._aside.setFixedWidth(px(_ASIDE))
        self._fold()

    def _show_all_terms(self) -> None:
        """Scroll to what was unfolded, its first field still in sight."""
        self._scrolling.ensureWidgetVisible(self.fields.more, 0, 0)
        self._scrolling.ensureWidgetVisible(self.fields.more.rounding)

    def _show_problem(self) -> None:
        """Scroll to the words of a problem, too: those of a tier stand under the whole table."""
        if self.fields.formula.tiers.isVisible():
            self._scrolling.ensureWidgetVisible(self.fields.formula.tiers_line, 0, px(8))
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.fields.isAncestorOf(focused):
            self._scrolling.ensureWidgetVisible(focused, 0, px(_WORDS_BELOW))
        if focused is not None and self.fields.mandate.isAncestorOf(focused):
            self._scrolling.ensureWidgetVisible(self.fields.mandate, 0, px(_WORDS_BELOW))

    def _fold(self) -> None:
        aside = 0 if self._aside.isHidden() else px(_ASIDE)
        self.fields.fold(narrow=self.width() - aside < px(_TWO_COLUMNS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _items(self) -> list[FeeItem]:
        """The items that tariffs charge, in the office's order."""
        return [item for item in self.context.office.fee_items.all() if item.active and item.one_off_price is None]

    def _on_add_item(self) -> None:
        office, by = self.context.office, self.context.actor
        added = self.context.questions.ask(FeeItemPanel(office.fee_items, by))
        if added is not None:
            self.fields.offer_items(self._items(), added)

    def _on_save(self) -> None:
        self._problem.show_problem("")
        if not self.fields.check():
            QTimer.singleShot(0, self._show_problem)
            return
        answer = self.fields.answer()
        if not self._rate_is_meant(answer):
            self.fields.late_fee.rate.take_caret()
            return
        try:
            tariff_id = self._write(answer)
        except Refusal as refusal:
            self._say(refusal)
        else:
            self._at_first = states_of(self.fields.fields())
            self.saved.emit(tariff_id)

    def _rate_is_meant(self, answer: FormAnswer) -> bool:
        """Whether a rate above the usual was said twice, or stands in the version before already."""
        late_fee = None if answer.terms is None else answer.terms.late_fee
        if late_fee is None or not is_unusual(late_fee.daily_rate):
            return True
        before = None if self._tariff is None else self._tariff.versions[-1].terms.late_fee
        if before is not None and before.daily_rate == late_fee.daily_rate:
            return True
        meant: bool | None = self.context.questions.ask(RateQuestion(late_fee))
        return meant is True

    def _write(self, answer: FormAnswer) -> TariffId:
        office, by = self.context.office, self.context.actor
        assert answer.first is not None
        assert answer.terms is not None
        if self._tariff is not None:
            office.tariffs.new_version(by, self._tariff.id, answer.first, answer.terms, answer.basis)
            self.context.messages.done(tr("“{name}” has a new version").format(name=self._tariff.name))
            return self._tariff.id
        assert answer.item is not None
        made = office.tariffs.create(by, answer.item.id, answer.name, answer.first, answer.terms, basis=answer.basis)
        self.context.messages.done(tr("Tariff “{name}” is saved").format(name=answer.name.strip()))
        return made

    def _say(self, refusal: Refusal) -> None:
        field = field_of(refusal, self.fields)
        if field is None:
            self._problem.show_problem(say(refusal))
        else:
            self.fields.show_problem(field, say(refusal))
            QTimer.singleShot(0, self._show_problem)
