"""The current step's own words, large; it holds the focus while no field does, so that single letters act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.incidents.running.progress import StepNow, StepState
from ui.incidents.running.step_words import LOOKS, chips, role_words, spoken
from ui.sentences.incidents import said
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.colours import Tone, colour
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import Pt, font, metrics, px, width_of

_SIDE, _TEXT, _AROUND, _ICON, _CHIPS = 20, 54, 4, 20, 24
_BREAKS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepFace(QWidget):
    """Arrow, words, chips, role; a ring while it has the focus."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._one: StepNow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, one: StepNow) -> None:
        """Show this step."""
        if one != self._one:
            self._one = one
            self.setAccessibleName(spoken(one))
            self.setAccessibleDescription(said(one.step.detail) if one.step.detail else "")
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._one is None:
            return px(40)
        place = QRectF(0, 0, self._text_width(width), 10_000)
        high = metrics(Pt.PAGE, bold=True).boundingRect(place, int(_BREAKS), said(self._one.step.text)).height()
        return round(high) + 2 * px(_AROUND) + 2

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(30))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._one is None:
            return
        painter, place = QPainter(self), QRectF(self.rect())
        look = LOOKS[self._one.state]
        open_now = self._one.state is StepState.OPEN
        sign, tone = ("arrow-right", Tone.ACCENT) if open_now else (look.icon, look.tone)
        paint_icon(painter, sign, QRectF(px(_SIDE), 0, px(_ICON), place.height()), tone, _ICON)
        text, wide = said(self._one.step.text), self._text_width(self.width())
        painter.setFont(font(Pt.PAGE, bold=True))
        painter.setPen(colour(Tone.INK))
        painter.drawText(QRectF(px(_TEXT), 0, wide, place.height()), int(_BREAKS), text)
        left = px(_TEXT) + min(wide, width_of(text, Pt.PAGE, bold=True)) + px(10)
        for word, mood, icon in chips(self._one):
            paint_chip(painter, left, place.height() / 2, word, mood, icon)
            left += chip_width(word, icon) + px(6)
        role = role_words(self._one)
        at = QRectF(0, 0, place.width() - px(_CHIPS), place.height())
        words(painter, at, role, font(), Tone.INK2, Qt.AlignmentFlag.AlignRight)
        if self.hasFocus():
            box(painter, place.adjusted(px(8), 1, -px(8), -1), inside=None, edge=Tone.ACCENT, width=2)

    def _text_width(self, width: int) -> float:
        assert self._one is not None
        behind = sum(chip_width(word, icon) + px(6) for word, _, icon in chips(self._one))
        role = width_of(role_words(self._one)) + px(_CHIPS) + px(12)
        return max(px(120), width - px(_TEXT) - behind - role - px(10))
