"""One line of words that gives way at its end where the place is too narrow; the whole of it is read out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import words
from ui.widgets.sizes import Pt, font, metrics


class OneLine(QWidget):
    """Words in one size and tone; the tool tip has them in full."""

    def __init__(self, size: Pt = Pt.BODY, tone: Tone = Tone.INK, *, bold: bool = False) -> None:
        super().__init__()
        self._size, self._tone, self._bold = size, tone, bold
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The words in full."""
        return self._text

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Other words, perhaps in another tone."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        measures = metrics(self._size, bold=self._bold)
        return QSize(round(measures.horizontalAdvance(self._text)) + 2, round(measures.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        face = font(self._size, bold=self._bold)
        shown = QFontMetricsF(face).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        words(QPainter(self), QRectF(self.rect()), shown, face, self._tone)
