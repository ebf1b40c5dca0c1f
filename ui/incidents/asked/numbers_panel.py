"""The whole call list: each party with both numbers, the last call, and when the number was last tried."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.incidents.running.view import CallLine, IncidentView
from ui.incidents.side.phone_words import confirmed_words, party_words, result_state
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.key_button import Kind
from ui.widgets.two_line_list import TwoLine, TwoLineList


class NumbersPanel(QuestionPanel[str]):
    """Answers the key of the party that is to stand large; nothing is dialled from here."""

    most = (760, 600)

    def __init__(self, view: IncidentView, today: date) -> None:
        super().__init__(tr("All numbers"), width=640)
        self.list = TwoLineList(tr("All numbers"))
        self.list.show_lines([_row(line, today) for line in view.calls], choose_first=True)
        self.list.setMinimumHeight(240)
        self.list.opened.connect(self.answer)
        self.body.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "show", tr("Show large"), "F9", self.list.open_current, Kind.PRIMARY)


def _row(line: CallLine, today: date) -> TwoLine:
    second = " ".join(part for part in (line.deputy, line.deputy_number) if part)
    below = tr("second number {number}").format(number=second) if second else ""
    tried = confirmed_words(line, today)[0] or tr("Enter it under Incidents, Contacts.")
    return TwoLine(
        head=line.number or tr("no number yet"),
        name=party_words(line, deputy=False),
        right=result_state(line)[0],
        below=below or tried,
        below_right=tried if below else "",
        what=line.key,
    )
