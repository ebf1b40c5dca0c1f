"""Tells a scanned code from typing: many digits in a burst, ended by Enter, with our pattern and check digit."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.core.paper_code import looks_like_code

LEAST_LENGTH = 8
LONGEST_GAP = 0.035
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Ticks = Callable[[], float]


class Burst:
    """Characters that came so fast that no hand typed them; times in seconds."""

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._last = 0.0
        self.text = ""

    def add(self, character: str) -> bool:
        """Take one character; True where it begins a new burst."""
        now = self._ticks()
        fresh = not self.text or now - self._last > LONGEST_GAP
        self.text = character if fresh else self.text + character
        self._last = now
        return fresh

    def end(self) -> str:
        """The code, if Enter came in time and it is one of ours; the burst is over either way."""
        text, self.text = self.text, ""
        in_time = self._ticks() - self._last <= LONGEST_GAP
        return text if in_time and len(text) >= LEAST_LENGTH and looks_like_code(text) else ""


class ScanWatch(QObject):
    """Watches the focused widget inside `page`; a code leaves the field as it was and is told by `scanned`."""

    scanned = Signal(str)

    def __init__(self, page: QWidget, ticks: Ticks = time.monotonic) -> None:
        super().__init__(page)
        self._page = page
        self._burst = Burst(ticks)
        self._watched: QWidget | None = None
        self._before: tuple[str, int] = ("", 0)
        self._code = ""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            return self._on_enter(event, kind)
        if kind == QEvent.Type.KeyPress:
            self._on_character(watched, event.text())
        return False

    def _on_character(self, watched: QObject, character: str) -> None:
        if not (character.isascii() and character.isdigit()):
            self._burst.text = ""
        elif self._burst.add(character) and isinstance(watched, QLineEdit):
            self._before = (watched.text(), watched.cursorPosition())

    def _on_enter(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if kind == QEvent.Type.ShortcutOverride:
            self._code = self._burst.end()
            event.setAccepted(bool(self._code))
            return bool(self._code)
        code = self._code or self._burst.end()
        self._code = ""
        if not code:
            return False
        self._take_back()
        self.scanned.emit(code)
        return True

    def _take_back(self) -> None:
        if isinstance(self._watched, QLineEdit) and not self._watched.isReadOnly():
            text, place = self._before
            self._watched.setText(text)
            self._watched.setCursorPosition(place)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._on_watched_gone)
        inside = now is not None and self._page.isAncestorOf(now)
        self._watched = now if inside else None
        self._code = ""
        if self._burst.text and isinstance(self._watched, QLineEdit):  # its first digit was handed on from elsewhere
            self._before = (self._watched.text(), self._watched.cursorPosition())
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._on_watched_gone)

    def _on_watched_gone(self) -> None:
        self._watched = None
