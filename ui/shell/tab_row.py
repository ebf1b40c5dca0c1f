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
    """Drawn by the program: as wide as its bold words, so that nothing moves when another tab becomes current.

    Folded, the words of the current tab alone stand beside its number; the others say theirs where the mouse rests.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._stands_back = self._folded = False
        dress(self, Pt.LARGE)
        self.currentChanged.connect(self._on_current_changed)

    def stand_back(self, *, back: bool) -> None:
        """Show no tab as current, while a page shows that is none of them."""
        self._stands_back = back
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Leave the words of all but the current tab out, or show them again."""
        if folded is not self._folded:
            self._folded = folded
            self._measure_anew()

    def whole_width(self) -> int:
        """What all words together need."""
        return sum(self._number(at) + self._words(at) for at in range(self.count()))

    def folded_width(self) -> int:
        """What the numbers need, and the longest words."""
        every = range(self.count())
        return sum(map(self._number, every)) + max(map(self._words, every), default=0)

    def tabSizeHint(self, index: int) -> QSize:
        worded = not self._folded or index == self.currentIndex()
        return QSize(self._number(index) + (self._words(index) if worded else 0), px(48))

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
        left = place.left() + px(_SIDE)
        if not self._folded or index == self.currentIndex():
            text = place.adjusted(px(_SIDE), 0, 0, 0)
            words(painter, text, self.tabText(index), font(Pt.LARGE, bold=current), ink)
            left += self._label(index) + px(_GAP)
        cap_ink, edge = (Tone.ACCENT, Tone.ACCENT_EDGE) if current else (Tone.INK3, Tone.EDGE)
        paint_cap(painter, left, place.center().y(), str(index + 1), cap_ink, edge)
        if current:
            fill(painter, QRectF(place.left(), place.bottom() - _LINE, place.width(), _LINE), Tone.ACCENT)
        if index == self.currentIndex() and self.hasFocus():
            box(painter, place.adjusted(0, px(8), 0, -px(8)), inside=None, edge=Tone.ACCENT, width=2)

    def _on_current_changed(self) -> None:
        if self._folded:
            self._measure_anew()

    def _measure_anew(self) -> None:
        """Qt measures the tabs when one of them has other words."""
        for at in range(self.count()):
            self.setTabToolTip(at, self.tabText(at) if self._folded else "")
            self.setTabText(at, self.tabText(at))
        self.updateGeometry()

    def _number(self, index: int) -> int:
        return cap_width(str(index + 1)) + 2 * px(_SIDE)

    def _words(self, index: int) -> int:
        return round(self._label(index)) + px(_GAP)

    def _label(self, index: int) -> float:
        return width_of(self.tabText(index), Pt.LARGE, bold=True)
