"""A paper as a small picture, as wide as its place: enough to see which one it is; Ctrl F9 shows it large."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.printing.pdf_pages import PdfPages
from ui.widgets.colours import Tone
from ui.widgets.painting import box

_MM_PER_INCH = 25.4


class PaperPicture(QWidget):
    """The first page, scaled down to the width of the widget."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._picture = QImage()
        self.setAccessibleName(tr("Preview of the paper"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this paper; empty bytes show none."""
        self._pdf = pdf
        self._draw()

    @property
    def shows_paper(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        ratio = self._picture.devicePixelRatio()
        place = QRectF(0, 0, self._picture.width() / ratio, self._picture.height() / ratio)
        painter.drawImage(place, self._picture)
        box(painter, place, inside=None, edge=Tone.EDGE, radius=0)

    def _draw(self) -> None:
        self._picture = QImage()
        if self._pdf and self.width() > 1:
            ratio = self.devicePixelRatioF()
            with PdfPages(self._pdf) as pages:
                dots = self.width() * ratio * _MM_PER_INCH / pages.size(0).width()
                self._picture = pages.picture(0, dots)
            self._picture.setDevicePixelRatio(ratio)
        self.update()
