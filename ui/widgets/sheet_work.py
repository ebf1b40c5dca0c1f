"""Looks at a sheet, imports it or takes an import back, on the long-work thread; one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.worker import Progress, Task

T = TypeVar("T")


class SheetWork(QObject):
    """`refused` comes with a sentence; a work that was stopped gives none of the signals but `busy_changed`."""

    previewed = Signal(object)
    imported = Signal(object)
    taken_back = Signal(object)
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

    def preview(self, path: Path, read: Callable[[Path, Progress], object]) -> None:
        """Read the sheet; nothing is written."""
        title = tr("Reading {file}").format(file=path.name)
        self._begin(title, lambda progress: read(path, progress), self.previewed.emit)

    def run(self, path: Path, bring_in: Callable[[Path, Progress], object]) -> None:
        """Import the good rows."""
        title = tr("Importing {file}").format(file=path.name)
        self._begin(title, lambda progress: bring_in(path, progress), self.imported.emit)

    def undo(self, file: str, take_back: Callable[[], object]) -> None:
        """Take an import back."""
        title = tr("Taking back {file}").format(file=file)
        self._begin(title, lambda _: take_back(), self.taken_back.emit)

    def _begin(self, title: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        if self._task is not None:
            return
        self._task = task = self._context.worker.run(title, work, done, self._on_failed)
        task.ended.connect(self._on_ended)
        self.busy_changed.emit()

    def _on_ended(self) -> None:
        self._task = None
        self.busy_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self.refused.emit(say(error))
        else:
            self._context.worker.failed.emit(error)
