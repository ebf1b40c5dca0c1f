"""A picture as large as its place lets it be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import fill


class LargePicture(QWidget):
    """The picture whole, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, content: bytes, name: str) -> None:
        """Show this one."""
        self._image = QImage.fromData(content)
        self.setAccessibleName(name)
        self.update()

    @property
    def shown(self) -> QSize:
        """Its size in dots."""
        return self._image.size()

    def sizeHint(self) -> QSize:
        return QSize(860, 560)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        fill(painter, place, Tone.SUNKEN)
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        size = self._image.size()
        if size.width() > place.width() * ratio or size.height() > place.height() * ratio:
            size = size.scaled((place.size() * ratio).toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        wide, high = size.width() / ratio, size.height() / ratio
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF((place.width() - wide) / 2, (place.height() - high) / 2, wide, high), self._image)
