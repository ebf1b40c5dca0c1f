"""The button of the head that starts an incident, or says what runs and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.core.language import language, tr
from ui.shell.running_clock import clock_text
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import box, words
from ui.widgets.sizes import font, px, width_of

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.incidents.running.view import RunningLine
    from ui.shell.action import Action

_SIDE, _GAP, _ICON, _SECOND = 10, 8, 16, 1000
_QUIET = (Tone.PANEL, Tone.EDGE, Tone.INK, Tone.INK3, Tone.EDGE)
_REAL = (Tone.DANGER_TINT, Tone.DANGER_EDGE, Tone.DANGER, Tone.DANGER, Tone.DANGER_EDGE)
_DRILL = (Tone.WARN_TINT, Tone.WARN_EDGE, Tone.WARN, Tone.WARN, Tone.WARN_EDGE)


class LiveChip(QAbstractButton):
    """Its clock repaints this one widget and nothing else; where the window is narrow it gives up the name."""

    def __init__(self, action: Action, clock: Clock) -> None:
        super().__init__()
        self.action_shown = action
        self._clock = clock
        self._narrow = False
        self.lines: tuple[RunningLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        self._seconds = QTimer(self)
        self._seconds.timeout.connect(self.update)
        self._say()

    def show_lines(self, lines: Sequence[RunningLine]) -> None:
        """What runs now: those that are real come before drills, the longest running first."""
        self.lines = tuple(sorted(lines, key=lambda line: (line.is_drill, line.started_at)))
        if self.lines:
            self._seconds.start(_SECOND)
        else:
            self._seconds.stop()
        self._say()

    def fold(self, *, narrow: bool) -> None:
        """Give up the name where the window is narrow."""
        self._narrow = narrow
        self._say()

    def clock_shown(self, now: datetime | None = None) -> str:
        """How long the first of them has been running; empty while nothing is."""
        return clock_text(self.lines[0].started_at, now or self._clock.now()) if self.lines else ""

    def sizeHint(self) -> QSize:
        parts = [px(_ICON), *self._widths()]
        return QSize(round(sum(parts)) + px(_GAP) * (len(parts) - 1) + 2 * px(_SIDE), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        ground, edge, ink, cap_ink, cap_edge = self._tones()
        box(painter, place, inside=ground, edge=edge)
        left = place.left() + px(_SIDE)
        paint_icon(painter, "siren", QRectF(left, place.top(), px(_ICON), place.height()), ink, _ICON)
        left += px(_ICON) + px(_GAP)
        for text, bold in self._texts():
            words(painter, QRectF(left, place.top(), place.width(), place.height()), text, font(bold=bold), ink)
            left += width_of(text, bold=bold) + px(_GAP)
        paint_cap(painter, left, place.center().y(), self.action_shown.cap, cap_ink, cap_edge)
        if self.hasFocus():
            box(painter, place, inside=None, edge=Tone.ACCENT, width=2)

    def _tones(self) -> tuple[Tone, Tone, Tone, Tone, Tone]:
        if not self.lines:
            return _QUIET
        return _DRILL if self.lines[0].is_drill else _REAL

    def _texts(self) -> list[tuple[str, bool]]:
        shown = [(self.text(), bool(self.lines))] if self.text() else []
        return [*shown, (self.clock_shown(), True)] if self.lines else shown

    def _widths(self) -> list[float]:
        texts = [width_of(text, bold=bold) for text, bold in self._texts()]
        return [*texts, cap_width(self.action_shown.cap)]

    def _say(self) -> None:
        words_now = self._words()
        self.setText(self._short_words() if self._narrow else words_now)
        self.setAccessibleName(f"{words_now} {self.action_shown.cap}")
        self.setToolTip(words_now)
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        if not self.lines:
            return self.action_shown.text
        first, many = self.lines[0], self._count()
        name = first.name.en if language() == "en" else first.name.zh
        live = tr("Drill {n} · {name}") if first.is_drill else tr("Live {n} · {name}")
        return live.format(n=many, name=name)

    def _short_words(self) -> str:
        return str(self._count()) if self.lines else ""

    def _count(self) -> int:
        """Drills are counted only while nothing real runs."""
        return sum(line.is_drill is self.lines[0].is_drill for line in self.lines)
