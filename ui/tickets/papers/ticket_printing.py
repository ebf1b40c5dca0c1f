"""Papers of tickets go to the printer; what came out is noted, so that the next print is a marked copy."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING

from app.counter.paper_copies import Paper, WaitingPrint
from app.paper.documents import DocumentKind
from app.tickets.papers.ticket_papers import TicketSheet
from ui.printing.left_paper import LeftPaper
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.paper_printing import PaperPrinting
from ui.printing.print_job import PrintJob
from ui.tickets.papers.paper_words import paper_title

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile

KINDS = {
    Paper.WORK_ORDER: DocumentKind.NOTICE,
    Paper.REPAIR_REPORT: DocumentKind.NOTICE,
    Paper.TICKET_SLIP: DocumentKind.SLIP,
}


class TicketPrinting(PaperPrinting):
    """The drawing library is read with the first paper."""

    def print_paper(self, number: int) -> bool:
        """The original until it came out, then a copy; whether it was sent. Raises NotPermitted for copies."""
        if self.is_moving(number):
            return False
        paper, facts = self._context.office.ticket_papers.facts(number)
        title = paper_title(paper, facts.number)
        if not plain_paper_agreed(self._context, KINDS[paper], title):
            return False
        self.forget(number)
        sheet = self._context.office.ticket_papers.sheet(self._context.actor, number)
        profile = profile_of(self._context.office.receipts.paper(), paper)
        draw = partial(draw_sheet, sheet, profile)
        self._context.printing.submit(title, profile, draw, tag=sheet, kind=KINDS[paper])
        return True

    def supersede(self, paper: Paper, number: str) -> None:
        """Let go of what never came out of this paper of a ticket: a new one says what holds now."""
        papers = self._context.office.ticket_papers
        for one in papers.waiting():
            if one.paper is paper and not self.is_moving(one.number) and papers.facts(one.number)[1].number == number:
                self.forget(one.number)
                papers.let_go(one)

    def left_over(self) -> list[LeftPaper]:
        queued = self.in_hand()
        return [self._left(one) for one in self._context.office.ticket_papers.waiting() if one.number not in queued]

    def paper_of(self, job: PrintJob) -> Hashable:
        return job.tag.number if isinstance(job.tag, TicketSheet) else None

    def note(self, job: PrintJob) -> None:
        if isinstance(job.tag, TicketSheet):
            self._context.office.ticket_papers.printed(job.tag)

    def _send(self, number: int) -> None:
        self.print_paper(number)

    def _left(self, one: WaitingPrint) -> LeftPaper:
        papers = self._context.office.ticket_papers
        return LeftPaper(
            key=f"{one.paper}-{one.number}",
            title=paper_title(one.paper, papers.facts(one.number)[1].number),
            kind=KINDS[one.paper],
            send=partial(self._send, one.number),
            came_out=partial(papers.came_out, one),
            let_go=partial(papers.let_go, one),
        )


def profile_of(receipt_paper: str, paper: Paper) -> PaperProfile:
    """What a paper is printed on; the resident's slip on the roll, where receipts come from one."""
    from app.paper.profiles import A4, A5_LANDSCAPE, PROFILES  # noqa: PLC0415 - not before the first paper
    from app.tickets.papers.work_order_paper import A5_UPRIGHT  # noqa: PLC0415 - as above

    if paper is Paper.TICKET_SLIP:
        profile = PROFILES[receipt_paper]
        return profile if profile.roll else A5_LANDSCAPE
    return A4 if paper is Paper.REPAIR_REPORT else A5_UPRIGHT


def draw_sheet(sheet: TicketSheet, profile: PaperProfile) -> bytes:
    """The paper as a PDF."""
    from app.tickets.papers.draw_sheet import sheet_pdf  # noqa: PLC0415 - as above

    return sheet_pdf(sheet, profile)
