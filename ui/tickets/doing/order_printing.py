"""The work order goes to the printer; what came out is noted, so that the next print is a marked copy."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.language import tr
from app.tickets.lists.rows import TicketRow
from app.tickets.papers.ticket_papers import TicketSheet
from ui.printing.print_job import PrintJob
from ui.shell.context import Context


class OrderPrinting(QObject):
    """Issues an order as the ticket stands now, and prints it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        if context.printing is not None:
            context.printing.printed.connect(self._on_printed)

    def print_order(self, row: TicketRow) -> None:
        """Send the order of a ticket. Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver."""
        from app.tickets.papers.draw_sheet import sheet_pdf  # noqa: PLC0415 - would read the drawing library
        from app.tickets.papers.work_order_paper import A5_UPRIGHT  # noqa: PLC0415 - as above

        papers, by = self._context.office.ticket_papers, self._context.actor
        sheet = papers.sheet(by, papers.issue_work_order(by, row.id))
        title = tr("Work order {number}").format(number=row.number)
        self._context.printing.submit(title, A5_UPRIGHT, lambda: sheet_pdf(sheet), sheet)
        self._context.messages.done(tr("“{paper}” went to the printer").format(paper=title))

    def _on_printed(self, job: PrintJob) -> None:
        if isinstance(job.tag, TicketSheet):
            self._context.office.ticket_papers.printed(job.tag)
