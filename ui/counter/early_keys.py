"""Keys that come before the counter is whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_OF_CHARACTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class EarlyKeys(QObject):
    """Watches the search box; `need_more` comes once, before the first key is looked up that is no character.

    Characters are for the box, which answers them by itself. Any other key (Enter, F9, Tab) may mean something that is
    not made yet.
    """

    need_more = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        box.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _is_character(event):
            self._box.removeEventFilter(self)
            self.need_more.emit()
        return False


def _is_character(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~_OF_CHARACTERS
