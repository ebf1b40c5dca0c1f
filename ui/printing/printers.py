"""The printers that papers go to, each made with the first job that needs it."""

from __future__ import annotations

from collections.abc import Callable

from app.paper.documents import PrintSetup
from ui.printing.print_job import PrintJob
from ui.printing.printer import Printer, RawPrinter
from ui.printing.printer_sources import Content


class Printers:
    """Worked with on the queue's thread."""

    def __init__(self, make: Callable[[str], Printer], make_raw: Callable[[str], RawPrinter]) -> None:
        self._make, self._make_raw = make, make_raw
        self._made: dict[str, Printer] = {}

    def print(self, job: PrintJob, content: Content, setup: PrintSetup) -> None:
        """Draw the paper and print it, in the printer's own letters where it is set up so.

        Raises PrinterMissing, PaperSizeRefused, PrintingFailed, and what drawing raises.
        """
        if setup.own_letters and content.own_letters is not None:
            self._make_raw(job.printer).print_bytes(content.own_letters(), job.title)
        else:
            offset = setup.offset_on(job.printer)
            self._named(job.printer).print_pdf(content.draw(), job.paper, job.title, offset)

    def _named(self, name: str) -> Printer:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]
