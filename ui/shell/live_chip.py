"""The button of the head that starts an incident, or says what runs and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
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
    """Its clock repaints this one widget and nothing else.

    Where the head is narrow it gives up the name, then the key, then all but its sign and the clock.
    `shown` tells what it says now.
    """

    shown = Signal(object)

    def __init__(self, action: Action, clock: Clock) -> None:
        super().__init__()
        self.action_shown = action
        self._clock = clock
        self.lines: tuple[RunningLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        self._seconds = QTimer(self)
        self._seconds.timeout.connect(self.update)
        self._say()

    def show_lines(self, lines: Sequence[RunningLine]) -> None:
        """What runs now: those that are real come before drills, the longest running first."""
        self.lines = tuple(sorted(lines, key=lambda line: (line.is_drill, line.running_since)))
        if self.lines:
            self._seconds.start(_SECOND)
        else:
            self._seconds.stop()
        self._say()
        self.shown.emit(self.lines)

    def clock_shown(self, now: datetime | None = None) -> str:
        """How long the first of them has been running; empty while nothing is."""
        return clock_text(self.lines[0].running_since, now or self._clock.now()) if self.lines else ""

    def sizeHint(self) -> QSize:
        return QSize(_width(self._shapes()[0]), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(_width(self._shapes()[-1]), px(32))

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
        for part in self._fitting():
            if part.is_cap:
                paint_cap(painter, left, place.center().y(), part.text, cap_ink, cap_edge)
            else:
                area = QRectF(left, place.top(), part.width + 1, place.height())
                words(painter, area, part.text, font(bold=part.bold), ink)
            left += part.width + px(_GAP)
        if self.hasFocus():
            box(painter, place, inside=None, edge=Tone.ACCENT, width=2)

    def _tones(self) -> tuple[Tone, Tone, Tone, Tone, Tone]:
        if not self.lines:
            return _QUIET
        return _DRILL if self.lines[0].is_drill else _REAL

    def _shapes(self) -> list[list[_Part]]:
        """What it says, from all of it to the least."""
        name, cap = _Part(self._words(), bold=bool(self.lines)), _Part(self.action_shown.cap, is_cap=True)
        if not self.lines:
            return [[name, cap], [cap], []]
        count, clock = _Part(str(self._count()), bold=True), _Part(self.clock_shown(), bold=True)
        return [[name, clock, cap], [count, clock, cap], [count, clock], [clock]]

    def _fitting(self) -> list[_Part]:
        shapes = self._shapes()
        return next((shape for shape in shapes if _width(shape) <= self.width()), shapes[-1])

    def _say(self) -> None:
        said = self._words()
        self.setText(said)
        self.setAccessibleName(f"{said} {self.action_shown.cap}")
        self.setToolTip(f"{said} {self.action_shown.cap}")
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        if not self.lines:
            return self.action_shown.text
        first, many = self.lines[0], self._count()
        name = first.name.en if language() == "en" else first.name.zh
        live = tr("Drill {n} · {name}") if first.is_drill else tr("Live {n} · {name}")
        return live.format(n=many, name=name)

    def _count(self) -> int:
        """Drills are counted only while nothing real runs."""
        return sum(line.is_drill is self.lines[0].is_drill for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    bold: bool = False
    is_cap: bool = False

    @property
    def width(self) -> float:
        return cap_width(self.text) if self.is_cap else width_of(self.text, bold=self.bold)


def _width(shape: list[_Part]) -> int:
    parts = [float(px(_ICON)), *(part.width for part in shape)]
    return round(sum(parts)) + 1 + px(_GAP) * (len(parts) - 1) + 2 * px(_SIDE)
