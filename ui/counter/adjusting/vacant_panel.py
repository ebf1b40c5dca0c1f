"""The discount of an empty home, on the tariff of one line: granted for days, ended, or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.language import tr
from app.core.quantities import parse_area
from app.core.show import show_decimal
from app.fees.adjustments.vacancies import VacancyRow
from ui.counter.adjusting.day_words import days_words
from ui.counter.adjusting.kept_panel import KeptPanel
from ui.counter.adjusting.reason_fields import ReasonFields, Why, vacant_reasons
from ui.counter.adjusting.span_fields import SpanFields
from ui.shell.actions import ActionRegistry
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body
from ui.widgets.typed_field import TypedField


@dataclass(frozen=True, slots=True)
class VacantWanted:
    """The factor, its first day, the day after its last, and why."""

    factor: Decimal
    first: date
    until: date | None
    why: Why


class VacantPanel(KeptPanel[VacantWanted]):
    """What is billed already for these days is adjusted; later charges have the factor inside."""

    def __init__(
        self, item: str, unit: str, first: date, today: Callable[[], date], before: VacantWanted | None = None
    ) -> None:
        super().__init__(tr("{unit} stands empty: {item}").format(unit=unit, item=item), width=560)
        self.factor = TypedField(tr("Pays"), parse_area, _plain, required=True, columns=6)
        self._form = Form()
        self._form.add(tr("Pays"), self.factor, hint=tr("0.7 means seventy of a hundred"))
        self.span = SpanFields(self._form, today, first)
        self.why = ReasonFields(self._form, vacant_reasons())
        words = tr(
            "What is billed already for these days is adjusted; what was paid too much becomes credit of the room."
        )
        self.body.addWidget(body(words).wrap())
        self.body.addWidget(self._form)
        self.setFocusProxy(self.factor)
        if before is not None:
            self._show(before)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "grant", tr("Grant it"), ("F9", "Ctrl+Return"), self._on_grant, Kind.PRIMARY)

    def _show(self, before: VacantWanted) -> None:
        self.factor.set_value(before.factor)
        self.span.show(before.first, before.until)
        self.why.show(before.why)

    def _on_grant(self) -> None:
        span = self.span.given() if self._form.check() else None
        why = None if span is None else self.why.given()
        if span is not None and why is not None:
            factor = self.factor.value()
            assert factor is not None
            self.answer(VacantWanted(factor, *span, why))


@dataclass(frozen=True, slots=True)
class VacantEnd:
    """`from_day` None withdraws the grant as if it had never been."""

    from_day: date | None
    words: str


class EndVacantPanel(KeptPanel[VacantEnd]):
    """Charges in full again, from a day on or for all days."""

    def __init__(
        self, granted: VacancyRow, unit: str, today: Callable[[], date], before: VacantEnd | None = None
    ) -> None:
        super().__init__(tr("{unit} stands empty: {item}").format(unit=unit, item=granted.item), width=560)
        self.how: ChoiceField[bool] = ChoiceField(
            tr("How"), [(tr("in full from a day on"), True), (tr("withdraw it for all days"), False)]
        )
        self.day = DateField(tr("In full from"), today, required=True)
        self.day.set_value(today())
        self.words = LineField(tr("In words"))
        self._form = Form()
        self._form.add(tr("How"), self.how)
        self._form.add(tr("In full from"), self.day)
        self._form.add(tr("In words"), self.words, hint=tr("Required to withdraw it"))
        self.body.addWidget(body(_granted_words(granted)).wrap())
        self.body.addWidget(self._form)
        self.how.chosen.connect(lambda ends: self._form.show_row(self.day, shown=bool(ends)))
        self.setFocusProxy(self.how)
        if before is not None:
            self.how.set_value(before.from_day is not None)
            self.day.set_value(before.from_day or today())
            self.words.setText(before.words)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "end", tr("Charge in full"), ("F9", "Ctrl+Return"), self._on_end, Kind.PRIMARY)

    def _on_end(self) -> None:
        words = self.words.text().strip()
        if not self.how.value() and not words:
            self._form.show_problem(self.words, tr("Say in a few words why."))
            self.words.setFocus()
        elif not self.how.value():
            self.answer(VacantEnd(None, words))
        elif self.day.check():
            self.answer(VacantEnd(self.day.value(), words))


def _granted_words(one: VacancyRow) -> str:
    days = days_words(one.first, one.until)
    who = tr("{by}, agreed by {approver}").format(by=one.by, approver=one.approved_by) if one.approved_by else one.by
    words = tr("Pays {factor}, {days}: {reason} ({who})")
    return words.format(factor=show_decimal(one.factor, 0), days=days, reason=one.reason, who=who)


def _plain(value: Decimal) -> str:
    return show_decimal(value, 0)
