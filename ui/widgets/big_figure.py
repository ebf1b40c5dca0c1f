"""The one number that matters: a large amount or a number to be dialled, never cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.money import NOTHING, Money
from app.core.show import show_money
from ui.widgets.colours import Tone
from ui.widgets.painting import words
from ui.widgets.sizes import Pt, font, metrics

_LEAST_PT = 20


class BigFigure(QWidget):
    """An amount with its currency mark, or a number; in a narrow place the type gives way, never the digits."""

    def __init__(self, name: str, size: Pt = Pt.TOTAL, tone: Tone = Tone.INK, *, right: bool = False) -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._tone = tone
        self._right = right
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_amount(NOTHING)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_amount(self, amount: Money | None, *, size: Pt | None = None, tone: Tone | None = None) -> None:
        """Show an amount, or nothing; perhaps in another size and tone."""
        self.show_words("" if amount is None else show_money(amount, sign=True), size=size, tone=tone)

    def show_words(self, text: str, *, size: Pt | None = None, tone: Tone | None = None) -> None:
        """Show something else than an amount, such as the number of a telephone."""
        self._text = text
        self._size = size or self._size
        self._tone = tone or self._tone
        self.setAccessibleName(f"{self._name} {self._text}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        measures = metrics(self._size, bold=True)
        return QSize(round(measures.horizontalAdvance(self._text)) + 2, round(measures.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        words(QPainter(self), QRectF(self.rect()), self._text, self._fitting(), self._tone, side)

    def _fitting(self) -> QFont:
        face = font(self._size, bold=True)
        needed = metrics(self._size, bold=True).horizontalAdvance(self._text)
        if needed > self.width() > 0:
            face.setPointSizeF(max(_LEAST_PT / 2, face.pointSizeF() * self.width() / needed * 0.99))
        return face
