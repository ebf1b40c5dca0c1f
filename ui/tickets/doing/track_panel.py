"""One step of a complaint: the step first, then what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.complaints.asked import Answer, Plan, Review
from app.tickets.fields import Field
from app.tickets.flow_refusals import ReasonMissing
from app.tickets.kinds import ContactWay, MediationStep, ServiceClass
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Moved
from app.tickets.refusals import MajorNeedsOwner, TextMissing
from app.tickets.words import CLASSES, CONTACT_WAYS, MEDIATION
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, text_area
from ui.tickets.doing.track_steps import STEPS, TrackStep, open_steps
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField

_GRAVE = (ServiceClass.NORMAL, ServiceClass.MAJOR)


class TrackPanel(TicketPanel):
    """Fields that a step does not ask for are hidden."""

    def __init__(self, context: Context, row: TicketRow) -> None:
        super().__init__(context, tr("Step of the complaint"), tr("Write it down"), [row])
        self.step: ChoiceField[TrackStep] = ChoiceField(tr("Step"), [(tr(STEPS[one]), one) for one in open_steps(row)])
        self.text = text_area(tr("Words"), 4, self.look_again)
        self.department = LineField(tr("Department"))
        people = [(one.name, one.id) for one in context.office.people.listed() if one.active]
        self.owner: ChoiceField[int | None] = ChoiceField(tr("Answers for it"), [(tr("nobody yet"), None), *people])
        self.grave: ChoiceField[ServiceClass] = ChoiceField(tr("Class"), [(tr(CLASSES[one]), one) for one in _GRAVE])
        self.by_day = DateField(tr("Done by"), self._today)
        ways = [(tr(words), way) for way, words in CONTACT_WAYS.items()]
        self.way: ChoiceField[ContactWay] = ChoiceField(tr("How"), ways)
        self.final = CheckBox(tr("this is the final answer"), ticked=True)
        steps = [(tr(words), step) for step, words in MEDIATION.items()]
        self.mediation: ChoiceField[MediationStep] = ChoiceField(tr("Mediation"), steps)
        self._begin(row)
        self._lay_out_fields()

    def run(self) -> Done:
        step = self.step.value()
        assert step is not None
        done = self._ways[step]()
        return self.done(done, tr("{number}: {state}").format(number=self.row.number, state=tr(STEPS[step])))

    def _begin(self, row: TicketRow) -> None:
        if row.service_class is ServiceClass.MAJOR:
            self.grave.set_value(ServiceClass.MAJOR)
        self._asked: dict[TrackStep, tuple[QWidget, ...]] = {
            TrackStep.REVIEW: (self.department, self.owner, self.grave),
            TrackStep.PLAN: (self.by_day,),
            TrackStep.ANSWER: (self.way, self.final),
            TrackStep.MEDIATE: (self.mediation,),
            TrackStep.MAJOR: (self.owner,),
        }
        self._ways: dict[TrackStep, Callable[[], Moved]] = {
            TrackStep.REVIEW: self._review,
            TrackStep.PLAN: self._plan,
            TrackStep.PROGRESS: self._progress,
            TrackStep.ANSWER: self._answer,
            TrackStep.SATISFIED: lambda: self._satisfied(satisfied=True),
            TrackStep.NOT_SATISFIED: lambda: self._satisfied(satisfied=False),
            TrackStep.IMPROVE: self._improve,
            TrackStep.MEDIATE: self._mediate,
            TrackStep.MAJOR: self._make_major,
        }
        self.places = ((TextMissing, self.text), (ReasonMissing, self.text), (MajorNeedsOwner, self.owner))

    def _lay_out_fields(self) -> None:
        self.form.add(tr("Step"), self.step)
        for field in (self.department, self.owner, self.grave, self.by_day, self.way, self.mediation):
            self.form.add(field.accessibleName(), field)
        self.form.add("", self.final)
        self.form.add(tr("Words"), self.text)
        self.step.chosen.connect(lambda _: self._settle())
        self.lay_out(self.step)
        self._settle()

    def _settle(self) -> None:
        self.look_again()
        step = self.step.value()
        wanted = self._asked.get(step, ()) if step is not None else ()
        for fields in self._asked.values():
            for field in fields:
                self.form.show_row(field, shown=field in wanted)

    def _today(self) -> date:
        return self._context.clock.now().date()

    def _review(self) -> Moved:
        grave = self.grave.value()
        changed = None if grave is self.row.service_class or grave is None else grave
        asked = Review(self.text.text(), self.department.text(), service_class=changed, assignee_id=self.owner.value())  # type: ignore[arg-type]  # an id of a person
        return self._context.office.complaints.review(self._context.actor, self.row.id, self.row.version, asked)

    def _plan(self) -> Moved:
        asked = Plan(self.text.text(), self.by_day.value())
        return self._context.office.complaints.plan(self._context.actor, self.row.id, self.row.version, asked)

    def _progress(self) -> Moved:
        return self._context.office.complaints.progress(self._context.actor, self.row.id, self.text.text())

    def _answer(self) -> Moved:
        asked = Answer(
            self.text.text(), self.way.value() or ContactWay.PHONE, self.row.reporter, self.final.isChecked()
        )
        return self._context.office.complaints.answer(self._context.actor, self.row.id, self.row.version, asked)

    def _satisfied(self, *, satisfied: bool) -> Moved:
        office, by, row = self._context.office, self._context.actor, self.row
        return office.complaints.satisfied(by, row.id, row.version, satisfied=satisfied, text=self.text.text())

    def _improve(self) -> Moved:
        office, row = self._context.office, self.row
        return office.complaints.improve(self._context.actor, row.id, row.version, self.text.text())

    def _mediate(self) -> Moved:
        step = self.mediation.value() or MediationStep.HEARD
        return self._context.office.complaints.mediate(self._context.actor, self.row.id, step, self.text.text())

    def _make_major(self) -> Moved:
        owner = self.owner.value()
        if owner is None and not self.row.assignee:
            raise MajorNeedsOwner(self.row.number)
        values = {Field.SERVICE_CLASS: ServiceClass.MAJOR} | ({} if owner is None else {Field.ASSIGNEE: owner})
        changes, row = self._context.office.ticket_changes, self.row
        return changes.change(self._context.actor, row.id, row.version, values, self.text.text())
