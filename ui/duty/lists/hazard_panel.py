"""The form of a hazard that was found."""

from __future__ import annotations

from datetime import date

from app.core.ids import BuildingId
from app.core.language import tr
from app.duty.hazards.flow import Grade, deadline
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.refusals import DutyTextMissing, DutyTextTooLong, HazardDueBefore, HazardPlaceMissing
from app.duty.words import GRADES
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class HazardPanel(EditPanel[str]):
    """Answers the number of the hazard; its deadline follows the grade until somebody types another."""

    def __init__(self, context: Context, asked: NewHazard | None = None) -> None:
        super().__init__(tr("New hazard"), self._find)
        self._context, self._asked = context, asked or NewHazard("", "")
        today = context.clock.now().date()
        self.what, self.place_of, self.owner = (
            LineField(tr("What was found")),
            LineField(tr("Place")),
            LineField(tr("Who sees to it")),
        )
        buildings = [(one.name, one.id) for one in context.office.estate.tree()]
        offered: list[tuple[str, BuildingId | None]] = [(tr("the estate"), None), *buildings]
        self.building: ChoiceField[BuildingId | None] = ChoiceField(tr("Building"), offered)
        self.grade: ChoiceField[Grade] = ChoiceField(tr("Grade"), [(tr(words), one) for one, words in GRADES.items()])
        self.due = DateField(tr("Deadline"), context.clock.now().date, required=True)
        self.form.add(tr("What was found"), self.what)
        self.form.add(tr("Building"), self.building)
        self.form.add(tr("Place"), self.place_of, hint=tr("So that somebody else finds it"))
        self.form.add(tr("Grade"), self.grade, hint=tr("major: danger to people, today"))
        self.form.add(tr("Who sees to it"), self.owner, hint=tr("Empty: named later"))
        self.form.add(tr("Deadline"), self.due)
        self._fill(today)
        self.place(self.what, DutyTextMissing, DutyTextTooLong)
        self.place(self.place_of, HazardPlaceMissing)
        self.place(self.due, HazardDueBefore)
        self.step_through(self.what, self.building, self.place_of, self.grade, self.owner, self.due)

    def _fill(self, today: date) -> None:
        self.what.setText(self._asked.what)
        self.place_of.setText(self._asked.place)
        self.grade.set_value(self._asked.grade)
        self.due.set_value(deadline(self._asked.grade, today))
        self.grade.chosen.connect(lambda grade: self.due.set_value(deadline(grade, today)))

    def _find(self) -> str:
        grade = self.grade.value()
        assert grade is not None
        new = NewHazard(
            self.what.text(),
            self.place_of.text(),
            grade,
            self.owner.text(),
            self.due.value(),
            self.building.value(),
            self._asked.round_id,
            self._asked.point,
        )
        hazards = self._context.office.hazards
        return hazards.hazard(hazards.find(self._context.actor, new)).number
