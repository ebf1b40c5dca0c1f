"""Icons of the one set, drawn in the wanted colour and size."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.widgets.colours import Tone, colour
from ui.widgets.sizes import px


def icon(name: str, tone: Tone = Tone.INK2, size: int = 16) -> QPixmap:
    """The icon `name` in a tone; `size` in pixels at 100 %."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _drawn(name, colour(tone).rgba(), px(size), ratio)


def paint_icon(painter: QPainter, name: str, place: QRectF, tone: Tone = Tone.INK2, size: int = 16) -> None:
    """Draw the icon in the middle of a place."""
    drawn = icon(name, tone, size)
    edge = px(size)
    centre = place.center()
    painter.drawPixmap(QPointF(round(centre.x() - edge / 2), round(centre.y() - edge / 2)), drawn)


@cache
def _drawn(name: str, rgba: int, edge: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(edge * ratio), round(edge * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(_lines(name, QColor.fromRgba(rgba).name())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _lines(name: str, ink: str) -> QByteArray:
    drawing = (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QByteArray(drawing.replace("currentColor", ink).encode())
