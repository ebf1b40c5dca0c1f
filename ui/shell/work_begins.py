"""The painted frame becomes the program: face and colours, the window's content, the guard, the data folder."""

from __future__ import annotations

import gc
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from ui.shell.crash import CrashGuard
from ui.shell.main_window import MainWindow
from ui.shell.one_window import OneWindow
from ui.shell.opening import Opening
from ui.shell.qt_words import speak_in_qt
from ui.shell.theme import Theme
from ui.shell.window_frame import WindowFrame
from ui.shell.window_settings import WindowSettings
from ui.widgets.colours import Light
from ui.widgets.first_paint import FirstPaint

if TYPE_CHECKING:
    from ui.shell.backup_at_close import BackupAtClose


_CLEAR_AFTER = 20_000


def furnish(frame: WindowFrame, settings: WindowSettings, one: OneWindow, folder: Path) -> MainWindow:
    """Put the content into the frame and open the folder."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    clock = SystemClock()
    window = MainWindow(Theme(application, Light(settings.theme), settings.percent), clock, settings)
    opening = Opening(window, folder, clock)
    window.holds_back = LastBackup(window, opening).holds_back
    guard = CrashGuard(folder / "crashes", clock, window.questions, opening.keep_drafts, window.messages.wrong)
    guard.setParent(window)
    guard.stand_guard()
    window.worker.failed.connect(guard.report)
    for kept in (window.closed, window.settings_changed):
        kept.connect(lambda: _keep_settings(window, folder))
    frame.hold(window)
    opening.begin()
    QTimer.singleShot(_CLEAR_AFTER, window, _clear_left_views)
    one.called.connect(window.come_forward)
    FirstPaint(window).over.connect(one.listen)
    speak_in_qt(settings.language)
    _collect_again()
    return window


def _clear_left_views() -> None:
    from ui.shell.viewing.place import clear_left  # noqa: PLC0415 - nobody waits for it

    clear_left()


def furnish_to_view(frame: WindowFrame, settings: WindowSettings, file: Path, place: Path) -> MainWindow:
    """Put the content into the frame and a backup into the content; nothing is kept, not even the settings."""
    from ui.shell.viewing.viewing import Viewing  # noqa: PLC0415 - seldom wished

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    clock = SystemClock()
    window = MainWindow(Theme(application, Light(settings.theme), settings.percent), clock, settings)
    viewing = Viewing(window, file, place, clock)
    guard = CrashGuard(place / "crashes", clock, window.questions)
    guard.setParent(window)
    guard.stand_guard()
    window.worker.failed.connect(guard.report)
    frame.hold(window)
    viewing.begin()
    speak_in_qt(settings.language)
    _collect_again()
    return window


class LastBackup:
    """The backup before the window closes; what makes it is read when somebody closes."""

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        self._window, self._opening = window, opening

    def holds_back(self) -> bool:
        """Whether the window stays open for a moment, to make the backup."""
        return self._opening.desk is not None and self._at_close.holds_back()

    @cached_property
    def _at_close(self) -> BackupAtClose:
        from ui.shell.backup_at_close import BackupAtClose  # noqa: PLC0415 - with the first close

        return BackupAtClose(self._window, lambda: None if self._opening.desk is None else self._opening.desk.context)


def _collect_again() -> None:
    """What was read at the start stays to the end, so it is not looked through again."""
    gc.freeze()
    gc.enable()


def _keep_settings(window: MainWindow, folder: Path) -> None:
    window.settings.theme = window.theme.theme.value
    window.settings.percent = window.theme.percent
    window.settings.write(folder)
