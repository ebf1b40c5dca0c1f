"""What runs at the same time: a tab each with its name, place and clock, drills marked; a key goes to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from app.incidents.running.view import RunningLine
from ui.incidents.running.clock_words import since
from ui.sentences.incidents import said
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, metrics, px, width_of

_HIGH, _SIDE, _ICON, _MOST, _LEFT = 44, 12, 18, 300, 12


class IncidentTabs(QWidget):
    """Seen only where more than one incident runs."""

    chosen = Signal(int)

    def __init__(self, following: Action) -> None:
        super().__init__()
        self._following = following
        self._lines: tuple[RunningLine, ...] = ()
        self._shown = 0
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def ids(self) -> list[int]:
        """The incidents in their order."""
        return [line.id for line in self._lines]

    def show_running(self, lines: Sequence[RunningLine], shown: int, now: datetime) -> None:
        """Show these, this one in front."""
        self._lines, self._shown, self._now = tuple(lines), shown, now
        self.setVisible(len(lines) > 1)
        self.setAccessibleName(tr("Running incidents: {list}").format(list="; ".join(self.texts())))
        self.update()

    def look(self, now: datetime) -> None:
        """A second went by."""
        self._now = now
        if self.isVisible():
            self.update()

    def texts(self) -> list[str]:
        """What each tab says."""
        return [_text(line, self._now) for line in self._lines]

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_HIGH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = QPointF(event.position())
        for line, place in zip(self._lines, self._places(), strict=True):
            if place.contains(point):
                self.chosen.emit(line.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), Tone.CANVAS)
        for line, place in zip(self._lines, self._places(), strict=True):
            self._paint_tab(painter, line, place)
        cap = self._following.cap
        paint_cap(painter, self.width() - cap_width(cap) - px(_SIDE), self.height() / 2, cap, Tone.INK3, Tone.EDGE)
        hairline(painter, 0, self.width(), self.height() - 1)

    def _paint_tab(self, painter: QPainter, line: RunningLine, place: QRectF) -> None:
        shown = line.id == self._shown
        if shown:
            fill(painter, place, Tone.PANEL)
            fill(painter, QRectF(place.left(), place.top(), place.width(), px(3)), Tone.ACCENT)
        left, tone = place.left() + px(_SIDE), Tone.ACCENT if line.is_drill else Tone.DANGER
        paint_icon(painter, "siren", QRectF(left, place.top(), px(_ICON), place.height()), tone, _ICON)
        left += px(_ICON + 6)
        clock = since(line.running_since, self._now) if self._now is not None else ""
        wide = width_of(clock, Pt.BODY, bold=True) + 2
        end = QRectF(place.right() - px(_SIDE) - wide, place.top(), wide, place.height())
        words(painter, end, clock, font(bold=True), Tone.INK)
        room = end.left() - px(8) - left
        told = metrics(Pt.BODY, bold=shown).elidedText(_name(line), Qt.TextElideMode.ElideRight, room)
        words(painter, QRectF(left, place.top(), room, place.height()), told, font(bold=shown), Tone.INK)

    def _places(self) -> list[QRectF]:
        if not self._lines:
            return []
        room = self.width() - px(_LEFT) - cap_width(self._following.cap) - 2 * px(_SIDE)
        wide = min(float(px(_MOST)), room / len(self._lines))
        return [QRectF(px(_LEFT) + at * wide, 0, wide, self.height()) for at in range(len(self._lines))]


def _name(line: RunningLine) -> str:
    drill = tr("Drill: ") if line.is_drill else ""
    return f"{drill}{said(line.name)} {line.place}".strip()


def _text(line: RunningLine, now: datetime | None) -> str:
    return f"{_name(line)} {since(line.running_since, now)}" if now is not None else _name(line)
