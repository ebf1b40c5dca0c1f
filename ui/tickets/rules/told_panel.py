"""The tick of who was told of a late ticket."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.deadlines.clock_words import CLOCKS, STEPS, standing_words
from app.tickets.deadlines.escalations import Escalated
from app.tickets.deadlines.refusals import StepNotReached, ToldBefore, ToldWhom
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class ToldPanel(EditPanel[str]):
    """Answers the name once the tick is stored, with the time of this moment."""

    def __init__(self, context: Context, row: Escalated) -> None:
        words = tr("{number}, {where}: {clock}, {standing}").format(
            number=row.ticket.number,
            where=row.ticket.where,
            clock=tr(CLOCKS[row.clock.rule.name]),
            standing=standing_words(row.reckoned),
        )
        super().__init__(tr("Who was told?"), self._tick, words=words, width=640)
        self._context = context
        self._row = row
        self.told = LineField(tr("Told"))
        self.told.setText(row.step.whom)
        self.body.insertWidget(1, body(tr(STEPS[row.step.step])).wrap())
        self.form.add(tr("Told"), self.told, hint=tr("The time of this moment is kept with it."))
        self.place(self.told, ToldWhom, ToldBefore, StepNotReached)
        self.step_through(self.told)

    def _tick(self) -> str:
        name = self.told.text().strip()
        self._context.office.escalations.tell(self._context.actor, self._row.clock_id, self._row.step.step, name)
        return name
