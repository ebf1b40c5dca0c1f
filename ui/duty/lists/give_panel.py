"""Who sees to a hazard, and by when."""

from __future__ import annotations

from app.core.language import tr
from app.duty.hazards.flow import Grade
from app.duty.hazards.hazard_facts import Hazard
from app.duty.refusals import HazardDueBefore, HazardOwnerMissing
from app.duty.words import GRADES
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class GivePanel(EditPanel[bool]):
    """The grade can be set anew here as well."""

    def __init__(self, context: Context, one: Hazard) -> None:
        super().__init__(tr("Owner and deadline"), self._give, words=f"{one.number}  {one.where}: {one.what}")
        self._context, self._one = context, one
        today = context.clock.now().date
        self.owner, self.due = LineField(tr("Who sees to it")), DateField(tr("Deadline"), today, required=True)
        self.grade: ChoiceField[Grade] = ChoiceField(tr("Grade"), [(tr(words), kind) for kind, words in GRADES.items()])
        self.owner.setText(one.owner)
        self.due.set_value(max(one.due_on, today()))
        self.grade.set_value(one.grade)
        self.form.add(tr("Who sees to it"), self.owner)
        self.form.add(tr("Deadline"), self.due)
        self.form.add(tr("Grade"), self.grade)
        self.place(self.owner, HazardOwnerMissing)
        self.place(self.due, HazardDueBefore)
        self.step_through(self.owner, self.due, self.grade)

    def _give(self) -> bool | None:
        hazards, by, due, grade = (
            self._context.office.hazards,
            self._context.actor,
            self.due.value(),
            self.grade.value(),
        )
        if due is None or grade is None:
            return None
        with self._context.office.store.transaction():
            hazards.give(by, self._one.id, self.owner.text(), due)
            if grade is not self._one.grade:
                hazards.grade(by, self._one.id, grade)
        return True
