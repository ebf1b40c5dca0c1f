"""The solid chip that says whether this is real or a drill: nobody may mistake one for the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, px, width_of

_SIDE, _HIGH = 8, 24


class RealOrDrill(QWidget):
    """Solid red with 实战, or solid blue with 演练."""

    def __init__(self) -> None:
        super().__init__()
        self._drill = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_kind(drill=False)

    def show_kind(self, *, drill: bool) -> None:
        """Say which it is."""
        self._drill = drill
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return tr("Drill") if self._drill else tr("Real")

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), Pt.BODY, bold=True)) + 1 + 2 * px(_SIDE), px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        box(painter, place, inside=Tone.ACCENT if self._drill else Tone.DANGER, edge=None)
        words(painter, place, self.text(), font(Pt.BODY, bold=True), Tone.PANEL, Qt.AlignmentFlag.AlignHCenter)
