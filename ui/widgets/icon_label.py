"""An icon that stands beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.sizes import px


class IconLabel(QWidget):
    """Drawn anew in every theme and text scale; without a name it keeps its place and shows nothing."""

    def __init__(self, name: str = "", tone: Tone = Tone.INK2, size: int = 16) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            paint_icon(QPainter(self), self._name, QRectF(self.rect()), self._tone, self._size)
