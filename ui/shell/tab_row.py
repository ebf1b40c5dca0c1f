"""The tabs of the window: a line under the current one, each with its number in a cap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import box, fill, words
from ui.widgets.sizes import Pt, dress, font, px, width_of

_SIDE, _GAP, _LINE = 8, 8, 3


class TabRow(QTabBar):
    """Drawn by the program: as wide as its bold words, so that nothing moves when another tab becomes current."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._stands_back = False
        dress(self, Pt.LARGE)

    def stand_back(self, *, back: bool) -> None:
        """Show no tab as current, while a page shows that is none of them."""
        self._stands_back = back
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(round(self._label(index)) + px(_GAP) + cap_width(str(index + 1)) + 2 * px(_SIDE), px(48))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, QRectF(self.tabRect(index)), index)

    def _paint_tab(self, painter: QPainter, place: QRectF, index: int) -> None:
        current = index == self.currentIndex() and not self._stands_back
        ink = Tone.ACCENT if current else Tone.INK2
        text = place.adjusted(px(_SIDE), 0, 0, 0)
        words(painter, text, self.tabText(index), font(Pt.LARGE, bold=current), ink)
        left = place.left() + px(_SIDE) + self._label(index) + px(_GAP)
        cap_ink, edge = (Tone.ACCENT, Tone.ACCENT_EDGE) if current else (Tone.INK3, Tone.EDGE)
        paint_cap(painter, left, place.center().y(), str(index + 1), cap_ink, edge)
        if current:
            fill(painter, QRectF(place.left(), place.bottom() - _LINE, place.width(), _LINE), Tone.ACCENT)
        if index == self.currentIndex() and self.hasFocus():
            box(painter, place.adjusted(0, px(8), 0, -px(8)), inside=None, edge=Tone.ACCENT, width=2)

    def _label(self, index: int) -> float:
        return width_of(self.tabText(index), Pt.LARGE, bold=True)
