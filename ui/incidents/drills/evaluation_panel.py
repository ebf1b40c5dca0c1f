"""A drill is gone over: a grade for each point, who took part, what was found."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.drills.evaluation import Attendance, Evaluation
from app.incidents.drills.grades import Grade, Point
from app.incidents.drills.read_drills import PlayedDrill
from app.incidents.drills.refusals import FindingNeedsOwner, NobodyTookPart
from ui.incidents.drills.findings_field import FindingsField
from ui.sentences.drills import GRADES, POINTS
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.text_area import TextArea


class EvaluationPanel(EditPanel[Evaluation]):
    """Answers what was kept; a drill that is graded already is only shown."""

    def __init__(self, context: Context, drill: PlayedDrill, plan: str) -> None:
        title = f"{drill.number}  {plan}"
        super().__init__(title, self._keep, width=900)
        self._context = context
        self._drill = drill
        self.grades: dict[Point, ChoiceField[Grade | None]] = {
            point: _grade_field(tr(POINTS[point])) for point in Point
        }
        self.people = TextArea(tr("Who took part"), lines=3)
        self.findings = FindingsField(lambda: context.clock.now().date())
        for point, field in self.grades.items():
            self.form.add(tr(POINTS[point]), field)
        self.form.add(tr("Who took part"), self.people, hint=tr("One person a line: name, then the role."))
        self.form.add(tr("What was found"), self.findings)
        self.place(self.people, NobodyTookPart)
        self.place(self.findings, FindingNeedsOwner)
        self.setFocusProxy(self.grades[Point.ALARM])
        EnterSteps([*self.grades.values()], self.people.setFocus, self)
        if drill.evaluation is not None:
            self._show(drill.evaluation)

    def add_actions(self, actions: ActionRegistry) -> None:
        if self._drill.evaluation is None:
            super().add_actions(actions)
        else:
            self.add_button(actions, "read", tr("Back"), ("Esc", "Return"), self.give_up)

    def _show(self, said: Evaluation) -> None:
        for point, field in self.grades.items():
            field.set_value(said.grades[point])
            field.setEnabled(False)
        self.people.set_text("\n".join(f"{one.person} {one.role}".strip() for one in said.attendances))
        self.people.setReadOnly(True)
        self.setFocusProxy(self.people)
        self.findings.show_findings(said.findings)
        self.findings.setEnabled(False)

    def _keep(self) -> Evaluation:
        grades = {point: field.value() for point, field in self.grades.items()}
        asked = Evaluation(
            {point: grade for point, grade in grades.items() if grade is not None},
            tuple(_attendance(line) for line in self.people.text().splitlines()),
            self.findings.value(),
        )
        return self._context.office.drills.evaluate(self._context.actor, self._drill.incident_id, asked)


def _grade_field(name: str) -> ChoiceField[Grade | None]:
    offered: list[tuple[str, Grade | None]] = [(tr("choose"), None)]
    return ChoiceField(name, [*offered, *((tr(words), grade) for grade, words in GRADES.items())])


def _attendance(line: str) -> Attendance:
    """A comma stands before the role; where there is none a blank does, but in the name of a foreigner."""
    even = line.replace("，", ",").replace("、", ",")
    sign = "," if "," in even or even.isascii() else " "
    person, _, role = even.strip().partition(sign)
    return Attendance(person, role)
