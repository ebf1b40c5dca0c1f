"""The rounded cap that shows a key beside its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, px, width_of

_HEIGHT = 18
_SIDE = 5


def cap_width(text: str) -> int:
    """How wide the cap of a key is; nothing for no key."""
    return max(round(width_of(text, Pt.CAP)) + 2 * px(_SIDE), px(_HEIGHT)) if text else 0


def cap_height() -> int:
    """How high every cap is."""
    return px(_HEIGHT)


def paint_cap(painter: QPainter, left: float, middle: float, text: str, ink: Tone, edge: Tone) -> None:
    """Draw a cap by its left edge and the middle of its height."""
    place = QRectF(round(left), round(middle - cap_height() / 2), cap_width(text), cap_height())
    box(painter, place, inside=None, edge=edge, radius=3)
    words(painter, place, text, font(Pt.CAP), ink, Qt.AlignmentFlag.AlignHCenter)


class KeyCap(QWidget):
    """A cap that stands alone, beside a label or inside a field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The key's name."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self._text), cap_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cap(painter, 0, self.height() / 2, self._text, Tone.INK3, Tone.EDGE)
