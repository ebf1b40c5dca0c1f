"""Panes and rules: places told apart by ground and hairline, never by boxes in boxes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.colours import Tone, colour
from ui.widgets.sizes import gap


class Pane(QWidget):
    """A ground of its own: panel, canvas, sunken or accent."""

    def __init__(self, ground: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", ground)


class Rule(QWidget):
    """A hairline between two places."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        level = QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((QSizePolicy.Policy.Fixed, level) if upright else (level, QSizePolicy.Policy.Fixed)))

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(colour(Tone.LINE), 0))
        painter.drawLine(0, 0, 0 if self._upright else self.width(), self.height() if self._upright else 0)


Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
_NO_MARGINS = (0, 0, 0, 0)


def row(*parts: Part, space: int = 8, margins: Margins = _NO_MARGINS) -> QHBoxLayout:
    """Parts beside each other: a number is an empty distance, None the stretch; margins as left, top, right, bottom."""
    made = QHBoxLayout()
    _fill(made, parts, space, margins)
    return made


def column(*parts: Part, space: int = 8, margins: Margins = _NO_MARGINS) -> QVBoxLayout:
    """Parts below each other, told as for `row`."""
    made = QVBoxLayout()
    _fill(made, parts, space, margins)
    return made


def _fill(box: QBoxLayout, parts: tuple[Part, ...], space: int, margins: Margins) -> None:
    box.setProperty("gaps", [space, *margins])
    _space(box)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(gap(part))
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


def space_again() -> None:
    """Give every row and column its distances at the present text scale."""
    for window in QApplication.topLevelWidgets():
        for box in window.findChildren(QBoxLayout):
            if box.property("gaps") is not None:
                _space(box)


def _space(box: QBoxLayout) -> None:
    between, *around = box.property("gaps")
    box.setSpacing(gap(between))
    box.setContentsMargins(*(gap(margin) for margin in around))
