"""The ground under the search results: a column at the left, or a pop-up under the box that takes no focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.counter.search.search_pane import SearchPane
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane


class HitsPane(Pane):
    """Holds the line of words and the list; the box stands beside it on the page."""

    def __init__(self, search: SearchPane, parent: QWidget) -> None:
        super().__init__("canvas", parent)
        self._search = search
        self._floats = False
        self._top = 0
        search.words.setWordWrap(True)
        for part in (search.words, search.list):
            part.setParent(self)
        search.worded.connect(self._place)

    def stand(self, *, floats: bool, top: int) -> None:
        """Pop-up or column; `top` logical pixels are left to the box."""
        self._floats, self._top = floats, top
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._floats:
            box(QPainter(self), QRectF(self.rect()), inside=Tone.PANEL, edge=Tone.FIELD_EDGE, radius=6)

    def _place(self) -> None:
        side, edge = gap(14), 2 if self._floats else 0
        width = self.width() - 2 * side
        height = max(px(24), self._search.words.heightForWidth(width))
        self._search.words.setGeometry(side, self._top, width, height)
        top = self._top + height + gap(4)
        self._search.list.setGeometry(edge, top, self.width() - 2 * edge, self.height() - top - edge)
