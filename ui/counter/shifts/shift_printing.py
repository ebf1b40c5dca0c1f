"""Sends the papers of shifts to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.language import tr
from app.core.show import show_shift
from app.counter.cash.cash_slip import CashSlipFacts
from app.counter.paper_copies import Paper
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.shift_reports import ShiftSheet
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
        show_paper(self._context, ReadyPaper(title, shift_pdf(facts), A4, missing_on_shift_paper(facts)))

    def print_slip(self, facts: CashSlipFacts) -> None:
        """The slip of cash in or out."""
        from app.paper.profiles import A5_LANDSCAPE  # noqa: PLC0415 - as above

        if self._context.printing is not None:
            title = tr("Cash slip {number}").format(number=facts.number)
            self._context.printing.submit(title, A5_LANDSCAPE, lambda: draw_slip(facts))

    def _submit(self, title: str, profile: PaperProfile, sheet: ShiftSheet) -> None:
        if self._context.printing is not None:
            self._context.printing.submit(title, profile, lambda: draw_sheet(sheet), tag=sheet)

    def _on_printed(self, job: PrintJob) -> None:
        if isinstance(job.tag, ShiftSheet):
            self._context.office.shift_reports.printed(job.tag)


def draw_sheet(sheet: ShiftSheet) -> bytes:
    """A report, or the slip of its cash, as a PDF."""
    from app.counter.papers.shift_paper import shift_pdf  # noqa: PLC0415 - as above
    from app.counter.papers.shift_slips import hand_over_pdf  # noqa: PLC0415 - as above

    draw = shift_pdf if sheet.paper is Paper.Z_REPORT else hand_over_pdf
    return draw(sheet.facts, sheet.mark)


def draw_slip(facts: CashSlipFacts) -> bytes:
    """The slip of cash in or out as a PDF."""
    from app.counter.papers.shift_slips import cash_slip_pdf  # noqa: PLC0415 - as above

    return cash_slip_pdf(facts)
