"""A person before the door of the office: the window with its front pages, worked in by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import SetClock
from tests.keys import KeyDriver
from tests.office_builder import SUPERVISOR_PASSWORD
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening

PERSON = "沈若兰"


class AtTheDoor:
    def __init__(self, window: MainWindow, folder: Path, clock: SetClock) -> None:
        self.window, self.keys = window, KeyDriver(window, clock)
        self.opening = Opening(window, folder, clock)
        self.opening.begin()
        QApplication.processEvents()

    @property
    def page(self) -> QWidget:
        page = self.window.body.currentWidget()
        assert page is not None
        return page

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1_000):
            if holds():
                return
            QTest.qWait(10)
        raise AssertionError(type(self.page))

    def sign_in(self) -> None:
        self.keys.commit(PERSON)
        self.keys.press("Return")
        self.keys.type(SUPERVISOR_PASSWORD)
        self.keys.press("Return")
        QApplication.processEvents()

    def rests(self) -> bool:
        return not self.window.worker.is_busy
