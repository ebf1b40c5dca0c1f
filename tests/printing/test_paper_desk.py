"""A paper that a person sends to the printer: what is said is what became of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.paper.profiles import A4
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from tests.printing.fake_printers import OfflinePrinter, RecordingPrinter
from tests.printing.some_paper import some_paper
from ui.printing.paper_desk import PaperPanel, ReadyPaper, show_paper
from ui.printing.printer import Printer
from ui.printing.printer_queue import PrintQueue


class Page(QWidget):
    """A page with a paper to print."""

    def __init__(self, context: object) -> None:
        super().__init__()

    def focus_search(self) -> None:
        """Nothing to look for."""


def printed(counter: OfficeBuilder, qtbot: QtBot, printer: Printer) -> str:
    """What is said last once the printer has answered."""
    queue = PrintQueue(lambda _: printer)
    shown: PageWindow[Page] = open_page(Page, "counter", counter.office, counter.cashier, counter.clock, printing=queue)
    try:
        shown.answers.will_answer(PaperPanel, True)
        show_paper(shown.context, ReadyPaper("应急检查单", some_paper(), A4))
        qtbot.waitUntil(lambda: not any(job.is_moving for job in queue.jobs))
        return shown.said[-1]
    finally:
        queue.close()
        shown.close()


def test_a_paper_that_no_printer_took_is_not_said_to_be_on_its_way(
    qapp: object, counter: OfficeBuilder, qtbot: QtBot
) -> None:
    said = printed(counter, qtbot, OfflinePrinter())
    assert "应急检查单" in said
    assert "Ctrl+S" in said, "at night, without a printer, it can still be kept"


def test_a_paper_that_came_out_is_said_to_be_printed(qapp: object, counter: OfficeBuilder, qtbot: QtBot) -> None:
    assert printed(counter, qtbot, RecordingPrinter()) == "“应急检查单” is printed"
