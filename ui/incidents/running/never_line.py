"""The red line of what must never be done; it breaks between its items and never hides one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from app.incidents.plans.plan import Both
from ui.sentences.incidents import said
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, gap, px, width_of

_SIDE, _AROUND, _LINE, _BETWEEN, _ICON = 24, 5, 22, 24, 26


class NeverLine(QWidget):
    """Icon, the word, then each item."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[Both]) -> None:
        """Show these; nothing without any."""
        told = [said(item) for item in items]
        if told != self._items:
            self._items = told
            self.setAccessibleName(self.text())
            self.setVisible(bool(told))
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """Everything it says."""
        return f"{tr('Never')} {'; '.join(self._items)}"

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max((line for _, _, line in self._places(width)), default=0)
        return px(_LINE) * lines + 2 * px(_AROUND)

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        fill(painter, place, Tone.DANGER_TINT)
        hairline(painter, 0, place.width(), place.height() - 1, Tone.DANGER_EDGE)
        top = px(_AROUND)
        paint_icon(painter, "octagon-x", QRectF(px(_SIDE), top, px(18), px(_LINE)), Tone.DANGER, 18)
        word = QRectF(px(_SIDE) + px(_ICON), top, place.width(), px(_LINE))
        words(painter, word, tr("Never"), font(bold=True), Tone.DANGER)
        for item, left, line in self._places(self.width()):
            where = QRectF(left, top + line * px(_LINE), place.width() - left, px(_LINE))
            words(painter, where, item, font(), Tone.INK)

    def _places(self, width: int) -> Iterator[tuple[str, float, int]]:
        begin = px(_SIDE) + px(_ICON) + width_of(tr("Never"), bold=True) + gap(12)
        left, line = begin, 0
        for item in self._items:
            wide = width_of(item, Pt.BODY)
            if left > begin and left + wide > width - px(_SIDE) / 2:
                left, line = begin, line + 1
            yield item, left, line
            left += wide + gap(_BETWEEN)
