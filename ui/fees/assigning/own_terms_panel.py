"""Asks what is agreed for one unit of many that get a tariff: its factors, and its own first day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal
from app.core.ids import TariffId, UnitId
from app.core.language import tr
from app.fees.new_assignments import PLAIN, Own, OwnTerms
from app.fees.terms import Modifiers
from ui.fees.tariffs.form_fields import factor_field, vacant_field
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind

_ONE = Decimal(1)


class OwnTermsPanel(QuestionPanel[OwnTerms]):
    """Ends only once `check` takes what is typed; a refused first day is said beside the field."""

    def __init__(
        self, title: str, own: OwnTerms, usual: date, today: Callable[[], date], check: Callable[[OwnTerms], object]
    ) -> None:
        super().__init__(title)
        self._usual = usual
        self._check = check
        self.coefficient, self.vacant = factor_field(), vacant_field()
        self.first = DateField(tr("Charge from"), today, required=True)
        self.coefficient.set_value(own.modifiers.coefficient)
        self.vacant.set_value(own.modifiers.vacant_factor)
        self.first.set_value(own.first or usual)
        form = Form()
        form.add(tr("Coefficient"), self.coefficient, hint=tr("The price × this, 1 unless agreed otherwise"))
        form.add(tr("Vacant factor"), self.vacant, hint=tr("0.7: while empty, the unit pays 70% of it"))
        form.add(tr("Charge from"), self.first, hint=tr("The first day of this unit"))
        self._form = form
        self.body.addWidget(form)
        self.setFocusProxy(self.coefficient)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "keep", tr("Agreed so"), ("Return", "F9"), self._on_keep, Kind.PRIMARY)

    def _on_keep(self) -> None:
        if not self._form.check():
            return
        first = self.first.value()
        modifiers = Modifiers(self.coefficient.value() or _ONE, self.vacant.value() or _ONE)
        own = OwnTerms(modifiers, None if first == self._usual else first)
        try:
            self._check(own)
        except Refusal as refusal:
            self.first.show_problem(say(refusal))
            self.first.take_caret()
        else:
            self.answer(own)


def ask_own_terms(
    context: Context, title: str, tariff_id: TariffId, unit: UnitId, days: tuple[date, date | None], so_far: Own
) -> OwnTerms | None:
    """Ask what is agreed for a unit; a first day that the office would refuse is refused at once."""
    first, until = days
    panel = OwnTermsPanel(
        title,
        so_far.get(unit, PLAIN),
        first,
        lambda: context.clock.now().date(),
        lambda own: context.office.assignments.preview(tariff_id, [unit], first, until, {unit: own}),
    )
    return context.questions.ask(panel)
