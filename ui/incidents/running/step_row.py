"""One step that is not being worked: how it stands, its words, what was seen and when; a click chooses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.incidents.running.progress import StepNow, StepState
from ui.incidents.running.step_words import LOOKS, chips, role_words, seen_words, spoken, time_words
from ui.sentences.incidents import said
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.colours import Tone, colour
from ui.widgets.icons import paint_icon
from ui.widgets.painting import hairline, words
from ui.widgets.sizes import Pt, font, metrics, px, text_percent, width_of

_HIGH, _AROUND, _SIDE, _TEXT, _ICON = 44, 10, 24, 58, 20
_SEEN_SHARE = 0.4
_BREAKS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepRow(QWidget):
    """At least 44 pixels; higher where its words need two lines."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._one: StepNow | None = None
        self._plain = False
        self._heights: dict[tuple[int, int], int] = {}
        """What was measured, by width and text scale; a layout asks the same many times over."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def step_id(self) -> str:
        """The step shown; empty while there is none."""
        return self._one.step.id if self._one else ""

    def show_step(self, one: StepNow, *, strong: bool) -> None:
        """Show this step; `strong` where every step of the page counts alike."""
        if one != self._one or strong is self._plain:
            self._one, self._plain = one, not strong
            self._heights.clear()
            self.setAccessibleName(spoken(one))
            self.setToolTip(seen_words(one))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._one is None:
            return px(_HIGH)
        place = (width, text_percent())
        if place not in self._heights:
            space = metrics(self._size).boundingRect(
                QRectF(0, 0, self._text_width(width), 10_000), int(_BREAKS), said(self._one.step.text)
            )
            self._heights[place] = max(px(_HIGH), round(space.height()) + 2 * px(_AROUND))
        return self._heights[place]

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(_HIGH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._one is not None and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._one.step.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._one is None:
            return
        painter, place = QPainter(self), QRectF(self.rect())
        look = LOOKS[self._one.state]
        paint_icon(painter, look.icon, QRectF(px(_SIDE), 0, px(_ICON), place.height()), look.tone, _ICON)
        self._paint_words(painter, place)
        self._paint_right(painter, place)
        hairline(painter, px(_SIDE), place.width(), place.height() - 1)

    @property
    def _size(self) -> Pt:
        return Pt.LARGE

    @property
    def _quiet(self) -> bool:
        assert self._one is not None
        return self._one.state.is_settled

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        assert self._one is not None
        text, wide = said(self._one.step.text), self._text_width(self.width())
        tone = Tone.INK3 if self._one.state is StepState.HIDDEN else Tone.INK2 if self._quiet else Tone.INK
        face = font(self._size, struck=self._one.state is StepState.HIDDEN)
        painter.setFont(face)
        painter.setPen(colour(tone))
        painter.drawText(QRectF(px(_TEXT), 0, wide, place.height()), int(_BREAKS), text)
        left = px(_TEXT) + min(wide, width_of(text, self._size)) + px(8)
        for word, mood, icon in chips(self._one):
            paint_chip(painter, left, place.height() / 2, word, mood, icon)
            left += chip_width(word, icon) + px(6)

    def _paint_right(self, painter: QPainter, place: QRectF) -> None:
        assert self._one is not None
        right = place.width() - px(_SIDE)
        tail = time_words(self._one) if self._quiet else role_words(self._one)
        wide = width_of(tail, Pt.BODY) + 1
        words(painter, QRectF(right - wide, 0, wide, place.height()), tail, font(), Tone.INK2)
        seen = seen_words(self._one)
        if seen:
            least = self._seen_width(self.width())
            shown = metrics(Pt.BODY, bold=True).elidedText(seen, Qt.TextElideMode.ElideRight, least)
            end = right - px(44) if self._quiet else right - wide - px(12)
            where = QRectF(end - least, 0, least, place.height())
            words(painter, where, shown, font(bold=True), Tone.INK, Qt.AlignmentFlag.AlignRight)

    def _text_width(self, width: int) -> float:
        assert self._one is not None
        behind = sum(chip_width(word, icon) + px(6) for word, _, icon in chips(self._one))
        seen = self._seen_width(width)
        right = px(_SIDE) + (px(44) if self._quiet else px(64)) + (seen + px(12) if seen else 0)
        return max(px(120), width - px(_TEXT) - right - behind - px(8))

    def _seen_width(self, width: int) -> float:
        assert self._one is not None
        return min(width_of(seen_words(self._one), Pt.BODY, bold=True) + 2, width * _SEEN_SHARE)
