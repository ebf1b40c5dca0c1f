"""Sends the papers of shifts to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING

from app.core.language import tr
from app.core.show import show_shift
from app.counter.cash.cash_slips import CashSlips, CashSlipSheet
from app.counter.paper_copies import Paper, WaitingPrint
from app.counter.shifts.shift_facts import ShiftFacts, z_label
from app.counter.shifts.shift_reports import ShiftReports, ShiftSheet
from app.paper.documents import DocumentKind
from ui.printing.left_paper import LeftPaper
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.paper_printing import PaperPrinting
from ui.printing.print_job import PrintJob

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile


class ShiftPrinting(PaperPrinting):
    """Papers are drawn off the window's thread; the drawing library is read with the first."""

    def print_report(self, number: int, paper: Paper = Paper.Z_REPORT) -> None:
        """The original until it came out, then a copy with its number. Raises NotPermitted for copies."""
        from app.paper.profiles import A4, A5_LANDSCAPE  # noqa: PLC0415 - not before the first paper

        if self.is_moving((paper, number)):
            return
        self.forget((paper, number))
        sheet = self._context.office.shift_reports.sheet(self._context.actor, number, paper)
        profile = A4 if paper is Paper.Z_REPORT else A5_LANDSCAPE
        self._submit(paper_title(paper, number), profile, sheet)

    def show_x(self, facts: ShiftFacts) -> None:
        """The X report on the screen, to be printed or saved; it has no number and no copies."""
        from app.counter.papers.shift_paper import missing_on_shift_paper, shift_pdf  # noqa: PLC0415 - as above
        from app.paper.profiles import A4  # noqa: PLC0415 - as above
        from ui.printing.paper_desk import ReadyPaper, show_paper  # noqa: PLC0415 - as above

        title = tr("X report, shift {shift}").format(shift=show_shift(facts.shift))
        missing = missing_on_shift_paper(facts)
        show_paper(self._context, ReadyPaper(title, shift_pdf(facts), A4, missing, DocumentKind.Z_REPORT))

    def print_slip(self, number: int) -> None:
        """The slip of cash in or out: the original until it came out, then a copy. Raises NotPermitted for copies."""
        from app.paper.profiles import A5_LANDSCAPE  # noqa: PLC0415 - as above

        if self.is_moving((Paper.CASH_SLIP, number)):
            return
        self.forget((Paper.CASH_SLIP, number))
        sheet = self._context.office.cash_slips.sheet(self._context.actor, number)
        if self._context.printing is not None:
            title = paper_title(Paper.CASH_SLIP, number)
            if not plain_paper_agreed(self._context, DocumentKind.SLIP, title):
                return
            draw = partial(draw_slip, sheet)
            self._context.printing.submit(title, A5_LANDSCAPE, draw, tag=sheet, kind=DocumentKind.SLIP)

    def open_drawer(self) -> bool:
        """Open the drawer at the printer; False where no printer opens one."""
        return self._context.printing.open_drawer(tr("Cash drawer"))

    def _submit(self, title: str, profile: PaperProfile, sheet: ShiftSheet) -> None:
        if self._context.printing is not None:
            kind = DocumentKind.Z_REPORT if sheet.paper is Paper.Z_REPORT else DocumentKind.SLIP
            if not plain_paper_agreed(self._context, kind, title):
                return
            self._context.printing.submit(title, profile, partial(draw_sheet, sheet), tag=sheet, kind=kind)

    def left_over(self) -> list[LeftPaper]:
        """Papers that were asked for and are not in this session's queue, oldest first."""
        office, queued = self._context.office, self.in_hand()
        reports = [self._left(one, office.shift_reports) for one in office.shift_reports.waiting()]
        slips = [self._left(one, office.cash_slips) for one in office.cash_slips.waiting()]
        return [left for paper, left in (*reports, *slips) if paper not in queued]

    def paper_of(self, job: PrintJob) -> Hashable:
        if isinstance(job.tag, ShiftSheet):
            return (job.tag.paper, job.tag.facts.no)
        return (Paper.CASH_SLIP, job.tag.facts.number) if isinstance(job.tag, CashSlipSheet) else None

    def note(self, job: PrintJob) -> None:
        if isinstance(job.tag, ShiftSheet):
            self._context.office.shift_reports.printed(job.tag)
        elif isinstance(job.tag, CashSlipSheet):
            self._context.office.cash_slips.printed(job.tag)

    def _left(self, one: WaitingPrint, service: ShiftReports | CashSlips) -> tuple[Hashable, LeftPaper]:
        is_slip = one.paper is Paper.CASH_SLIP
        send = partial(self.print_slip, one.number) if is_slip else partial(self.print_report, one.number, one.paper)
        left = LeftPaper(
            key=f"{one.paper}-{one.number}",
            title=paper_title(one.paper, one.number),
            kind=DocumentKind.Z_REPORT if one.paper is Paper.Z_REPORT else DocumentKind.SLIP,
            send=send,
            came_out=partial(service.came_out, one),
            let_go=partial(service.let_go, one),
        )
        return (one.paper, one.number), left


def paper_title(paper: Paper, number: int) -> str:
    """`Z report Z-000012`."""
    if paper is Paper.CASH_SLIP:
        return tr("Cash slip {number}").format(number=number)
    words = tr("Z report {label}") if paper is Paper.Z_REPORT else tr("Hand-over slip {label}")
    return words.format(label=z_label(number))


def draw_sheet(sheet: ShiftSheet) -> bytes:
    """A report, or the slip of its cash, as a PDF."""
    from app.counter.papers.shift_paper import shift_pdf  # noqa: PLC0415 - as above
    from app.counter.papers.shift_slips import hand_over_pdf  # noqa: PLC0415 - as above

    draw = shift_pdf if sheet.paper is Paper.Z_REPORT else hand_over_pdf
    return draw(sheet.facts, sheet.mark)


def draw_slip(sheet: CashSlipSheet) -> bytes:
    """The slip of cash in or out as a PDF."""
    from app.counter.papers.shift_slips import cash_slip_pdf  # noqa: PLC0415 - as above

    return cash_slip_pdf(sheet.facts, sheet.mark)
