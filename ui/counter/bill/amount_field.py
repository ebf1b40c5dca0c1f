"""The field of the amount received: Space has no meaning in it, and must not replace what stands there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.core.language import tr
from ui.widgets.money_field import MoneyField


class AmountField(MoneyField):
    """`space_pressed` comes instead of a blank."""

    space_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Amount received"), required=True, large=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not self.composing:
            self.space_pressed.emit()
        else:
            super().keyPressEvent(event)
