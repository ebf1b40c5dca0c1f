"""The word of progress that a major complaint asks for: what the resident was told."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.complaints.progress import ProgressDue
from app.tickets.deadlines.warning_words import progress_words
from app.tickets.refusals import TextMissing, TicketTextTooLong
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.text_area import TextArea


class ProgressPanel(EditPanel[str]):
    """Answers the number of the complaint once the word stands in its timeline."""

    def __init__(self, context: Context, row: ProgressDue) -> None:
        super().__init__(tr("Word of progress"), self._write, words=progress_words(row), width=720)
        self._context, self._row = context, row
        self.text = TextArea(tr("What the resident was told"), lines=4)
        self.form.add(tr("What the resident was told"), self.text)
        self.place(self.text, TextMissing, TicketTextTooLong)
        self.setFocusProxy(self.text)

    def _write(self) -> str:
        self._context.office.complaints.progress(self._context.actor, self._row.ticket_id, self.text.text())
        return self._row.ticket.number
