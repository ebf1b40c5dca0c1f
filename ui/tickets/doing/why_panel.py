"""Why a ticket is due when it is: promise, start, days counted and skipped, pauses, result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import tr
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.deadlines.clocks import ClockNow
from app.tickets.deadlines.explain_words import explain_lines
from app.tickets.deadlines.explained import Explained
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.text_label import body


class WhyDuePanel(QuestionPanel[bool]):
    """↑ ↓ go from promise to promise."""

    def __init__(
        self, number: str, clocks: Sequence[ClockNow], first: int | None, ask: Callable[[int], Explained]
    ) -> None:
        super().__init__(tr("Why is {number} due then?").format(number=number), width=640)
        self._ask = ask
        self.clock: ChoiceField[int] = ChoiceField(tr("Promise"), [(tr(CLOCKS[one.name]), one.id) for one in clocks])
        if first is not None:
            self.clock.set_value(first)
        self._lines = body("").wrap()
        form = Form()
        form.add(tr("Promise"), self.clock, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self.body.addWidget(form)
        self.body.addWidget(self._lines)
        self.clock.chosen.connect(lambda _: self._show())
        self.setFocusProxy(self.clock)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return", "F4"), self.give_up)

    def text(self) -> str:
        """Everything that is explained."""
        return self._lines.text()

    def _show(self) -> None:
        clock = self.clock.value()
        lines = explain_lines(self._ask(clock)) if clock is not None else ()
        self._lines.show_text("\n".join(lines))
        self.clock.setAccessibleDescription(self._lines.text())
