"""The queue: nothing waits for a printer, nothing is printed twice, and every trouble can be mended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event, current_thread

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.paper.documents import DocumentKind, Offset, PrintSetup
from app.paper.escpos import drawer_pulse
from app.paper.profiles import A5_LANDSCAPE, ROLL_80
from app.paper.refusals import PrinterMissing, PrintingFailed, TextDoesNotFit
from tests.printing.fake_printers import JammingPrinter, OfflinePrinter, RawTray, RecordingPrinter, SlowPrinter
from tests.printing.some_paper import some_paper
from ui.printing.print_job import JobState, PrintJob
from ui.printing.printer import Printer, RawPrinter
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


def set_up(**kinds: PrintSetup) -> Callable[[], dict[DocumentKind, PrintSetup]]:
    return lambda: {DocumentKind(kind): setup for kind, setup in kinds.items()}


def test_each_kind_of_document_goes_to_its_own_printer_with_its_own_offset(qtbot: QtBot, queue_on: Queue) -> None:
    pins, laser = RecordingPrinter(), RecordingPrinter()
    queue = queue_on(pins, laser)
    moved = PrintSetup("0", {"0": Offset(15, -20), "1": Offset(1, 1)})
    queue.use_setups(set_up(receipt=moved, z_report=PrintSetup("1")))
    queue.submit("R-000128", A5_LANDSCAPE, some_paper, kind=DocumentKind.RECEIPT)
    queue.submit("Z 0231", A5_LANDSCAPE, some_paper, kind=DocumentKind.Z_REPORT)
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert (pins.titles, laser.titles) == (["R-000128"], ["Z 0231"])
    assert (pins.offsets, laser.offsets) == ([Offset(15, -20)], [Offset()])
    assert [job.printer for job in queue.jobs] == ["0", "1"]


def test_p8_a_failed_paper_is_sent_to_another_printer_with_the_offset_kept_for_that_one(
    qtbot: QtBot, queue_on: Queue
) -> None:
    other = RecordingPrinter()
    queue = queue_on(OfflinePrinter(), other)
    queue.use_setups(set_up(receipt=PrintSetup("0", {"1": Offset(7, 8)})))
    job = queue.submit("R-000128", A5_LANDSCAPE, some_paper, kind=DocumentKind.RECEIPT)
    qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED])
    assert queue.retry(job, "1")
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert other.titles == ["R-000128"]
    assert other.offsets == [Offset(7, 8)]
    assert queue.setup(DocumentKind.RECEIPT).printer == "0"


def test_p8_the_same_original_is_not_queued_a_second_time(qtbot: QtBot, queue_on: Queue) -> None:
    printer = SlowPrinter()
    queue = queue_on(printer)
    first, second = (submit(queue, tag=("R-000128", 0)) for _ in range(2))
    assert first.number == second.number
    assert submit(queue, tag=("R-000128", 1)).number != first.number
    printer.go.set()
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert len(printer.papers) == 2


def test_p8_a_paper_that_came_out_although_the_printer_said_no_counts_as_printed(qtbot: QtBot, queue_on: Queue) -> None:
    queue = queue_on(JammingPrinter())
    job = submit(queue)
    qtbot.waitUntil(lambda: states(queue) == [JobState.FAILED])
    told: list[PrintJob] = []
    queue.printed.connect(told.append)
    assert queue.came_out(job)
    assert not queue.came_out(job)
    assert not queue.retry(job)
    assert [one.number for one in told] == [job.number]
    assert queue.unprinted == ()


def test_a_waiting_paper_is_taken_back_and_one_that_is_being_printed_is_not(qtbot: QtBot, queue_on: Queue) -> None:
    printer = SlowPrinter()
    queue = queue_on(printer)
    first, second = submit(queue, "R-1"), submit(queue, "R-2")
    qtbot.waitUntil(printer.began.is_set)
    assert not queue.call_off(first)
    assert queue.call_off(second)
    assert not queue.call_off(second)
    printer.go.set()
    qtbot.waitUntil(lambda: states(queue) == [JobState.PRINTED, JobState.DROPPED])
    submit(queue, "R-3")
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert printer.titles == ["R-1", "R-3"]


def test_p9_bytes_go_out_where_the_kind_is_set_up_for_the_printers_own_letters(qtbot: QtBot, queue_on: Queue) -> None:
    thermal, printer = RawTray(), RecordingPrinter()
    queue = PrintQueue(lambda _name: printer, make_raw_printer=thermal.named)
    queue.use_setups(set_up(receipt=PrintSetup("XP-80C", own_letters=True)))
    for kind in (DocumentKind.RECEIPT, DocumentKind.NOTICE):
        queue.submit(str(kind), ROLL_80, some_paper, kind=kind, own_letters=lambda: b"\x1b@hello\n")
    queue.submit("A5", A5_LANDSCAPE, some_paper, kind=DocumentKind.RECEIPT)
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert thermal.papers == [("XP-80C", "receipt", b"\x1b@hello\n")]
    assert printer.titles == ["notice", "A5"]
    queue.close()


def test_a_setup_is_tried_without_being_kept(qtbot: QtBot, queue_on: Queue) -> None:
    kept, tried = RecordingPrinter(), RecordingPrinter()
    queue = queue_on(kept, tried)
    queue.submit("test page", A5_LANDSCAPE, some_paper, setup=PrintSetup("1", {"1": Offset(3, 4)}))
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert (kept.titles, tried.titles, tried.offsets) == ([], ["test page"], [Offset(3, 4)])


def test_p5_a_printer_list_that_takes_long_holds_nobody_up(
    qtbot: QtBot, queue_on: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, threads = Event(), set[str]()

    def slow() -> list[str]:
        threads.add(current_thread().name)
        go.wait(20)
        return ["EPSON LQ-630K"]

    monkeypatch.setattr("ui.printing.printer_sources.printer_names", slow)
    queue = queue_on(RecordingPrinter())
    began = time.monotonic()
    queue.list_printers()
    assert time.monotonic() - began < 0.1
    with qtbot.waitSignal(queue.printers_listed) as signal:
        go.set()
    assert signal.args == [["EPSON LQ-630K"]]
    assert threads == {"printing"}


def test_p9_the_drawer_opens_at_the_receipt_printer_and_only_where_one_is_set_up(qtbot: QtBot) -> None:
    thermal = RawTray()
    queue = PrintQueue(lambda _name: RecordingPrinter(), make_raw_printer=thermal.named)
    assert not queue.open_drawer("Cash drawer")
    queue.use_setups(set_up(receipt=PrintSetup("XP-80C", drawer=True)))
    assert queue.open_drawer("Cash drawer")
    qtbot.waitUntil(lambda: not queue.unprinted)
    assert thermal.papers == [("XP-80C", "Cash drawer", drawer_pulse())]
    queue.close()


def test_p9_a_drawer_that_did_not_open_is_not_opened_later_by_a_retry(qtbot: QtBot) -> None:
    def missing(_name: str) -> RawPrinter:
        raise PrinterMissing("XP-80C")

    queue = PrintQueue(lambda _name: RecordingPrinter(), make_raw_printer=missing)
    queue.use_setups(set_up(receipt=PrintSetup("XP-80C", drawer=True)))
    with qtbot.waitSignal(queue.failed):
        queue.open_drawer("Cash drawer")
    assert states(queue) == [JobState.DROPPED]
    assert not queue.retry()
    queue.close()


def test_a_printer_that_ends_after_the_window_has_gone_troubles_nobody(qtbot: QtBot) -> None:
    printer = SlowPrinter()
    queue = PrintQueue(lambda _name: printer)
    submit(queue)
    assert printer.began.wait(20)
    thread = queue._thread._thread
    assert thread is not None
    shiboken6.delete(queue)  # as when the window closes and the printer takes longer than its patience
    printer.go.set()
    thread.join(20)  # what breaks on a thread fails the test
    assert printer.titles == ["R-000128"]
