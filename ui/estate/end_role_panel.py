"""Asks from which day a person's role on a unit holds no more."""

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


class EndRolePanel(QuestionPanel[date]):
    """Ends only once the book has taken the day; a refused day is said beside the field."""

    def __init__(self, title: str, today: Callable[[], date], end: Callable[[date], None]) -> None:
        super().__init__(title)
        self._end = end
        self._day = DateField(tr("No longer from"), today, required=True)
        self._day.set_value(today())
        form = Form()
        form.add(tr("No longer from"), self._day, hint=tr("The first day on which it holds no more"))
        self.body.addWidget(body(tr("The person stays on the page as a former one, and is still found.")).wrap())
        self.body.addWidget(form)
        self.setFocusProxy(self._day)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "end", tr("End it"), ("Return", "F9"), self._on_end, Kind.PRIMARY)

    def _on_end(self) -> None:
        day = self._day.value() if self._day.check() else None
        if day is None:
            return
        try:
            self._end(day)
        except Refusal as refusal:
            self._day.show_problem(say(refusal))
        else:
            self.answer(day)
