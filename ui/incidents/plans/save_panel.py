"""Before an edited plan is kept as a version: what changed in a few words, and why something critical was lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import tr
from app.incidents.kept_plans.losses import Lost
from app.incidents.kept_plans.refusals import PlanNoteMissing, PlanReasonMissing
from ui.sentences.incident_kept_plans import what_is_lost
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body

_TOLD = 6


class SavePanel(EditPanel[int]):
    """Answers the id of the version once `save`, given the note and the reason, has kept it."""

    def __init__(self, title: str, lost: Sequence[Lost], save: Callable[[str, str], int]) -> None:
        words = tr("It is used once it was approved. What runs now keeps the version it began with.")
        super().__init__(title, lambda: save(self.note.text(), self.reason.text()), words=words)
        self.note, self.reason = LineField(), LineField()
        self.form.add(tr("What changed"), self.note)
        if lost:
            self._tell(lost)
            self.form.add(tr("Why that is right here"), self.reason)
        self.place(self.note, PlanNoteMissing)
        self.place(self.reason if lost else self.note, PlanReasonMissing)
        self.step_through(self.note, *((self.reason,) if lost else ()))

    def _tell(self, lost: Sequence[Lost]) -> None:
        self.body.insertWidget(1, body(tr("Taken from the shipped plan's safety:"), Tone.DANGER, bold=True))
        for place, one in enumerate(lost[:_TOLD], start=2):
            self.body.insertWidget(place, body(f"· {what_is_lost(one)}", Tone.DANGER).wrap())
        if len(lost) > _TOLD:
            more = tr("and {n} more; the approval shows them all").format(n=len(lost) - _TOLD)
            self.body.insertWidget(2 + _TOLD, body(more, Tone.DANGER))
