"""Many papers at once: each one after the other, stopped by a key, gone on with after a trouble."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.paper.profiles import A5_LANDSCAPE
from tests.printing.fake_printers import JammingPrinter, RecordingPrinter, SlowPrinter
from tests.printing.some_paper import some_paper
from ui.printing.batch_panel import BatchPanel
from ui.printing.print_batch import BatchPaper, PrintBatch
from ui.printing.print_job import JobState
from ui.printing.printer import Printer
from ui.printing.printer_queue import PrintQueue


class Work:
    def __init__(self, printer: Printer, count: int) -> None:
        self.queue = PrintQueue(lambda _name: printer)
        papers = [BatchPaper(f"notice {number}", A5_LANDSCAPE, some_paper) for number in range(count)]
        self.batch = PrintBatch(self.queue, papers)
        self.progress: list[tuple[int, int]] = []
        self.ends = 0
        self.batch.progressed.connect(lambda done, count: self.progress.append((done, count)))
        self.batch.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self.ends += 1


@pytest.fixture
def opened() -> Iterator[list[Work]]:
    works: list[Work] = []
    yield works
    for work in works:
        work.queue.close()


def work_on(opened: list[Work], printer: Printer, count: int) -> Work:
    opened.append(Work(printer, count))
    return opened[-1]


def test_a_batch_is_printed_in_order_and_says_how_far_it_is(qtbot: QtBot, opened: list[Work]) -> None:
    printer = RecordingPrinter()
    work = work_on(opened, printer, 3)
    work.batch.start()
    qtbot.waitUntil(lambda: work.ends == 1)
    assert printer.titles == ["notice 0", "notice 1", "notice 2"]
    assert work.progress == [(1, 3), (2, 3), (3, 3)]


def test_a_receipt_between_them_does_not_wait_for_all_of_them(qtbot: QtBot, opened: list[Work]) -> None:
    printer = SlowPrinter()
    work = work_on(opened, printer, 3)
    work.batch.start()
    qtbot.waitUntil(printer.began.is_set)
    work.queue.submit("R-000128", A5_LANDSCAPE, some_paper)
    printer.go.set()
    qtbot.waitUntil(lambda: work.ends == 1)
    assert printer.titles == ["notice 0", "R-000128", "notice 1", "notice 2"]


def test_a_batch_that_is_called_off_finishes_the_paper_in_the_printer_only(qtbot: QtBot, opened: list[Work]) -> None:
    printer = SlowPrinter()
    work = work_on(opened, printer, 3)
    work.batch.start()
    qtbot.waitUntil(printer.began.is_set)
    work.batch.call_off()
    printer.go.set()
    qtbot.waitUntil(lambda: work.ends == 1)
    assert printer.titles == ["notice 0"]
    assert work.batch.done == 1
    assert work.queue.unprinted == ()


def test_a_jam_stops_the_batch_and_printing_again_goes_on_without_a_gap(qtbot: QtBot, opened: list[Work]) -> None:
    printer = JammingPrinter()
    work = work_on(opened, printer, 2)
    panel = BatchPanel("Notices", work.batch)
    qtbot.addWidget(panel)
    work.batch.start()
    qtbot.waitUntil(lambda: panel.words.startswith("notice 0: Counter stopped at page 1."))
    printer.jammed = False
    assert work.batch.go_on()
    qtbot.waitUntil(lambda: work.ends == 1)
    assert printer.titles == ["notice 0", "notice 1"]


def test_a_batch_given_up_after_a_jam_leaves_nothing_behind(qtbot: QtBot, opened: list[Work]) -> None:
    work = work_on(opened, JammingPrinter(), 2)
    work.batch.start()
    qtbot.waitUntil(lambda: [job.state for job in work.queue.jobs] == [JobState.FAILED])
    work.batch.call_off()
    assert (work.ends, work.batch.done, work.queue.unprinted) == (1, 0, ())


def test_a_batch_of_nothing_is_over_at_once(qtbot: QtBot, opened: list[Work]) -> None:
    work = work_on(opened, RecordingPrinter(), 0)
    work.batch.start()
    assert work.ends == 1


def test_the_panel_answers_how_many_came_out(qtbot: QtBot, opened: list[Work]) -> None:
    work = work_on(opened, RecordingPrinter(), 2)
    panel = BatchPanel("Notices", work.batch)
    qtbot.addWidget(panel)
    answers: list[object] = []
    panel.answered.connect(answers.append)
    work.batch.start()
    qtbot.waitUntil(lambda: answers == [2])
