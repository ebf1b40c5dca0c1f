"""How grave it is: three keys, the one that holds now is marked."""

from __future__ import annotations

from functools import partial

from app.core.language import tr
from app.incidents.plans.plan import Severity
from app.incidents.running.view import IncidentView
from app.incidents.words.names import SEVERITIES
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class SeverityPanel(QuestionPanel[Severity]):
    """Unsure means the higher one."""

    def __init__(self, view: IncidentView) -> None:
        super().__init__(tr("How grave is it?"), width=560)
        self._now = view.severity
        words = tr("Now: {severity}. If you are unsure, take the higher one; it can be lowered later.")
        self.body.addWidget(body(words.format(severity=said(SEVERITIES[view.severity]))).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        for number, severity in enumerate(reversed(Severity), 1):
            kind = Kind.DANGER if severity is Severity.HIGH else Kind.PLAIN
            run = partial(self.answer, severity)
            self.add_button(actions, severity.value, said(SEVERITIES[severity]), str(number), run, kind)
