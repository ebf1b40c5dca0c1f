"""Asks from which day the fee disclosure sheet holds, on which paper, and what the office says on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr
from app.fees.disclosure.facts import DisclosureFacts, DisclosureTexts
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column, row

A4, A3 = "A4", "A3"


@dataclass(frozen=True, slots=True)
class DisclosureWish:
    """The sheet to show, and the name of its paper."""

    facts: DisclosureFacts
    paper: str


class DisclosurePanel(QuestionPanel[DisclosureWish]):
    """Ends only once the sheet can be drawn; what was changed of the office's words is kept for the next one."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Fee disclosure sheet"), width=820)
        self._context = context
        self._office = context.office.disclosures
        self.day = DateField(tr("Valid from"), self._today, required=True)
        self.paper: ChoiceField[str] = ChoiceField(tr("Paper"), [(A4, A4), (A3, A3)])
        self.complaints = LineField(tr("Complaint number"))
        self.payers = LineField(tr("Charged to"))
        self.standard = LineField(tr("Service standard"))
        self.control = LineField(tr("Price control"))
        self.charging = LineField(tr("Way of charging"))
        self.hotline = LineField(tr("Price hotline"))
        self.authority = LineField(tr("Housing authority"))
        self._problem = ErrorLine()
        self._fill()
        self._lay_out()
        self.setFocusProxy(self.day)
        self.day.value_changed.connect(self._on_day)
        self._on_day(self.day.value())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "show", tr("Preview"), ("Return", "F9"), self._on_show, Kind.PRIMARY)

    def _today(self) -> date:
        return self._context.clock.now().date()

    def _fill(self) -> None:
        texts = self._office.texts()
        self.day.set_value(self._today())
        self.complaints.setText(self._context.office.facts().complaint_telephone)
        said = (texts.payers, texts.service_standard, texts.price_control, texts.charging)
        for field, words in zip(self._words(), (*said, texts.price_hotline, texts.authority_telephone), strict=True):
            field.setText(words)
        if not self._context.actor.may(Permission.CHANGE_SETTINGS):
            for field in (self.complaints, *self._words()):
                field.setReadOnly(True)
        self._at_first = self._said()

    def _words(self) -> tuple[LineField, ...]:
        return (self.payers, self.standard, self.control, self.charging, self.hotline, self.authority)

    def _said(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in (self.complaints, *self._words()))

    def _lay_out(self) -> None:
        sheet, words = Form(), Form()
        self._soon = sheet.add(tr("Valid from"), self.day)
        sheet.add(tr("Paper"), self.paper)
        for number in (self.complaints, self.hotline, self.authority):
            sheet.add(number.accessibleName(), number)
        for field in (self.payers, self.standard, self.control, self.charging):
            words.add(field.accessibleName(), field)
        beside = row(column(sheet, None), column(words, None), space=24, margins=(2, 2, 10, 2))
        for at, share in enumerate((2, 3)):
            beside.setStretch(at, share)
        self.body.addWidget(Scrolling(beside), 1)
        self.body.addWidget(self._problem)
        if not self._context.actor.may(Permission.CHANGE_SETTINGS):
            self._problem.show_hint(tr("A supervisor can change what the office says here."))

    def _on_day(self, day: object) -> None:
        soon = self._office.changes_too_soon(day) if isinstance(day, date) else []
        words = tr("{tariffs}: changes within a month. Changes are posted a month before.")
        self._soon.show_hint(words.format(tariffs=", ".join(soon)) if soon else "")

    def _on_show(self) -> None:
        day, paper = self.day.value(), self.paper.value()
        if not self.day.check() or day is None or paper is None:
            return
        try:
            self._keep()
            facts = self._office.facts(day)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
        else:
            self.answer(DisclosureWish(facts, paper))

    def _keep(self) -> None:
        if self._said() == self._at_first:
            return
        complaints, payers, standard, control, charging, hotline, authority = self._said()
        texts = DisclosureTexts(payers, standard, control, charging, hotline, authority)
        self._office.keep(self._context.actor, texts, complaints)
        self._at_first = self._said()
