"""Makes a discount rule: what has to be paid at once, what it gives, when; with a worked example as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.core.errors import Refusal
from app.core.ids import DiscountRuleId, FeeItemId
from app.core.language import tr
from app.core.money_text import parse_money
from app.core.show import show_decimal
from app.fees.adjustments import refusals as refused
from app.fees.adjustments.discount_rule import DiscountKind, DiscountRule
from app.fees.items import FeeItem
from app.fees.refusals import DatesReversed
from ui.fees.discounts.example import example_words
from ui.fees.tariffs.form_fields import parse_months, parse_percent
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import Rule
from ui.widgets.text_label import body, caption
from ui.widgets.typed_field import TypedField


@dataclass(frozen=True, slots=True)
class DiscountWanted:
    """What the form says; `until` is the day after the last one."""

    name: str
    item_id: FeeItemId
    months: int
    kind: DiscountKind
    value: Decimal
    first: date
    until: date | None
    only_without_arrears: bool


Save = Callable[[DiscountWanted], DiscountRule]


class DiscountPanel(QuestionPanel[DiscountRule]):
    """Ends once the office has taken the rule; what it refuses is said beside the field."""

    def __init__(self, items: Sequence[FeeItem], today: Callable[[], date], save: Save) -> None:
        super().__init__(tr("New discount"), width=760)
        self._save = save
        self.item: ChoiceField[FeeItem] = ChoiceField(tr("Fee item"), [(one.name, one) for one in items])
        self.name = LineField(tr("Name on the receipt"))
        self.months = TypedField(tr("Months paid at once"), parse_months, str, required=True, columns=5)
        self.kind: ChoiceField[DiscountKind] = ChoiceField(tr("Gives"), _kinds())
        self.value = TypedField(tr("How much"), self._parse_value, _plain, required=True, columns=8)
        self.first = DateField(tr("Valid from"), today, required=True)
        self.last = DateField(tr("Last day"), today)
        self.no_arrears = CheckBox(tr("Only for units without arrears"))
        self._lay_out()
        self.months.set_value(12)
        self.first.set_value(today())
        for changed in (self.months.value_changed, self.value.value_changed, self.kind.chosen):
            changed.connect(self._show_example)
        self._show_example()
        self.setFocusProxy(self.item)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save the discount"), ("F9", "Ctrl+S"), self._on_save, Kind.PRIMARY)

    def example(self) -> str:
        """The worked example as it is shown."""
        return self._example.text()

    def _lay_out(self) -> None:
        form = self._form = Form(problems_beside=True)
        form.add(tr("Fee item"), self.item)
        form.add(tr("Name on the receipt"), self.name)
        form.add(tr("Months paid at once"), self.months)
        form.add(tr("Gives"), self.kind)
        form.add(tr("How much"), self.value)
        form.add(tr("Valid from"), self.first)
        form.add(tr("Last day"), self.last, hint=tr("Empty: until further notice. The day of the payment counts."))
        form.add("", self.no_arrears)
        self._example = body("", Tone.INK).wrap()
        self._problem = ErrorLine()
        self.body.addWidget(form)
        self.body.addWidget(Rule())
        self.body.addWidget(caption(tr("At 100.00 a month"), Tone.INK2))
        self.body.addWidget(self._example)
        self.body.addWidget(self._problem)

    def _parse_value(self, text: str) -> Decimal:
        kind = self.kind.value()
        if kind is DiscountKind.AMOUNT:
            return Decimal(parse_money(text).fen).scaleb(-2)
        return Decimal(parse_months(text)) if kind is DiscountKind.GIFT_MONTHS else parse_percent(text)

    def _wanted(self) -> DiscountWanted | None:
        item, months, kind, value = self.item.value(), self.months.value(), self.kind.value(), self.value.value()
        first, last = self.first.value(), self.last.value()
        if item is None or months is None or kind is None or value is None or first is None:
            return None
        until = None if last is None else last + timedelta(days=1)
        name, strict = self.name.text().strip(), self.no_arrears.isChecked()
        return DiscountWanted(name, item.id, months, kind, value, first, until, strict)

    def _show_example(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._example.show_text(tr("Type the months and how much, and the example comes here."), Tone.INK3)
            return
        facts = (wanted.item_id, wanted.months, wanted.kind, wanted.value, wanted.first)
        self._example.show_text(example_words(DiscountRule(DiscountRuleId(0), "", *facts)), Tone.INK)

    def _on_save(self) -> None:
        self._problem.show_problem("")
        self.name.show_problem("")
        wanted = self._wanted() if self._form.check() else None
        if wanted is None:
            return
        last = self.last.value()
        if last is not None and last < wanted.first:
            self._say(DatesReversed(wanted.first, last))  # the office would name the day after, which nobody typed
            return
        try:
            made = self._save(wanted)
        except Refusal as refusal:
            self._say(refusal)
        else:
            self.answer(made)

    def _say(self, refusal: Refusal) -> None:
        places: list[tuple[tuple[type[Refusal], ...], LineField]] = [
            ((refused.DiscountNeedsName, refused.DiscountNameTaken), self.name),
            ((refused.DiscountMonthsOutOfRange,), self.months),
            ((refused.DiscountValueOutOfRange,), self.value),
            ((DatesReversed,), self.last),
        ]
        field = next((field for kinds, field in places if isinstance(refusal, kinds)), None)
        if field is None:
            self._problem.show_problem(say(refusal))
        else:
            field.show_problem(say(refusal))
            field.take_caret()


def _kinds() -> list[tuple[str, DiscountKind]]:
    return [
        (tr("percent off"), DiscountKind.PERCENT),
        (tr("yuan off"), DiscountKind.AMOUNT),
        (tr("months for nothing"), DiscountKind.GIFT_MONTHS),
    ]


def _plain(value: Decimal) -> str:
    return show_decimal(value, 0)
