"""Receipts by hour of the shift: a bar for each hour with its number above, the present one in the accent colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, px

_FIRST, _LAST = 8, 17
_HEIGHT, _LABEL, _BAR = 132, 18, 24


class HourChart(QWidget):
    """Hours from eight to five, wider where the shift was; read out as words too."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[int] = Counter()
        self._now = _FIRST
        self.setAccessibleName(tr("Receipts by hour"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: Iterable[datetime], now: datetime) -> None:
        """Count these moments by hour."""
        self._counts = Counter(moment.hour for moment in times)
        self._now = now.hour
        spoken = tr(", ").join(f"{hour:02d}: {self._counts[hour]}" for hour in sorted(self._counts))
        self.setAccessibleName(f"{tr('Receipts by hour')} {spoken}".strip())
        self.update()

    def hours(self) -> range:
        """The hours shown."""
        seen = [*self._counts, _FIRST, _LAST - 1]
        return range(min(seen), max(seen) + 1)

    def sizeHint(self) -> QSize:
        return QSize(0, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hours = self.hours()
        step = self.width() / len(hours)
        foot = self.height() - px(_LABEL)
        most = max([*self._counts.values(), 1])
        room = foot - px(_LABEL)
        for place, hour in enumerate(hours):
            middle = step * (place + 0.5)
            self._paint_hour(painter, hour, QRectF(middle - step / 2, foot, step, px(_LABEL)))
            count = self._counts[hour]
            if count:
                height = max(px(2), room * count / most)
                width = min(px(_BAR), step * 0.8)
                self._paint_bar(painter, QRectF(middle - width / 2, foot - height, width, height), hour, count)
        hairline(painter, 0, self.width(), foot, Tone.FIELD_EDGE)

    def _paint_hour(self, painter: QPainter, hour: int, place: QRectF) -> None:
        words(painter, place, f"{hour:02d}", font(Pt.CAPTION), Tone.INK2, Qt.AlignmentFlag.AlignHCenter)

    def _paint_bar(self, painter: QPainter, bar: QRectF, hour: int, count: int) -> None:
        present = hour == self._now
        fill(painter, bar, Tone.ACCENT if present else Tone.FIELD_EDGE)
        above = QRectF(bar.left() - px(8), bar.top() - px(_LABEL), bar.width() + px(16), px(_LABEL))
        face = font(Pt.CAPTION, bold=present)
        words(painter, above, str(count), face, Tone.INK, Qt.AlignmentFlag.AlignHCenter)
