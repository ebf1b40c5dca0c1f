"""The tab of tickets with a printer that can be switched off and on."""

from __future__ import annotations

from PySide6.QtTest import QTest

from app.paper.documents import Offset
from app.paper.profiles import PaperProfile
from app.paper.refusals import PrinterMissing
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.desk import Desk
from ui.printing.printer_queue import PrintQueue


class SwitchedPrinter:
    """Keeps what it gets while it is on."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self.papers: list[tuple[str, str]] = []

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        if not self.on:
            raise PrinterMissing("Counter")
        self.papers.append((title, paper.name))

    @property
    def titles(self) -> list[str]:
        return [title for title, _ in self.papers]


class PrintingDesk:
    """One run of the program: its queue ends with it."""

    def __init__(self, office: OfficeBuilder, *, on: bool = True) -> None:
        self.printer = SwitchedPrinter(on=on)
        self.queue = PrintQueue(lambda _name: self.printer)
        self.desk = Desk(office, office.supervisor, panels=True, printing=self.queue)

    def printed(self) -> list[str]:
        """The titles that came out, once nothing moves any more."""
        for _ in range(400):
            QTest.qWait(10)
            if not any(job.is_moving for job in self.queue.jobs):
                break
        QTest.qWait(20)
        return self.printer.titles

    def notice(self) -> str:
        """What is said above the ticket."""
        strip = self.desk.page.desk.work.papers.notice
        return strip.text() if strip.isVisible() else ""

    def close(self) -> None:
        self.desk.close()
        self.queue.close()
