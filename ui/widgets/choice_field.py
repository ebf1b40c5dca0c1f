"""A field to choose one of a few things: ↑ ↓, the first letters, or Alt+↓ for the whole list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import dress, font, px, width_of

T = TypeVar("T")
_SIDE = 10


class ChoiceField(QComboBox, Generic[T]):
    """Offers (text, value) pairs; a turn of the wheel never changes it by accident."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[str, T]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self)
        self.offer(choices)
        self.currentIndexChanged.connect(lambda _: self.chosen.emit(self.value()))

    def offer(self, choices: Sequence[tuple[str, T]]) -> None:
        """Offer other things; the value chosen stays if it is still among them."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for _, value in choices]
        self.addItems([text for text, _ in choices])
        if before in self._values:
            self.setCurrentIndex(self._values.index(before))
        self.blockSignals(False)
        self.updateGeometry()

    def value(self) -> T | None:
        """What is chosen; None if nothing is offered."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: T) -> None:
        """Choose this one."""
        self.setCurrentIndex(self._values.index(value))

    def sizeHint(self) -> QSize:
        widest = max((width_of(self.itemText(at)) for at in range(self.count())), default=0)
        return QSize(round(widest) + px(2 * _SIDE + 24), px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(34))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        focused = self.hasFocus() or self.view().isVisible()
        off = not self.isEnabled()
        edge = Tone.ACCENT if focused else Tone.FIELD_EDGE
        box(painter, whole, inside=Tone.MUTE_TINT if off else Tone.PANEL, edge=edge, width=2 if focused else 1)
        place = whole.adjusted(px(_SIDE), 0, -px(_SIDE + 18), 0)
        text = QFontMetricsF(font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, place.width())
        words(painter, place, text, font(), Tone.INK3 if off else Tone.INK)
        arrow = QRectF(whole.right() - px(_SIDE + 16), whole.top(), px(16), whole.height())
        paint_icon(painter, "chevron-down", arrow, Tone.INK2, 16)
