"""Strokes that every painted part shares: boxes with the one radius, hairlines, focus rings."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from ui.widgets.colours import Tone, colour

RADIUS = 4
RING = 2


def fill(painter: QPainter, place: QRectF, tone: Tone) -> None:
    """Fill without antialiasing, so that neighbouring cells show no seam at 125 %."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(place, colour(tone))
    painter.restore()


def hairline(painter: QPainter, x1: float, x2: float, y: float, tone: Tone = Tone.LINE) -> None:
    """A level line one device pixel thick, a pixel longer than asked so that cells join."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour(tone), 0))
    painter.drawLine(QLineF(x1, y, x2 + 1, y))
    painter.restore()


def box(
    painter: QPainter,
    place: QRectF,
    *,
    inside: Tone | None,
    edge: Tone | None,
    width: float = 1,
    radius: float = RADIUS,
) -> None:
    """A rounded box; its edge lies inside `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(inside) if inside else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius - inset / 2, radius - inset / 2)
    painter.restore()


def words(
    painter: QPainter,
    place: QRectF,
    text: str,
    face: QFont,
    tone: Tone,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, in the middle of the place's height."""
    painter.setFont(face)
    painter.setPen(colour(tone))
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
