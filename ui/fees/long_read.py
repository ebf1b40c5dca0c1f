"""Reads what a page shows, off the window's thread where that is long; only the last question is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.core.errors import Refusal, Trouble
from ui.shell.context import Context
from ui.shell.worker import Progress, Task

T = TypeVar("T")
Fail = Callable[[Refusal | Trouble], object]


class LongRead(QObject):
    """One question at a time; a new one calls off the one that waits."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._asked = 0

    def ask(self, title: str, read: Callable[[], T], done: Callable[[T], object], failed: Fail, *, long: bool) -> None:
        """Read, then `done(result)`: at once, or later where it is `long`."""
        self._asked += 1
        if self._task is not None and not self._task.is_over:
            self._task.cancel()
        if long:
            self._ask_worker(title, read, done, failed)
            return
        try:
            found = read()
        except (Refusal, Trouble) as error:
            failed(error)
        else:
            done(found)

    def _ask_worker(self, title: str, read: Callable[[], T], done: Callable[[T], object], failed: Fail) -> None:
        number = self._asked

        def work(progress: Progress) -> T:
            progress(0, 1)
            return read()

        def answer(found: T) -> None:
            if number == self._asked:
                done(found)

        def fail(error: BaseException) -> None:
            if not isinstance(error, Refusal | Trouble):
                self._context.worker.failed.emit(error)
            elif number == self._asked:
                failed(error)

        self._task = self._context.worker.run(title, work, answer, fail)
