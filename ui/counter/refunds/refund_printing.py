"""Sends refund slips to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.refunds.refund_facts import RefundFacts
from app.counter.refunds.refund_list import RefundRow
from app.counter.refunds.refunds import RefundSheet
from app.paper.documents import DocumentKind
from app.paper.profiles import A5_LANDSCAPE
from ui.printing.left_paper import LeftPaper
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.paper_printing import PaperPrinting
from ui.printing.print_batch import BatchPaper
from ui.printing.print_job import PrintJob


class RefundPrinting(PaperPrinting):
    """One slip on its way is not sent twice."""

    def print_slip(self, receipt_id: ReceiptId) -> None:
        """Queue the original until it was printed, then a copy with its number. Raises NotPermitted for copies."""
        if self.is_moving(receipt_id):
            return
        self.forget(receipt_id)
        made = self.prepare(receipt_id)
        if plain_paper_agreed(self._context, made.kind, made.title):
            self._context.printing.submit(made.title, made.paper, made.draw, tag=made.tag, kind=made.kind)

    def prepare(self, receipt_id: ReceiptId) -> BatchPaper:
        """The next paper of a refund, ready to be queued. Raises NotPermitted for copies."""
        sheet = self._context.office.refunds.sheet(self._context.actor, receipt_id)
        title = tr("Refund slip {label}").format(label=sheet.facts.label)
        return BatchPaper(title, A5_LANDSCAPE, partial(draw_slip, sheet), sheet, DocumentKind.REFUND)

    def open_drawer(self) -> None:
        """Cash is counted out."""
        if self._context.printing is not None:
            self._context.printing.open_drawer(tr("Cash drawer"))

    def left_over(self) -> list[LeftPaper]:
        """Slips whose original waits and that are not in this session's queue."""
        queued = self.in_hand()
        return [self._left(row) for row in self._context.office.refunds.waiting() if row.id not in queued]

    def paper_of(self, job: PrintJob) -> Hashable:
        return job.tag.receipt_id if isinstance(job.tag, RefundSheet) else None

    def note(self, job: PrintJob) -> None:
        assert isinstance(job.tag, RefundSheet)
        self._context.office.refunds.printed(job.tag.receipt_id, job.tag.copy_no)

    def _left(self, row: RefundRow) -> LeftPaper:
        office = self._context.office
        return LeftPaper(
            key=row.label,
            title=tr("Refund slip {label}").format(label=row.label),
            kind=DocumentKind.REFUND,
            send=partial(self.print_slip, row.id),
            came_out=partial(office.refunds.printed, row.id, 0),
            let_go=partial(office.receipts.let_go, row.id),
        )


def draw_slip(sheet: RefundSheet) -> bytes:
    """The slip as a PDF; the drawing library is read when the first one is drawn."""
    from app.counter.papers.refund_paper import refund_pdf  # noqa: PLC0415 - nobody waits for it

    return refund_pdf(sheet.facts, sheet.mark, voided=sheet.voided)


def draw_original(facts: RefundFacts, *, voided: bool) -> bytes:
    """The slip as it would come out of the printer."""
    from app.counter.papers.refund_paper import refund_pdf  # noqa: PLC0415 - as above

    return refund_pdf(facts, voided=voided)
