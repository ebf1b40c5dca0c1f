"""The one box that finds things: an icon, the words, the key; ↑ ↓ Enter act on the list beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.sizes import gap, px
from ui.widgets.stepping_field import SteppingField


class SearchBox(SteppingField):
    """Sends `typed` for committed text only; it opens no pop-up of its own."""

    typed = Signal(str)

    def __init__(self, name: str, hint: str, cap: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._cap = cap
        self._height = 36
        self.setPlaceholderText(hint)
        self.textChanged.connect(self.typed)
        self._leave_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = px(16)
        paint_icon(painter, "search", QRectF(gap(10), 0, edge, self.height()), Tone.INK2, 16)
        if self._cap:
            left = self.width() - cap_width(self._cap) - gap(12)
            paint_cap(painter, QPointF(left, 0).x(), self.height() / 2, self._cap, Tone.INK3, Tone.EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        right = cap_width(self._cap) + gap(12) if self._cap else 0
        self.setTextMargins(px(16) + gap(8), 0, right, 0)
