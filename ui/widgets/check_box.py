"""A box to tick, with its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.cells import BOX, paint_check
from ui.widgets.colours import Tone
from ui.widgets.painting import words
from ui.widgets.sizes import dress, font, px, width_of

_RING = 5


class CheckBox(QCheckBox):
    """Ticked by Space or a click anywhere on it; its focus ring stands off the box."""

    def __init__(self, text: str, *, ticked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(ticked)
        self.setAccessibleName(text)
        dress(self)

    def sizeHint(self) -> QSize:
        return QSize(px(BOX + 8) + 2 * _RING + round(width_of(self.text())) + 2, max(px(28), px(BOX) + 2 * _RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - the whole widget takes the click
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = QPointF(_RING + px(BOX) / 2, self.height() / 2)
        paint_check(painter, middle, ticked=self.isChecked(), focused=self.hasFocus())
        left = px(BOX + 8) + _RING
        tone = Tone.INK if self.isEnabled() else Tone.INK3
        words(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), font(), tone)
