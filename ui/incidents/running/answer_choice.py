"""A choice as segments: a digit or the arrows choose, and the chosen one wears edge, tint, tick and bold words.

Where a step has several choices their digits run on: each stands for one answer of the step, wherever the focus is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.incidents.plans.plan import Ask
from ui.sentences.incidents import said
from ui.widgets.colours import Tone, colour
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import RADIUS, box, words
from ui.widgets.sizes import Pt, font, px, width_of

_HIGH, _SIDE, _GAP, _TICK, _RING = 44, 10, 6, 22, 4
_LAST_DIGIT = 9
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AnswerChoice(QWidget):
    """One of a few answers; none is chosen before somebody chooses."""

    changed = Signal()
    stepped = Signal(int)
    digit_of_another = Signal(int)

    def __init__(self, ask: Ask, first_digit: int = 1) -> None:
        super().__init__()
        self._ask = ask
        self._first = first_digit
        self._texts = [said(option.text) for option in ask.options]
        self._chosen = -1
        self._wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    @property
    def first_cap(self) -> str:
        """The digit of its first answer."""
        return self._cap(0)

    def answer(self) -> str:
        """The id of what is chosen; empty for nothing."""
        return self._ask.options[self._chosen].id if self._chosen >= 0 else ""

    def choose(self, option_id: str) -> None:
        """Show this one as chosen; an empty id for none."""
        ids = [option.id for option in self._ask.options]
        self._chosen = ids.index(option_id) if option_id in ids else -1
        self._name()
        self.update()

    def take_digit(self, digit: int) -> bool:
        """Choose the answer of this digit; whether there is one."""
        at = digit - self._first
        if not 0 <= at < len(self._texts):
            return False
        self._take(at)
        return True

    def take_caret(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, text: str) -> None:
        """Wear what is wrong."""
        self._wrong = bool(text)
        self.setAccessibleDescription(text)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max((place.bottom() for place in self._places(width)), default=px(_HIGH))) + _RING

    def sizeHint(self) -> QSize:
        wide = sum(self._wide(at) for at in range(len(self._texts))) + px(_GAP) * (len(self._texts) - 1) + 2 * _RING
        return QSize(round(wide) + 1, self.heightForWidth(round(wide) + 1))

    def minimumSizeHint(self) -> QSize:
        wide = max(self._wide(at) for at in range(len(self._texts))) + 2 * _RING
        return QSize(round(wide) + 1, px(_HIGH) + 2 * _RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.text() in tuple("123456789"):
            digit = int(event.text())
            if not self.take_digit(digit):
                self.digit_of_another.emit(digit)
        elif key in _ALONG:
            self._take((self._chosen + _ALONG[key]) % len(self._texts) if self._chosen >= 0 else 0)
        elif key == Qt.Key.Key_Space:
            self._take(max(self._chosen, 0))
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = QPointF(event.position())
        for at, place in enumerate(self._places(self.width())):
            if place.contains(point):
                self._take(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, place in enumerate(self._places(self.width())):
            self._paint_one(painter, at, place)
        if self.hasFocus():
            painter.setPen(QPen(colour(Tone.ACCENT), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_one(self, painter: QPainter, at: int, place: QRectF) -> None:
        chosen = at == self._chosen
        edge = Tone.DANGER if self._wrong else Tone.ACCENT if chosen else Tone.FIELD_EDGE
        inside = Tone.ACCENT_TINT if chosen else Tone.PANEL
        box(painter, place, inside=inside, edge=edge, width=2 if chosen or self._wrong else 1)
        left, ink = place.left() + px(_SIDE), Tone.ACCENT if chosen else Tone.INK
        cap = self._cap(at)
        if cap:
            paint_cap(painter, left, place.center().y(), cap, Tone.INK3, Tone.EDGE)
        left += cap_width(cap) + px(6)
        sign = "circle-check" if chosen else "circle"
        paint_icon(painter, sign, QRectF(left, place.top(), px(16), place.height()), ink if chosen else Tone.INK3, 16)
        left += px(_TICK)
        words(painter, place.adjusted(left - place.left(), 0, 0, 0), self._texts[at], font(bold=chosen), ink)

    def _places(self, width: int) -> list[QRectF]:
        places, left, top = list[QRectF](), float(_RING), float(_RING)
        for at in range(len(self._texts)):
            wide = self._wide(at)
            if left > _RING and left + wide > width - _RING:
                left, top = float(_RING), top + px(_HIGH) + px(_GAP)
            places.append(QRectF(left, top, min(wide, max(width - 2 * _RING, px(80))), px(_HIGH)))
            left += wide + px(_GAP)
        return places

    def _wide(self, at: int) -> float:
        text = width_of(self._texts[at], Pt.BODY, bold=True)
        return round(text) + 2 + 2 * px(_SIDE) + px(_TICK) + cap_width(self._cap(at)) + px(6)

    def _cap(self, at: int) -> str:
        """Its digit; none beyond the ninth answer of a step."""
        return str(self._first + at) if self._first + at <= _LAST_DIGIT else ""

    def _take(self, at: int) -> None:
        self._chosen = at
        self._name()
        self.update()
        self.changed.emit()

    def _name(self) -> None:
        told = [f"{self._cap(at)} {text}" for at, text in enumerate(self._texts)]
        chosen = self._texts[self._chosen] if self._chosen >= 0 else ""
        self.setAccessibleName(f"{said(self._ask.text)}: {chosen or '; '.join(told)}")
