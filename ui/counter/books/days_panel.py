"""Which days a report of a book lists its receipts of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.core.language import tr
from app.core.periods import Period
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind


class DaysPanel(QuestionPanel[Period]):
    """The first and the last day, both counted; this month up to today stands there."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(tr("Receipts written from … to"), width=460)
        self.first = DateField(tr("First day"), today, required=True)
        self.last = DateField(tr("Last day"), today, required=True)
        self.first.set_value(today().replace(day=1))
        self.last.set_value(today())
        self._form = Form()
        self._form.add(tr("First day"), self.first)
        self._form.add(tr("Last day"), self.last)
        self.body.addWidget(self._form)
        self.setFocusProxy(self.first)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "report", tr("Report"), ("F9", "Ctrl+Return"), self._on_report, Kind.PRIMARY)

    def _on_report(self) -> None:
        if not self._form.check():
            return
        first, last = self.first.value(), self.last.value()
        assert first is not None
        assert last is not None
        if last < first:
            self._form.show_problem(self.last, tr("The last day lies before the first one."))
            self.last.setFocus()
            return
        self.answer(Period(first, last + timedelta(days=1)))
