"""Lists the variables that an expression may name; the chosen one is put into it."""

from __future__ import annotations

from typing import Any

from app.core.language import tr
from ui.fees.tariffs.expression_words import variable_lines
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.key_button import Kind
from ui.widgets.sizes import px
from ui.widgets.two_line_list import TwoLineList

_HEIGHT = 340


class VariablePanel(QuestionPanel[str]):
    """Answers with the name as an expression spells it."""

    def __init__(self) -> None:
        super().__init__(tr("Variables of an expression"))
        self.list = TwoLineList(tr("Variables"))
        self.list.setMinimumHeight(px(_HEIGHT))
        self.list.show_lines(variable_lines(), choose_first=True)
        self.list.opened.connect(self._on_opened)
        self.body.addWidget(self.list)
        self.setFocusProxy(self.list)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "insert", tr("Put it in"), "F9", self.list.open_current, Kind.PRIMARY)

    def _on_opened(self, name: Any) -> None:
        self.answer(str(name))
