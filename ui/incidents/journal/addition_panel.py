"""A dated addition to a closed incident."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.journal.rows import JournalRow
from app.incidents.running.refusals import WordsMissing
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class AdditionPanel(EditPanel[str]):
    """Answers the number of the incident once the words stand in its log."""

    def __init__(self, context: Context, row: JournalRow) -> None:
        title = tr("Add to {number}").format(number=row.number)
        super().__init__(title, self._keep, words=tr("What is written stays, with today's day and your name."))
        self._context = context
        self._row = row
        self.words = LineField(tr("What has to be said"))
        self.form.add(tr("What has to be said"), self.words)
        self.place(self.words, WordsMissing)
        self.step_through(self.words)

    def _keep(self) -> str:
        self._context.office.incidents.add(self._context.actor, self._row.id, self.words.text())
        return self._row.number
