"""The bar of a promise: how much of its time is used, with a mark at four fifths; it reads without its colours."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.tickets.deadlines.due import Reckoned, Standing
from ui.widgets.colours import Tone, colour
from ui.widgets.painting import box
from ui.widgets.sizes import px

_MARK = 0.8
_STRIPE, _DASH = 6, 5
_FILLS = {Standing.DUE: Tone.FILL, Standing.SOON: Tone.WARN_BAR, Standing.MET: Tone.OK_BAR}


def paint_bar(painter: QPainter, place: QRectF, reckoned: Reckoned) -> None:
    """Draw the bar into a place: solid while it runs, hatched when late, dashed when paused."""
    standing = reckoned.standing
    box(painter, place, inside=Tone.TRACK, edge=None, radius=place.height() / 2)
    late = standing in (Standing.OVERDUE, Standing.MISSED)
    used = 100 if late else reckoned.used_percent
    filled = QRectF(place.left(), place.top(), place.width() * used / 100, place.height())
    if late:
        _hatch(painter, filled)
    elif standing is Standing.PAUSED:
        _dashes(painter, filled)
    elif standing in _FILLS and filled.width() >= 1:
        box(painter, filled, inside=_FILLS[standing], edge=None, radius=min(place.height(), filled.width()) / 2)
    if standing is not Standing.DROPPED:
        _mark(painter, place)


def _hatch(painter: QPainter, place: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(_rounded(place))
    painter.fillRect(place, colour(Tone.DANGER_EDGE))
    painter.setPen(QPen(colour(Tone.DANGER_BAR), px(_STRIPE) / 2))
    left = place.left() - place.height()
    while left < place.right() + place.height():
        painter.drawLine(QLineF(left, place.bottom() + 1, left + place.height() + 1, place.top()))
        left += px(_STRIPE)
    painter.restore()


def _dashes(painter: QPainter, place: QRectF) -> None:
    painter.save()
    painter.setClipPath(_rounded(place))
    left = place.left()
    while left < place.right():
        painter.fillRect(QRectF(left, place.top() + 1, px(_DASH), place.height() - 2), colour(Tone.FIELD_EDGE))
        left += px(_DASH + 2)
    painter.restore()


def _mark(painter: QPainter, place: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour(Tone.INK2), 0))
    at = round(place.left() + place.width() * _MARK)
    painter.drawLine(QLineF(at, place.top() - px(2), at, place.bottom() + px(2)))
    painter.restore()


def _rounded(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, place.height() / 2, place.height() / 2)
    return path


class DeadlineBar(QWidget):
    """The bar that stands in a page; its words stand beside it, so it takes neither focus nor a name."""

    def __init__(self, high: int = 8) -> None:
        super().__init__()
        self._high = high
        self._reckoned: Reckoned | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_promise(self, reckoned: Reckoned) -> None:
        """Show how a promise stands."""
        self._reckoned = reckoned
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(self._high + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._reckoned is not None:
            high = px(self._high)
            paint_bar(QPainter(self), QRectF(0, (self.height() - high) / 2, self.width(), high), self._reckoned)
