"""What is to be printed of a running incident: its list as filled so far, or the blank one."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class Paper(StrEnum):
    """One choice."""

    FILLED = "filled"
    BLANK = "blank"


class PrintPanel(QuestionPanel[Paper]):
    """Enter takes the filled one: the machine may go off the next minute."""

    def __init__(self) -> None:
        super().__init__(tr("Print the list"), width=560)
        self.body.addWidget(body(tr("On a laser printer; the work goes on on paper if the power goes.")).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "blank", tr("Blank"), "2", partial(self.answer, Paper.BLANK))
        filled = partial(self.answer, Paper.FILLED)
        self.add_button(actions, "filled", tr("As filled so far"), ("1", "Return"), filled, Kind.PRIMARY)
        self.setFocusProxy(self.buttons.itemAt(self.buttons.count() - 1).widget())
