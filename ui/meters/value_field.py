"""The field for one meter's value, inside the row of the round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.line_field import LineField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 10
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class ValueField(LineField):
    """`moved` comes for ↑ ↓ and the page keys, `entered` for Enter, but never while an input method composes."""

    moved = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", columns=10, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)
