"""Sends refund slips to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.refunds.refund_facts import RefundFacts
from app.counter.refunds.refunds import RefundSheet
from app.paper.documents import DocumentKind
from app.paper.profiles import A5_LANDSCAPE
from ui.printing.print_job import JobState, PrintJob
from ui.shell.context import Context


class RefundPrinting(QObject):
    """One slip on its way is not sent twice."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        if context.printing is not None:
            context.printing.printed.connect(self._on_printed)

    def print_slip(self, receipt_id: ReceiptId) -> None:
        """Queue the original until it was printed, then a copy with its number. Raises NotPermitted for copies."""
        if receipt_id in self._on_their_way():
            return
        sheet = self._context.office.refunds.sheet(self._context.actor, receipt_id)
        title = tr("Refund slip {label}").format(label=sheet.facts.label)
        self._context.printing.submit(
            title, A5_LANDSCAPE, lambda: draw_slip(sheet), tag=sheet, kind=DocumentKind.REFUND
        )

    def open_drawer(self) -> None:
        """Cash is counted out."""
        if self._context.printing is not None:
            self._context.printing.open_drawer(tr("Cash drawer"))

    def _on_their_way(self) -> set[ReceiptId]:
        moving = (JobState.WAITING, JobState.PRINTING)
        jobs = (job for job in self._context.printing.jobs if job.state in moving)
        return {job.tag.receipt_id for job in jobs if isinstance(job.tag, RefundSheet)}

    def _on_printed(self, job: PrintJob) -> None:
        if isinstance(job.tag, RefundSheet):
            self._context.office.refunds.printed(job.tag.receipt_id, job.tag.copy_no)


def draw_slip(sheet: RefundSheet) -> bytes:
    """The slip as a PDF; the drawing library is read when the first one is drawn."""
    from app.counter.papers.refund_paper import refund_pdf  # noqa: PLC0415 - nobody waits for it

    return refund_pdf(sheet.facts, sheet.mark, voided=sheet.voided)


def draw_original(facts: RefundFacts, *, voided: bool) -> bytes:
    """The slip as it would come out of the printer."""
    from app.counter.papers.refund_paper import refund_pdf  # noqa: PLC0415 - as above

    return refund_pdf(facts, voided=voided)
