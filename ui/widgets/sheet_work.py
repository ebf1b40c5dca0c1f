"""Looks at a sheet, imports it or takes an import back, on the long-work thread; one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal

from app.core.language import tr
from ui.shell.worker import Progress
from ui.widgets.one_work import OneWork

T = TypeVar("T")


class SheetWork(OneWork):
    """A second work is not begun while one is under way."""

    previewed = Signal(object)
    imported = Signal(object)
    taken_back = Signal(object)

    def preview(self, path: Path, read: Callable[[Path, Progress], object]) -> None:
        """Read the sheet; nothing is written."""
        title = tr("Reading {file}").format(file=path.name)
        self._start(title, lambda progress: read(path, progress), self.previewed.emit)

    def run(self, path: Path, bring_in: Callable[[Path, Progress], object]) -> None:
        """Import the good rows."""
        title = tr("Importing {file}").format(file=path.name)
        self._start(title, lambda progress: bring_in(path, progress), self.imported.emit)

    def undo(self, file: str, take_back: Callable[[], object]) -> None:
        """Take an import back."""
        title = tr("Taking back {file}").format(file=file)
        self._start(title, lambda _: take_back(), self.taken_back.emit)

    def _start(self, title: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        if not self.is_busy:
            self._begin(title, work, done)
