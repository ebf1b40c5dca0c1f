"""Sends the papers of shifts to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.language import tr
from app.core.show import show_shift
from app.counter.cash.cash_slips import CashSlipSheet
from app.counter.paper_copies import Paper
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.shift_reports import ShiftSheet
from app.paper.documents import DocumentKind
from ui.printing.print_job import PrintJob
from ui.shell.context import Context

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile


class ShiftPrinting(QObject):
    """Papers are drawn off the window's thread; the drawing library is read with the first."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        if context.printing is not None:
            context.printing.printed.connect(self._on_printed)

    def print_report(self, number: int, paper: Paper = Paper.Z_REPORT) -> None:
        """The original until it came out, then a copy with its number. Raises NotPermitted for copies."""
        from app.paper.profiles import A4, A5_LANDSCAPE  # noqa: PLC0415 - not before the first paper

        sheet = self._context.office.shift_reports.sheet(self._context.actor, number, paper)
        title = tr("Z report {label}") if paper is Paper.Z_REPORT else tr("Hand-over slip {label}")
        profile = A4 if paper is Paper.Z_REPORT else A5_LANDSCAPE
        self._submit(title.format(label=sheet.facts.label), profile, sheet)

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

        sheet = self._context.office.cash_slips.sheet(self._context.actor, number)
        if self._context.printing is not None:
            title = tr("Cash slip {number}").format(number=number)
            draw = partial(draw_slip, sheet)
            self._context.printing.submit(title, A5_LANDSCAPE, draw, tag=sheet, kind=DocumentKind.SLIP)

    def open_drawer(self) -> bool:
        """Open the drawer at the printer; False where no printer opens one."""
        return self._context.printing.open_drawer(tr("Cash drawer"))

    def _submit(self, title: str, profile: PaperProfile, sheet: ShiftSheet) -> None:
        if self._context.printing is not None:
            kind = DocumentKind.Z_REPORT if sheet.paper is Paper.Z_REPORT else DocumentKind.SLIP
            self._context.printing.submit(title, profile, partial(draw_sheet, sheet), tag=sheet, kind=kind)

    def _on_printed(self, job: PrintJob) -> None:
        if isinstance(job.tag, ShiftSheet):
            self._context.office.shift_reports.printed(job.tag)
        elif isinstance(job.tag, CashSlipSheet):
            self._context.office.cash_slips.printed(job.tag)


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
