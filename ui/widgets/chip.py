"""A small framed word for a state: tint, edge, icon and word, never colour alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, px, width_of


class Mood(StrEnum):
    """What a state means, whatever its word."""

    MUTE = "mute"
    ACCENT = "accent"
    WARN = "warn"
    DANGER = "danger"
    OK = "ok"


TINTS = {
    Mood.MUTE: (Tone.MUTE_TINT, Tone.EDGE, Tone.INK2),
    Mood.ACCENT: (Tone.ACCENT_TINT, Tone.ACCENT_EDGE, Tone.ACCENT),
    Mood.WARN: (Tone.WARN_TINT, Tone.WARN_EDGE, Tone.WARN),
    Mood.DANGER: (Tone.DANGER_TINT, Tone.DANGER_EDGE, Tone.DANGER),
    Mood.OK: (Tone.OK_TINT, Tone.OK_EDGE, Tone.OK),
}
_SIDE = 6
_ICON = 13


def chip_width(text: str, icon: str = "") -> int:
    """How wide a chip is."""
    return round(width_of(text, Pt.CAPTION)) + 1 + 2 * px(_SIDE) + (px(_ICON + 3) if icon else 0)


def chip_height() -> int:
    """How high every chip is."""
    return px(20)


def paint_chip(painter: QPainter, left: float, middle: float, text: str, mood: Mood, icon: str = "") -> None:
    """Draw a chip by its left edge and the middle of its height."""
    tint, edge, ink = TINTS[mood]
    place = QRectF(round(left), round(middle - chip_height() / 2), chip_width(text, icon), chip_height())
    box(painter, place, inside=tint, edge=edge)
    start = place.left() + px(_SIDE)
    if icon:
        paint_icon(painter, icon, QRectF(start, place.top(), px(_ICON), place.height()), ink, _ICON)
        start += px(_ICON + 3)
    words(painter, QRectF(start, place.top(), place.right() - start, place.height()), text, font(Pt.CAPTION), ink)


class Chip(QWidget):
    """A chip that stands in a head line."""

    def __init__(self, text: str = "", mood: Mood = Mood.MUTE, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, mood, icon)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_state(self, text: str, mood: Mood = Mood.MUTE, icon: str = "") -> None:
        """Show another state; an empty word shows nothing."""
        self._text, self._mood, self._icon = text, mood, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._icon), chip_height()) if self._text else QSize(0, chip_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        paint_chip(QPainter(self), 0, self.height() / 2, self._text, self._mood, self._icon)
