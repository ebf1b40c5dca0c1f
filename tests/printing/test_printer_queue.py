"""The queue: nothing waits for a printer, nothing is printed twice, and every trouble can be mended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.paper.profiles import A5_LANDSCAPE
from app.paper.refusals import PrinterMissing, PrintingFailed, TextDoesNotFit
from tests.printing.fake_printers import JammingPrinter, OfflinePrinter, RecordingPrinter, SlowPrinter
from tests.printing.some_paper import some_paper
from ui.printing.print_job import JobState, PrintJob
from ui.printing.printer import Printer
from ui.printing.printer_queue import PrintQueue
from ui.sentences import say

Queue = Callable[..., PrintQueue]


@pytest.fixture
def queue_on(qtbot: QtBot) -> Iterator[Queue]:
    """Makes a queue on the given printers, by name; the first one is the default."""
    opened: list[PrintQueue] = []

    def on(*printers: Printer) -> PrintQueue:
        queue = PrintQueue(lambda name: printers[int(name or 0)])
        opened.append(queue)
        return queue

    yield on
    for queue in opened:
        queue.close()


def submit(queue: PrintQueue, title: str = "R-000128", tag: object = None) -> PrintJob:
    return queue.submit(title, A5_LANDSCAPE, some_paper, tag)


def states(queue: PrintQueue) -> list[JobState]:
    return [job.state for job in queue.jobs]


def test_papers_are_printed_in_order_away_from_the_window(qtbot: QtBot, queue_on: Queue) -> None:
    printer = RecordingPrinter()
    queue = queue_on(printer)
    for number in range(3):
        submit(queue, f"R-{number}")
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert printer.papers == [(f"R-{number}", some_paper()) for number in range(3)]
    assert printer.threads == {"printing"}


def test_no_printer_is_made_before_the_first_paper(qtbot: QtBot) -> None:
    made: list[str] = []

    def make(name: str) -> Printer:
        made.append(name)
        return RecordingPrinter()

    queue = PrintQueue(make)
    qtbot.wait(20)
    assert made == []
    for _ in range(2):
        submit(queue)
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert made == [""]
    queue.close()


def test_each_state_is_told_once_with_what_the_asker_wants_to_find_it_by(qtbot: QtBot, queue_on: Queue) -> None:
    queue = queue_on(RecordingPrinter())
    told: list[PrintJob] = []
    done: list[PrintJob] = []
    queue.job_changed.connect(told.append)
    queue.printed.connect(done.append)
    submit(queue, tag=128)
    qtbot.waitUntil(lambda: bool(done))
    assert [(job.tag, job.state) for job in told] == [(128, JobState.PRINTING), (128, JobState.PRINTED)]
    assert done == told[-1:]


def test_a_slow_printer_holds_nobody_up(qtbot: QtBot, queue_on: Queue) -> None:
    printer = SlowPrinter()
    queue = queue_on(printer)
    began = time.monotonic()
    submit(queue)
    submit(queue)
    assert time.monotonic() - began < 0.1
    qtbot.waitUntil(printer.began.is_set)
    qtbot.waitUntil(lambda: states(queue) == [JobState.PRINTING, JobState.WAITING])
    printer.go.set()
    qtbot.waitUntil(lambda: not queue.unprinted)


def test_what_is_being_printed_is_not_sent_again(qtbot: QtBot, queue_on: Queue) -> None:
    printer = SlowPrinter()
    queue = queue_on(printer)
    job = submit(queue)
    qtbot.waitUntil(lambda: states(queue) == [JobState.PRINTING])
    assert not queue.retry()
    assert not queue.retry(job)
    printer.go.set()
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert printer.titles == ["R-000128"]


def test_a_missing_printer_is_said_in_words_and_the_paper_waits(qtbot: QtBot, queue_on: Queue) -> None:
    queue = queue_on(OfflinePrinter())
    with qtbot.waitSignal(queue.failed) as signal:
        submit(queue)
    assert signal.args is not None
    error = signal.args[0].error
    assert isinstance(error, PrinterMissing)
    assert say(error).startswith("The printer Counter is not set up on this computer. Switch it on")
    assert [job.state for job in queue.unprinted] == [JobState.FAILED]


def test_after_changing_the_printer_the_same_paper_is_sent_there_once(qtbot: QtBot, queue_on: Queue) -> None:
    other = RecordingPrinter()
    queue = queue_on(OfflinePrinter(), other)
    job = submit(queue)
    qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED])
    queue.use_printer("1")
    assert queue.retry(job)
    assert queue.printer == "1"
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert other.papers == [("R-000128", some_paper())]
    assert not queue.retry(job)


def test_a_jam_names_the_page_and_the_paper_can_be_printed_again(qtbot: QtBot, queue_on: Queue) -> None:
    printer = JammingPrinter()
    queue = queue_on(printer)
    queue.submit("R-000128", A5_LANDSCAPE, lambda: some_paper(3))
    qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED])
    error = queue.jobs[0].error
    assert isinstance(error, PrintingFailed)
    assert say(error).startswith("Counter stopped at page 2.")
    printer.jammed = False
    queue.retry()
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert printer.titles == ["R-000128"]


def test_a_paper_that_cannot_be_drawn_fails_with_its_reason(qtbot: QtBot, queue_on: Queue) -> None:
    def refuse() -> bytes:
        raise TextDoesNotFit("much too long")

    printer = RecordingPrinter()
    queue = queue_on(printer)
    queue.submit("R-000128", A5_LANDSCAPE, refuse)
    submit(queue, "R-000129")
    qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED, JobState.PRINTED])
    assert isinstance(queue.jobs[0].error, TextDoesNotFit)
    assert printer.titles == ["R-000129"]


def test_a_bug_while_printing_reaches_the_window_and_the_queue_goes_on(qtbot: QtBot, queue_on: Queue) -> None:
    def break_down() -> bytes:
        raise ZeroDivisionError

    queue = queue_on(RecordingPrinter())
    with qtbot.captureExceptions() as caught:
        queue.submit("R-000128", A5_LANDSCAPE, break_down)
        submit(queue, "R-000129")
        qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED, JobState.PRINTED])
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_on_closing_what_waits_stays_unprinted(qtbot: QtBot, queue_on: Queue) -> None:
    printer = SlowPrinter()
    queue = queue_on(printer)
    for number in range(3):
        submit(queue, f"R-{number}")
    qtbot.waitUntil(printer.began.is_set)
    printer.go.set()
    queue.close()
    assert printer.titles == ["R-0"]


def test_the_printers_are_asked_for_away_from_the_window(qtbot: QtBot, queue_on: Queue) -> None:
    queue = queue_on(RecordingPrinter())
    with qtbot.waitSignal(queue.printers_listed) as signal:
        queue.list_printers()
    assert signal.args is not None
    assert all(isinstance(name, str) for name in signal.args[0])
