"""Another day for a review."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.core.show import show_date
from app.incidents.journal.rows import JournalRow
from ui.shell.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel


class ReviewDayPanel(EditPanel[str]):
    """Answers the day in words once it is kept."""

    def __init__(self, context: Context, row: JournalRow) -> None:
        super().__init__(tr("Review of {number}").format(number=row.number), self._keep, width=520)
        self._context = context
        self._row = row
        self.day = DateField(tr("On which day"), self._today, required=True)
        self.day.set_value(row.review_on)
        self.form.add(tr("On which day"), self.day)
        self.step_through(self.day)

    def _keep(self) -> str:
        day = self.day.value()
        assert day is not None
        self._context.office.incidents.move_review(self._context.actor, self._row.id, day)
        return show_date(day)

    def _today(self) -> date:
        return self._context.clock.now().date()
