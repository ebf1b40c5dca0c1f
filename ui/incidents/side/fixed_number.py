"""119, 120 or 110: its name, the number large, its key, and the last call; a click does what the key does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.incidents.running.view import CallLine
from ui.incidents.side.phone_words import result_state
from ui.sentences.incidents import said
from ui.shell.actions import Action
from ui.widgets.chip import TINTS
from ui.widgets.colours import Tone
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, metrics, px, width_of

_CAP_GAP = 6


class FixedNumber(QAbstractButton):
    """Never smaller than a fingertip."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action
        self._name, self._number, self._last, self._tone = "", "", "", Tone.INK3
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def show_line(self, line: CallLine) -> None:
        """Show this number and its last call."""
        self._name, self._number = said(line.name), line.number
        self._last, mood, _ = result_state(line)
        self._tone = TINTS[mood][2]
        told = (self._name, self._number, self._last)
        self.setText(" ".join(part for part in told if part))
        self.setAccessibleName(self.text())
        self.setToolTip(self._action.cap)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        number = width_of(self._number or "000", Pt.PHONE, bold=True)
        wide = max(number + px(_CAP_GAP) + cap_width(self._action.cap), width_of(self._name, Pt.CAPTION, bold=True))
        return QSize(round(wide) + 2, self._top() + self._middle() + self._foot())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, wide = QPainter(self), self.width()
        words(painter, QRectF(0, 0, wide, self._top()), self._name, font(Pt.CAPTION, bold=True), Tone.INK2)
        place = QRectF(0, self._top(), wide, self._middle())
        words(painter, place, self._number, font(Pt.PHONE, bold=True), Tone.INK)
        left = width_of(self._number, Pt.PHONE, bold=True) + px(_CAP_GAP)
        paint_cap(painter, left, place.center().y(), self._action.cap, Tone.INK3, Tone.EDGE)
        foot = QRectF(0, place.bottom(), wide, self._foot())
        words(painter, foot, self._last, font(Pt.CAPTION, bold=True), self._tone)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), inside=None, edge=Tone.ACCENT, width=2)

    @staticmethod
    def _top() -> int:
        return round(metrics(Pt.CAPTION).height())

    @staticmethod
    def _middle() -> int:
        return round(metrics(Pt.PHONE, bold=True).ascent() * 1.05)

    @staticmethod
    def _foot() -> int:
        return round(metrics(Pt.CAPTION).height())
