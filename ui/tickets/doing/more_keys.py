"""Further keys of a question that stays open, in as many lines as their words need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.shell.actions import Action, ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton


class MoreKeys(QWidget):
    """Stands in the body, for the row of buttons below holds no more than three."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout()
        self.setLayout(self._flow)

    def offer(
        self,
        panel: QuestionPanel[Any],
        actions: ActionRegistry,
        name: str,
        text: str,
        key: str,
        run: Callable[[], object],
    ) -> Action:
        """A button and its key, both of this panel only."""
        action = actions.add(f"{panel.context}.{name}", text, key, run, context=panel.context, commits=True)
        self._flow.addWidget(KeyButton(action))
        return action
