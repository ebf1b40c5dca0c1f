"""Words in one line that give way where the place is narrow; whole in their name and their hint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import words
from ui.widgets.sizes import Pt, font, metrics, width_of


class Elided(QWidget):
    """As wide as its words if there is room, never less than `least` of their first letters.

    With `place` it always asks for the room of these words, so that others which come each second move nothing.
    """

    def __init__(
        self, size: Pt = Pt.BODY, tone: Tone = Tone.INK, *, bold: bool = False, least: int = 4, place: str = ""
    ) -> None:
        super().__init__()
        self._size, self._tone, self._bold, self._least, self._place = size, tone, bold, least, place
        self._text = ""
        self._align = Qt.AlignmentFlag.AlignLeft
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The words, whole."""
        return self._text

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Other words."""
        tone = tone or self._tone
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.setAccessibleName(text)
            if not self._place:
                self.setToolTip(text)
                self.updateGeometry()
            self.update()

    def align(self, side: Qt.AlignmentFlag) -> None:
        """Stand at this side of the place."""
        self._align = side

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._place or self._text, self._size, bold=self._bold)) + 2, self._high)

    def minimumSizeHint(self) -> QSize:
        if self._place:
            return self.sizeHint()
        wide = width_of(self._text[: self._least] + "…", self._size, bold=self._bold)
        return QSize(min(round(wide) + 2, self.sizeHint().width()), self._high)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        measured = metrics(self._size, bold=self._bold)
        shown = measured.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        words(QPainter(self), QRectF(self.rect()), shown, font(self._size, bold=self._bold), self._tone, self._align)

    @property
    def _high(self) -> int:
        return round(metrics(self._size, bold=self._bold).height()) + 1
