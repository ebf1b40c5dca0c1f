"""Everything that can be put to an incident beside its steps, each by one digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.flow_layout import PairLayout
from ui.widgets.key_button import KeyButton


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to do, as its button says it."""

    name: str
    words: str
    run: Callable[[], object]


class WaysPanel(QuestionPanel[Way]):
    """A digit chooses; what is chosen asks by itself."""

    def __init__(self, ways: Sequence[Way]) -> None:
        super().__init__(tr("Put to the incident"), width=520)
        self._ways = ways
        self._pairs = PairLayout(220, 8)
        self.body.addLayout(self._pairs)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        for number, way in enumerate(self._ways, 1):
            run = partial(self.answer, way)
            name = f"{self.context}.{way.name}"
            action = actions.add(name, way.words, str(number % 10), run, context=self.context, commits=True)
            self._pairs.addWidget(KeyButton(action))
