"""One long work at a time on the long-work thread: its progress stands below, and a key there stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal, Trouble
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.worker import Progress, Task

T = TypeVar("T")


class OneWork(QObject):
    """`refused` comes with a sentence; a work that was stopped gives none of the signals but `busy_changed`."""

    refused = Signal(str)
    busy_changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def _begin(self, title: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        """Start a work; one that is under way is called off, and only the new one counts."""
        if self._task is not None:
            self._task.cancel()
        self._task = task = self._context.worker.run(title, work, done, self._on_failed)
        task.ended.connect(lambda: self._on_ended(task))
        self.busy_changed.emit()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.busy_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self.refused.emit(say(error))
        else:
            self._context.worker.failed.emit(error)
