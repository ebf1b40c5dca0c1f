"""When the rest of the counter is due: after the search box was painted, or with a key that needs the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_OF_CHARACTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class FirstPaint(QObject):
    """Watches the search box; `due` comes once, on the turn of the window after the box was painted.

    Characters are for the box, which answers them by itself. Any other key (Enter, F9, Tab) may mean something that is
    not made yet, so `due` comes before it is looked up.
    """

    due = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._came = False
        box.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._come)
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _is_character(event):
            self._come()
        return False

    def _come(self) -> None:
        if not self._came:
            self._came = True
            self._box.removeEventFilter(self)
            self.due.emit()


def _is_character(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~_OF_CHARACTERS
