"""A question that comes back with everything typed kept, after a supervisor's no or with what the office refused."""

from __future__ import annotations

from typing import TypeVar

from ui.shell.question_panel import QuestionPanel
from ui.widgets.error_line import ErrorLine

T = TypeVar("T")


class KeptPanel(QuestionPanel[T]):
    """Subclasses take the answer given before and fill their fields from it."""

    def say(self, problem: str) -> None:
        """What the office refused, under the fields."""
        line = ErrorLine()
        line.show_problem(problem)
        self.body.addWidget(line)
