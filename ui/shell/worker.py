"""Long work on one thread of its own: progress with time left, cancel, and the result back where the window lives."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import copy_context
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

_TELL_EVERY = 0.05


class Cancelled(Exception):  # noqa: N818 - an answer, not an error
    """The person called the work off; it passes through the transaction, which takes everything back."""


class Progress:
    """Handed to the work; calling it with (done, total) reports, and stops the work if it was called off."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._called_off = False
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Report `done` of `total` pieces. Raises Cancelled."""
        if self._called_off:
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= _TELL_EVERY:
            self._last = now
            self._report(done, total)

    def call_off(self) -> None:
        """Stop the work at its next report."""
        self._called_off = True


class Task(QObject):
    """One piece of long work under way."""

    progressed = Signal(int, int)
    ended = Signal()
    _result = Signal(object)
    _failure = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.is_over = False
        self._began = time.monotonic()
        self.progress = Progress(self.progressed.emit)

    def cancel(self) -> None:
        """Ask the work to stop; it takes back what it did."""
        self.progress.call_off()

    def seconds_left(self, done: int, total: int) -> int | None:
        """About how long it still takes; None before anything is known."""
        if done <= 0:
            return None
        return round((time.monotonic() - self._began) * (total - done) / done)

    def _do(self, work: Callable[[Progress], object]) -> None:
        try:
            result = work(self.progress)
        except BaseException as error:  # noqa: BLE001 - whatever happened is carried to the window's thread
            self._failure.emit(error)
        else:
            self._result.emit(result)


class Worker(QObject):
    """Does one long work after the other, off the window's thread."""

    started = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way or waiting."""
        return bool(self._tasks)

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> Task:
        """Do `work(progress)` on the long-work thread, then `done(result)` on the window's.

        A raised error goes to `failed`, or to the signal of that name; a cancelled work to neither.
        """
        task = Task(title, self)
        task._result.connect(lambda result: self._end(task, lambda: done(result)))  # noqa: SLF001 - one file, one flow
        task._failure.connect(lambda error: self._end(task, lambda: self._on_failure(error, failed)))  # noqa: SLF001
        self._tasks.append(task)
        self.started.emit(task)
        self._thread.submit(copy_context().run, task._do, work)  # noqa: SLF001 - as above
        return task

    def close(self) -> None:
        """Call off what runs and wait for it."""
        for task in self._tasks:
            task.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - read with the first long work

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work")

    def _end(self, task: Task, answer: Callable[[], object]) -> None:
        task.is_over = True
        self._tasks.remove(task)
        task.ended.emit()
        task.deleteLater()
        answer()

    def _on_failure(self, error: BaseException, failed: Callable[[BaseException], Any] | None) -> None:
        if isinstance(error, Cancelled):
            return
        if failed is not None:
            failed(error)
        else:
            self.failed.emit(error)
