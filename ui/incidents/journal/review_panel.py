"""The minutes of a review: who was there, what was found, the cause, what changes."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.incidents.reports.refusals import ReviewIncomplete
from app.incidents.reports.report_facts import ReportFacts
from app.incidents.reports.review import Review
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea


class ReviewPanel(EditPanel[str]):
    """Answers the number of the incident once its minutes are kept; the plan's own questions stand above."""

    def __init__(self, context: Context, facts: ReportFacts) -> None:
        title = tr("Review of {number}").format(number=facts.view.number)
        super().__init__(title, self._keep, words=_asked(facts))
        self._context = context
        self._facts = facts
        self.held_on = DateField(tr("Held on"), self._today, required=True)
        self.present, self.cause = LineField(tr("Who took part")), LineField(tr("Cause"))
        self.findings = TextArea(tr("Findings of the review"), lines=4)
        self.improvements = TextArea(tr("What changes"), lines=3)
        self.tickets = CheckBox(tr("Make a ticket of each change"))
        self._fill()
        self.form.add(tr("Held on"), self.held_on)
        self.form.add(tr("Who took part"), self.present)
        self.form.add(tr("Findings of the review"), self.findings)
        self.form.add(tr("Cause"), self.cause)
        self.form.add(tr("What changes"), self.improvements, hint=tr("One change a line"))
        self.form.add("", self.tickets)
        self.place(self.present, ReviewIncomplete)
        self.step_through(self.present, self.cause)

    def _fill(self) -> None:
        closing = self._facts.closing
        self.held_on.set_value(self._today())
        self.present.setText(tr(", ").join(dict.fromkeys(name for name in self._facts.view.roles.values() if name)))
        self.cause.setText(closing.cause if closing is not None else "")

    def _keep(self) -> str:
        held_on = self.held_on.value()
        assert held_on is not None
        review = Review(
            held_on,
            self.present.text().strip(),
            self.findings.text().strip(),
            self.cause.text().strip(),
            self.improvements.text().strip(),
        )
        self._context.office.incident_reports.review(
            self._context.actor, self._facts.view.id, review, tickets=self.tickets.isChecked()
        )
        return self._facts.view.number

    def _today(self) -> date:
        return self._context.clock.now().date()


def _asked(facts: ReportFacts) -> str:
    return "\n".join(f"· {said(question)}" for question in facts.view.plan.after)
