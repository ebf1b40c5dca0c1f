"""A line to type into beside a list: ↑ ↓, the page keys and Enter act on the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.line_field import LineField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SteppingField(LineField):
    """`moved` comes for ↑ ↓ and the page keys, `entered` for Enter, but never while an input method composes."""

    moved = Signal(int)
    entered = Signal()
    page = 8
    """Rows that a page key moves by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -self.page, Qt.Key.Key_PageDown: self.page}
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)
