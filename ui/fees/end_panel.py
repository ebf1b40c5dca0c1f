"""Asks from which day a tariff is charged no more on one unit, or a discount is given no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.core.errors import Refusal
from app.core.language import tr
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class EndPanel(QuestionPanel[date]):
    """Ends only once the office has taken the day; a refused day is said beside the field."""

    def __init__(
        self,
        title: str,
        text: str,
        proposed: date,
        today: Callable[[], date],
        end: Callable[[date], object],
        label: str = "",
        hint: str = "",
        width: int = 440,
    ) -> None:
        super().__init__(title, width=width)
        self._end = end
        label = label or tr("No charges from")
        self._day = DateField(label, today, required=True)
        self._day.set_value(proposed)
        form = Form()
        form.add(label, self._day, hint=hint or tr("The first day that is no longer charged"))
        self.body.addWidget(body(text).wrap())
        self.body.addWidget(form)
        self.setFocusProxy(self._day)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self._end_it = self.add_button(actions, "end", tr("End it"), ("Return", "F9"), self._on_end, Kind.PRIMARY)

    def _on_end(self) -> None:
        if not self._day.check():
            return
        day = self._day.value()
        assert day is not None
        try:
            self._take(day)
        except Refusal as refusal:
            self._day.show_problem(say(refusal))

    def _take(self, day: date) -> None:
        self._end(day)
        self.answer(day)
