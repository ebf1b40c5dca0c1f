"""What is painted first: the ground of the window, before anything large is read from the disk."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone, colour

_USUAL = QSize(1366, 697)
_LEAST = QSize(960, 500)
_HEAD, _FOOT = 48, 29


class WindowFrame(QWidget):
    """Paints head, ground and foot at once, and later holds the window's content.

    `painted` comes once, after the first paint. Nothing here may touch Qt's namespace of enumerations: the first touch
    costs as much as all other imports of this file.
    """

    painted = Signal()

    def __init__(self, title: str, geometry: str = "") -> None:
        super().__init__()
        self._title = title
        self._was_painted = False
        self._content: QWidget | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(_LEAST)
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.resize(_USUAL.boundedTo(QGuiApplication.primaryScreen().availableSize()))

    def hold(self, content: QWidget) -> None:
        """Show the content in the whole window from now on; it decides whether the window may close."""
        self._content = content
        content.setParent(self)
        content.setGeometry(self.rect())
        content.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._content is None:
            self._paint_ground(QPainter(self))
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None:
            event.setAccepted(self._content.close())

    def _paint_ground(self, painter: QPainter) -> None:
        whole = self.rect()
        foot = QRect(0, whole.height() - _FOOT, whole.width(), _FOOT)
        painter.fillRect(whole, colour(Tone.PANEL))
        painter.fillRect(foot, colour(Tone.CANVAS))
        for y in (_HEAD - 1, foot.top()):
            painter.fillRect(QRect(0, y, whole.width(), 1), colour(Tone.LINE))
        painter.setPen(colour(Tone.INK))
        painter.drawText(16, 30, self._title)
