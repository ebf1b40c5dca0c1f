from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.worker import Cancelled, Progress, Task, Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def test_the_result_comes_back_on_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    seen: list[tuple[str, bool]] = []
    here = threading.current_thread()
    worker.run(
        "Billing",
        lambda _: threading.current_thread() is here,
        lambda same: seen.append(("work here" if same else "work elsewhere", threading.current_thread() is here)),
    )
    qtbot.waitUntil(lambda: seen == [("work elsewhere", True)])
    assert not worker.is_busy


def test_an_error_hops_to_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    failed: list[tuple[BaseException, bool]] = []
    here = threading.current_thread()
    worker.failed.connect(lambda error: failed.append((error, threading.current_thread() is here)))
    worker.run("Billing", lambda _: 1 // 0, lambda _: None)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert isinstance(failed[0][0], ZeroDivisionError)
    assert failed[0][1]


def test_an_asker_may_take_its_own_errors(worker: Worker, qtbot: QtBot) -> None:
    mine: list[BaseException] = []
    others: list[BaseException] = []
    worker.failed.connect(others.append)
    worker.run("Billing", lambda _: 1 // 0, lambda _: None, mine.append)
    qtbot.waitUntil(lambda: len(mine) == 1)
    assert others == []


def test_cancelled_work_stops_at_its_next_report_and_answers_nobody(worker: Worker, qtbot: QtBot) -> None:
    going, answers = threading.Event(), list[object]()
    stopped: list[int] = []

    def work(progress: Progress) -> None:
        for step in range(10_000_000):
            try:
                progress(step, 10_000_000)
            except Cancelled:
                stopped.append(step)
                raise
            going.set()

    task = worker.run("Billing", work, answers.append, answers.append)
    assert going.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert answers == []
    assert stopped


def test_progress_is_told_and_ends_complete(worker: Worker, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    tasks: list[Task] = []

    def follow(task: Task) -> None:
        tasks.append(task)
        task.progressed.connect(lambda *at: told.append(at))

    worker.started.connect(follow)

    def work(progress: Progress) -> None:
        for step in range(1, 1001):
            progress(step, 1000)

    done: list[object] = []
    worker.run("Billing", work, done.append)
    qtbot.waitUntil(lambda: done == [None])
    assert told[-1] == (1000, 1000)
    assert len(told) < 100
    assert tasks[0].title == "Billing"


def test_one_long_work_follows_the_other(worker: Worker, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(5):
        worker.run("Billing", lambda _, number=number: number, order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == [0, 1, 2, 3, 4]
