"""Starting the window: painted first, opened after; a second start brings the first window forward."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.core.language import choose_language, tr
from app.store.folder import default_folder
from ui.shell.main_window import MainWindow
from ui.shell.one_window import OneWindow
from ui.shell.opening import Opening
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings
from ui.widgets.colours import Light


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for; None is as it was left last time."""

    data: Path | None = None
    language: str | None = None
    theme: str | None = None
    percent: int | None = None


def start(options: Options) -> int:
    """Show the window and work in it until it is closed; the program's exit code."""
    folder = options.data or default_folder().path
    settings = _settings(folder, options)
    choose_language(settings.language)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("property-counter")
    application.setApplicationDisplayName(tr("Property Counter"))
    one = OneWindow(folder)
    if not one.take():
        return _call_first(one)
    window = MainWindow(Theme(application, Light(settings.theme), settings.percent), SystemClock(), settings)
    opening = Opening(window, folder, SystemClock())
    window.painted.connect(lambda: _go_on(window, opening, one, folder))
    window.closed.connect(lambda: _keep_settings(window, folder))
    window.show()
    code = application.exec()
    one.give_back()
    return code


def _settings(folder: Path, options: Options) -> WindowSettings:
    settings = WindowSettings.read(folder)
    settings.language = options.language or settings.language
    settings.theme = options.theme or settings.theme
    settings.percent = options.percent or settings.percent
    return settings


def _go_on(window: MainWindow, opening: Opening, one: OneWindow, folder: Path) -> None:
    from ui.shell.crash import CrashGuard  # noqa: PLC0415 - after the first paint
    from ui.shell.qt_words import speak_in_qt  # noqa: PLC0415 - as above

    def keep_drafts() -> None:
        if opening.desk is not None:
            opening.desk.pages.keep_drafts()

    guard = CrashGuard(folder / "crashes", SystemClock(), window.questions, keep_drafts)
    guard.setParent(window)
    guard.stand_guard()
    window.worker.failed.connect(guard.report)
    one.called.connect(window.come_forward)
    one.listen()
    speak_in_qt(window.settings.language)
    opening.begin()


def _keep_settings(window: MainWindow, folder: Path) -> None:
    window.settings.theme = window.theme.theme.value
    window.settings.percent = window.theme.percent
    window.settings.write(folder)


def _call_first(one: OneWindow) -> int:
    if one.call_first():
        return 0
    sys.stderr.write(tr("The program is already open on this folder, but does not answer.") + "\n")
    return 1
