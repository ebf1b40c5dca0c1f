"""The list of papers: what became of each, and what a key can do about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.paper.documents import DocumentKind
from app.paper.profiles import A5_LANDSCAPE
from tests.accessibility import cut_texts, nameless
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from tests.printing.fake_printers import OfflinePrinter, RecordingPrinter
from tests.printing.some_paper import some_paper
from ui.printing.print_job import JobState, PrintJob
from ui.printing.printer import Printer
from ui.printing.printer_choice import PrinterChoice
from ui.printing.printer_queue import PrintQueue
from ui.printing.queue_panel import QueuePanel
from ui.shell.context import Context


class Desk:
    """A receipt that the default printer did not take, and another printer that would."""

    def __init__(self, office: OfficeBuilder, qtbot: QtBot) -> None:
        self.other = RecordingPrinter()
        printers: dict[str, Printer] = {"": OfflinePrinter(), "HP LaserJet": self.other}
        self.queue = PrintQueue(printers.__getitem__)
        self.queue.submit("Receipt R-000128", A5_LANDSCAPE, some_paper, kind=DocumentKind.RECEIPT)
        qtbot.waitUntil(lambda: self.states() == [JobState.FAILED])
        self.shown: PageWindow[QueuePanel] = open_page(
            self._make, "counter", office.office, office.cashier, office.clock, printing=self.queue
        )
        self.panel = self.shown.page

    def _make(self, context: Context) -> QueuePanel:
        panel = QueuePanel(context.printing, context.questions)
        panel.add_actions(context.actions)
        context.actions.open_modal(panel.context)
        return panel

    def states(self) -> list[JobState]:
        return [job.state for job in self.queue.jobs]

    def job(self) -> PrintJob:
        return self.queue.jobs[0]

    def why(self) -> str:
        return self.panel.why

    def close(self) -> None:
        self.panel.give_up()
        self.queue.close()
        self.shown.close()


@pytest.fixture
def desk(counter: OfficeBuilder, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(counter, qtbot)
    yield desk
    desk.close()


def test_p8_a_paper_that_was_not_printed_says_why(desk: Desk) -> None:
    assert desk.why().startswith("The printer Counter is not set up on this computer.")


def test_p8_another_printer_takes_it_once(desk: Desk, qtbot: QtBot) -> None:
    desk.shown.answers.will_answer(PrinterChoice, "HP LaserJet")
    desk.shown.keys.press("F6")
    qtbot.waitUntil(lambda: desk.states() == [JobState.PRINTED])
    assert desk.other.titles == ["Receipt R-000128"]
    assert desk.job().printer == "HP LaserJet"
    assert desk.why() == ""
    desk.shown.keys.press("F6")
    assert desk.other.titles == ["Receipt R-000128"]
    desk.shown.answers.all_used()


def test_p8_printing_again_goes_to_the_same_printer(desk: Desk, qtbot: QtBot) -> None:
    moved: list[JobState] = []
    desk.queue.job_changed.connect(lambda job: moved.append(job.state))
    desk.shown.keys.press("Return")
    qtbot.waitUntil(lambda: moved[-1:] == [JobState.FAILED])
    assert moved == [JobState.WAITING, JobState.PRINTING, JobState.FAILED]


def test_p8_a_paper_that_came_out_is_not_sent_again(desk: Desk) -> None:
    desk.shown.answers.will_confirm(yes=True)
    desk.shown.keys.press("F8")
    assert desk.states() == [JobState.PRINTED]
    assert desk.other.titles == []


def test_saying_no_leaves_it_waiting(desk: Desk) -> None:
    desk.shown.answers.will_confirm(yes=False)
    desk.shown.keys.press("F8")
    assert desk.states() == [JobState.FAILED]


def test_a_paper_that_nobody_wants_any_more_is_taken_back(desk: Desk) -> None:
    desk.shown.keys.press("Del")
    assert desk.states() == [JobState.DROPPED]
    assert desk.queue.unprinted == ()


def test_a_new_paper_shows_above_the_others(desk: Desk, qtbot: QtBot) -> None:
    desk.queue.submit("Z 0231", A5_LANDSCAPE, some_paper, kind=DocumentKind.Z_REPORT)
    qtbot.waitUntil(lambda: [job.title for job in desk.panel.table.rows_model.rows] == ["Z 0231", "Receipt R-000128"])


def test_every_part_has_a_name_and_no_words_are_cut(desk: Desk) -> None:
    assert nameless(desk.panel) == []
    assert cut_texts(desk.panel) == []
