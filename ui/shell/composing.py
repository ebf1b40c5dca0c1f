"""While an input method shows unfinished text, keys belong to it and to nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Composing(QObject):
    """Watches the focused widget; `is_on` while it holds text that the input method has not committed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.is_on = bool(event.preeditString())
        elif kind == QEvent.Type.ShortcutOverride and self.is_on:
            event.accept()
            return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.is_on or (event.isAutoRepeat() and event.key() in _ENTER)
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):  # one that goes with the focus tells it while it goes
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._on_watched_gone)
        self.is_on = False
        self._watched = now
        if now is not None:
            now.installEventFilter(self)
            now.destroyed.connect(self._on_watched_gone)

    def _on_watched_gone(self) -> None:
        self._watched = None
        self.is_on = False
