"""A place for a list: it takes the height that is left, and asks only for its least."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.sizes import px


class Shelf(QWidget):
    """Fills itself with its content; `least` is the height in pixels at 100 % below which the page scrolls."""

    def __init__(self, content: QWidget, *, least: int) -> None:
        super().__init__()
        self._content = content
        self._least = least
        content.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), px(self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())
