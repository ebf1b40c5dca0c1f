"""One line of the log whole: when it happened, when and by whom it was written down."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time
from app.incidents.plans.plan import Plan
from app.incidents.running.entry import Entry
from ui.sentences.incident_lines import hand_said, kind_said, line_said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.text_label import TextLabel, body


class EntryPanel(QuestionPanel[bool]):
    """Nothing to change: a wrong line is followed by a right one."""

    def __init__(self, entry: Entry, plan: Plan) -> None:
        super().__init__(f"{entry.happened_at:%H:%M} {kind_said(entry)}", width=560)
        written = tr("Happened {happened}, written down {entered} by {hand}. Line {number} of the log.").format(
            happened=show_time(entry.happened_at),
            entered=show_time(entry.at),
            hand=hand_said(entry),
            number=entry.no,
        )
        self.text = TextLabel(line_said(entry, plan), Pt.LARGE).wrap()
        self.body.addWidget(self.text)
        self.body.addWidget(body(written, Tone.INK2).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), self.give_up)
