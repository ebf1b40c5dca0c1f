"""A key cap that can be clicked, where the words beside it already say what it does."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.key_cap import cap_height, cap_width, paint_cap

_ROOM = 3


class CapButton(KeyButton):
    """Shows only the key of its action; a screen reader says the words."""

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self.action_shown.cap) + 2 * _ROOM, cap_height() + 2 * _ROOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = Tone.ACCENT if self.hasFocus() else Tone.EDGE
        paint_cap(QPainter(self), _ROOM, self.height() / 2, self.action_shown.cap, Tone.INK3, edge)
