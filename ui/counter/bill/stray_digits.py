"""A digit typed while the focus is on a button or a list is meant for the amount."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

_TYPED_INTO = (QLineEdit, QComboBox, QAbstractSpinBox)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class StrayDigits(QObject):
    """Watches the focused widget inside `page`; `take` gets a digit that the widget has no use for.

    `take` says whether it took the digit. Make it before a `ScanWatch`, which then sees every key first.
    """

    def __init__(self, page: QWidget, take: Callable[[str], bool]) -> None:
        super().__init__(page)
        self._page, self._take = page, take
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        typed = event.text()
        is_digit = len(typed) == 1 and typed.isascii() and typed.isdigit() and event.modifiers() in _PLAIN
        return is_digit and self._take(typed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._on_watched_gone)
        inside = now is not None and self._page.isAncestorOf(now) and not isinstance(now, _TYPED_INTO)
        self._watched = now if inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._on_watched_gone)

    def _on_watched_gone(self) -> None:
        self._watched = None
