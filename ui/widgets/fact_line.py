"""Facts of a unit in one flowing line: name in grey, words beside it, breaking between facts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import words
from ui.widgets.sizes import font, gap, px, width_of

_LINE, _BETWEEN, _INNER = 24, 20, 6
Fact = tuple[str, str]


class FactLine(QWidget):
    """Shows (name, words); facts without words are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Fact] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        self._facts = [fact for fact in facts if fact[1]]
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything said."""
        return "; ".join(f"{name} {said}" for name, said in self._facts)

    def heightForWidth(self, width: int) -> int:
        lines = {y for _, y in self._places(width)}
        return px(_LINE) * max(1, len(lines))

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(max(self.width(), px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_LINE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for (name, said), (left, line) in zip(self._facts, self._places(self.width()), strict=True):
            place = QRectF(left, line * px(_LINE), self.width() - left, px(_LINE))
            words(painter, place, name, font(), Tone.INK2)
            words(painter, place.adjusted(width_of(name) + gap(_INNER), 0, 0, 0), said, font(), Tone.INK)

    def _places(self, width: int) -> Iterator[tuple[float, int]]:
        left, line = 0.0, 0
        for name, said in self._facts:
            wide = width_of(name) + gap(_INNER) + width_of(said)
            if left and left + wide > width:
                left, line = 0.0, line + 1
            yield left, line
            left += wide + gap(_BETWEEN)
