"""One clock that runs: its title and limit, what is left, and a bar; it paints itself and nothing else moves."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.incidents.running.timers import RunningTimer, TimerState
from ui.incidents.running.clock_words import left_words, limit_words, moment, used_percent
from ui.sentences.incidents import said
from ui.widgets.colours import Tone, colour
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, metrics, px, width_of

_WIDE, _WIDE_LINE, _HIGH, _LOW = 214, 310, 62, 30
_BAR, _STRIPE, _MARK, _APART = 6, 6, 0.8, 6
_INKS = {TimerState.RUNS: Tone.INK, TimerState.SOON: Tone.WARN, TimerState.DUE: Tone.DANGER}
_FILLS = {TimerState.RUNS: Tone.FILL, TimerState.SOON: Tone.WARN_BAR, TimerState.DUE: Tone.DANGER_BAR}
_ICONS = {TimerState.RUNS: "", TimerState.SOON: "hourglass", TimerState.DUE: "hourglass"}


class TimerFace(QWidget):
    """Keeps its place and size whatever it shows; `low` ones are one line without the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._one: RunningTimer | None = None
        self._now: datetime | None = None
        self._low = self._tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fold(self, *, low: bool, tight: bool = False) -> None:
        """One line where the window is low, a wider one unless it is tight."""
        self._low, self._tight = low, tight
        self.updateGeometry()

    def show_timer(self, one: RunningTimer | None, now: datetime) -> None:
        """Show this clock as it stands now; None shows an empty place."""
        self._one, self._now = one, now
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Everything it says."""
        if self._one is None or self._now is None:
            return ""
        parts = [said(self._one.timer.text), left_words(self._one, self._now), limit_words(self._one, self._now)]
        if self._one.state is TimerState.DUE:
            parts.append(said(self._one.timer.when_due))
        return "; ".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE_LINE if self._low and not self._tight else _WIDE), px(_LOW if self._low else _HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._one is None or self._now is None:
            return
        painter, place = QPainter(self), QRectF(self.rect())
        if self._low:
            self._paint_line(painter, place, self._one, self._now)
        else:
            self._paint_whole(painter, place, self._one, self._now)

    def _paint_line(self, painter: QPainter, place: QRectF, one: RunningTimer, now: datetime) -> None:
        left, tone = left_words(one, now), _INKS[one.state]
        wide = width_of(left, Pt.BODY, bold=True) + 1
        at = place.right() - wide
        words(painter, QRectF(at, place.top(), wide, place.height()), left, font(bold=True), tone)
        if _ICONS[one.state]:
            at -= px(20)
            paint_icon(painter, _ICONS[one.state], QRectF(at, place.top(), px(16), place.height()), tone, 14)
        room = QRectF(place.left(), place.top(), at - px(6) - place.left(), place.height())
        if one.state is TimerState.DUE:  # what is to be done now, not what the clock is called
            shown = _cut(said(one.timer.when_due), Pt.CAPTION, room.width(), bold=True)
            words(painter, room, shown, font(Pt.CAPTION, bold=True), tone)
        else:
            self._paint_title(painter, room, one)

    def _paint_whole(self, painter: QPainter, place: QRectF, one: RunningTimer, now: datetime) -> None:
        line = metrics(Pt.CAPTION).height()
        due, tone = one.state is TimerState.DUE, _INKS[one.state]
        head = QRectF(place.left(), place.top() + px(2), place.width(), line)
        limit = said(one.timer.when_due) if due else fitting_limit(one, now, head.width())
        if due:  # what is to be done now has the whole line; the title goes to the figures
            words(painter, head, _cut(limit, Pt.CAPTION, head.width()), font(Pt.CAPTION, bold=True), tone)
        else:
            wide = min(width_of(limit, Pt.CAPTION) + 1, head.width() * 0.7)
            right = QRectF(head.right() - wide, head.top(), wide, line)
            words(painter, right, _cut(limit, Pt.CAPTION, wide), font(Pt.CAPTION), Tone.INK2)
            self._paint_title(painter, head.adjusted(0, 0, -wide - px(_APART), 0), one)
        figures = QRectF(place.left(), head.bottom(), place.width(), place.bottom() - px(_BAR + 6) - head.bottom())
        self._paint_figures(painter, figures, one, now)
        bar = QRectF(place.left(), place.bottom() - px(_BAR + 4), place.width(), px(_BAR))
        paint_used(painter, bar, one.state, used_percent(one, now))

    def _paint_title(self, painter: QPainter, place: QRectF, one: RunningTimer) -> None:
        title = _cut(said(one.timer.text), Pt.CAPTION, place.width(), bold=True)
        words(painter, place, title, font(Pt.CAPTION, bold=True), Tone.INK2)

    def _paint_figures(self, painter: QPainter, place: QRectF, one: RunningTimer, now: datetime) -> None:
        left, tone = left_words(one, now), _INKS[one.state]
        words(painter, place, left, font(Pt.PAGE, bold=True), tone)
        at = place.left() + width_of(left, Pt.PAGE, bold=True) + px(8)
        if _ICONS[one.state]:
            paint_icon(painter, _ICONS[one.state], QRectF(at, place.top(), px(18), place.height()), tone, 18)
            at += px(26)
        if one.state is TimerState.DUE:
            self._paint_title(painter, QRectF(at, place.top(), place.right() - at, place.height()), one)


def fitting_limit(one: RunningTimer, now: datetime, width: float) -> str:
    """How long it runs and until when, or only until when: what a clock is for is never cut for it."""
    whole = limit_words(one, now)
    title = width_of(said(one.timer.text), Pt.CAPTION, bold=True)
    return whole if title + px(_APART) + width_of(whole, Pt.CAPTION) < width else moment(one.due_at, now)


def paint_used(painter: QPainter, place: QRectF, state: TimerState, percent: int) -> None:
    """The bar of a clock: solid while it runs, hatched when it is due, with a mark at four fifths."""
    box(painter, place, inside=Tone.TRACK, edge=None, radius=place.height() / 2)
    filled = QRectF(place.left(), place.top(), place.width() * percent / 100, place.height())
    if state is TimerState.DUE:
        _hatch(painter, place)
    elif filled.width() >= 1:
        box(painter, filled, inside=_FILLS[state], edge=None, radius=min(place.height(), filled.width()) / 2)
    painter.setPen(QPen(colour(Tone.INK2), 0))
    at = round(place.left() + place.width() * _MARK)
    painter.drawLine(QLineF(at, place.top() - px(2), at, place.bottom() + px(2)))


def _hatch(painter: QPainter, place: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setClipPath(path)
    painter.fillRect(place, colour(Tone.DANGER_EDGE))
    painter.setPen(QPen(colour(Tone.DANGER_BAR), px(_STRIPE) / 2))
    left = place.left() - place.height()
    while left < place.right() + place.height():
        painter.drawLine(QLineF(left, place.bottom() + 1, left + place.height() + 1, place.top()))
        left += px(_STRIPE)
    painter.restore()


def _cut(text: str, size: Pt, width: float, *, bold: bool = False) -> str:
    return metrics(size, bold=bold).elidedText(text, Qt.TextElideMode.ElideRight, width)
