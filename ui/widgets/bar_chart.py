"""Bars under each other, each between its name and its number: grey, the chosen one in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.widgets.colours import Tone, colour
from ui.widgets.painting import fill, words
from ui.widgets.sizes import Pt, font, metrics, px, width_of

_ROW, _BAR, _FOOT, _GAP = 28, 14, 20, 8
_MOST_NAME, _LEAST_BAR = 0.38, 60
WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `length` in thousandths of the whole, None where there is nothing to show; `text` is its number."""

    name: str
    length: int | None
    text: str


class BarChart(QWidget):
    """`goal`, in thousandths, stands as a dashed line with its words below; a click chooses a bar by its place."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._bars: Sequence[Bar] = ()
        self._goal: int | None = None
        self._goal_words = ""
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], *, goal: int | None = None, goal_words: str = "") -> None:
        """Show these bars."""
        self._bars, self._goal, self._goal_words = bars, goal, goal_words
        spoken = tr(", ").join(f"{bar.name} {bar.text}" for bar in bars)
        self.setAccessibleName(f"{self._name} {spoken} {goal_words}".strip())
        self.updateGeometry()
        self.update()

    def show_current(self, place: int) -> None:
        """The bar of this place is the one that is looked at; -1 for none."""
        self._current = place
        self.update()

    @property
    def bars(self) -> Sequence[Bar]:
        """What is shown."""
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_ROW) * len(self._bars) + (px(_FOOT) if self._goal is not None else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() // px(_ROW))
        if 0 <= place < len(self._bars):
            self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, track = QPainter(self), self._track()
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, track, QRectF(0, place * px(_ROW), self.width(), px(_ROW)), place)
        if self._goal is not None and self._bars:
            self._paint_goal(painter, track, track.left() + track.width() * self._goal / WHOLE)

    def _track(self) -> QRectF:
        """Where bars of the whole length lie: between the widest name and the widest number."""
        names = max((width_of(bar.name, bold=True) for bar in self._bars), default=0)
        numbers = max((width_of(bar.text, bold=True) for bar in self._bars), default=0)
        left = min(names, self.width() * _MOST_NAME) + px(_GAP)
        wide = max(px(_LEAST_BAR), self.width() - left - numbers - px(_GAP) - 2)
        return QRectF(left, 0, wide, px(_ROW) * len(self._bars))

    def _paint_bar(self, painter: QPainter, bar: Bar, track: QRectF, place: QRectF, at: int) -> None:
        current = at == self._current
        face, ink = font(bold=current), Tone.INK if current else Tone.INK2
        name = metrics(bold=current).elidedText(bar.name, Qt.TextElideMode.ElideRight, track.left() - px(_GAP))
        words(painter, QRectF(0, place.top(), track.left(), place.height()), name, face, ink)
        top = place.center().y() - px(_BAR) / 2
        fill(painter, QRectF(track.left(), top, track.width(), px(_BAR)), Tone.TRACK)
        long = track.width() * (bar.length or 0) / WHOLE
        if bar.length:
            tone = Tone.ACCENT if current else Tone.FIELD_EDGE
            fill(painter, QRectF(track.left(), top, max(long, px(2)), px(_BAR)), tone)
        number = QRectF(track.right() + px(_GAP), place.top(), place.width() - track.right() - px(_GAP), place.height())
        words(painter, number, bar.text, face, Tone.INK)

    def _paint_goal(self, painter: QPainter, track: QRectF, x: float) -> None:
        painter.save()
        painter.setPen(QPen(colour(Tone.INK2), 0, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, track.top(), x, track.bottom() + px(4)))
        painter.restore()
        wide = width_of(self._goal_words, Pt.CAPTION)
        left = min(max(x - wide / 2, 0), self.width() - wide)
        place = QRectF(left, track.bottom() + px(2), wide + 2, px(_FOOT - 2))
        words(painter, place, self._goal_words, font(Pt.CAPTION), Tone.INK2)
