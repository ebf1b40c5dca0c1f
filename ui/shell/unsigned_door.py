"""Ctrl+E where nobody has signed in, while the screen is locked, and where the database cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.incidents.running.watched_clock import WatchedClock
from app.store.folder import DataFolder
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.incidents.running.view import RunningLine

_SCREENS = "ui.incidents.unsigned.opened_by_key"


class UnsignedDoor:
    """`office` gives what runs in the office, or none where it cannot be read."""

    def __init__(self, window: MainWindow, folder: Path, clock: Clock, office: Callable[[], Any]) -> None:
        self._window = window
        self._folder = DataFolder(folder)
        self._clock = clock
        self._office = office
        self._watched = WatchedClock(clock)
        self._is_open = False

    def open(self) -> tuple[RunningLine, ...]:
        """The picker, then the running screen; what runs afterwards."""
        if self._is_open:
            return ()
        self._is_open = True
        try:
            work = import_module(_SCREENS).work_unsigned
            questions, actions = self._window.questions, self._window.actions_known
            lines: tuple[RunningLine, ...] = work(
                self._folder, self._clock, self._office(), self._watched, questions, actions
            )
        finally:
            self._is_open = False
        return lines

    def running(self) -> tuple[RunningLine, ...]:
        """What runs, with what was started here; nothing large is read where nothing was."""
        office = self._office()
        if not waits(self._folder) and office is None:
            return ()
        lines: tuple[RunningLine, ...] = import_module(_SCREENS).running_unsigned(self._folder, self._clock, office)
        return lines


def waits(folder: DataFolder) -> bool:
    """Whether anything runs as far as the folder's files tell: what was kept of the office, and what is to join it."""
    from app.incidents.unsigned.files import log_file, runs_file  # noqa: PLC0415 - seldom, and after the first paint

    return any(path.exists() and path.stat().st_size > 0 for path in (log_file(folder), runs_file(folder)))
