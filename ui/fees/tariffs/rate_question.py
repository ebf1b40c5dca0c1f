"""Stops at an unusual late-fee rate: it is said in every way, and has to be typed once more."""

from __future__ import annotations

from decimal import Decimal

from app.core.language import tr
from app.fees.terms import LateFeeTerms
from ui.fees.tariffs.form_fields import rate_field
from ui.fees.tariffs.rate_words import rate_words, worked_example
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.sizes import Pt
from ui.widgets.text_label import TextLabel, body


class RateQuestion(QuestionPanel[bool]):
    """Answers True only once the same rate was typed again, in whatever spelling."""

    def __init__(self, terms: LateFeeTerms) -> None:
        super().__init__(tr("An unusual late fee"))
        self.concerning(terms.daily_rate)
        self._rate: Decimal = terms.daily_rate
        self.again = rate_field()
        self.again.required = True
        form = Form()
        form.add(tr("The rate once more"), self.again, hint=tr("As the contract has it: 2‰, 0.2%, 千分之二"))
        self.body.addWidget(TextLabel(rate_words(self._rate), Pt.SECTION, Tone.WARN, bold=True).wrap())
        self.body.addWidget(body(worked_example(terms)).wrap())
        self.body.addWidget(body(tr("Most contracts have 0.5‰ a day or less. Is this the contract's rate?")).wrap())
        self.body.addWidget(form)
        self.setFocusProxy(self.again)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back to the form"), "Esc", self.give_up)
        self.add_button(actions, "keep", tr("The rate is right"), ("Return", "F9"), self._on_keep, Kind.PRIMARY)

    def _on_keep(self) -> None:
        if not self.again.check():
            return
        if self.again.value() == self._rate:
            self.answer(True)
        else:
            words = tr("That is another rate: {rate}. Go back and correct it, or type the same one.")
            typed = self.again.value()
            assert typed is not None
            self.again.show_problem(words.format(rate=rate_words(typed)))
