"""How much room the window has for its words: wide, narrow or small, so that pages fold in step."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Room(StrEnum):
    """`narrow` below 1200 logical pixels, `small` below 1100, both at 100 % text; larger text counts as less room."""

    WIDE = "wide"
    NARROW = "narrow"
    SMALL = "small"


NARROW_BELOW = 1200
SMALL_BELOW = 1100
SMALL_TEXT_FROM = 150


def room_for(width: int, percent: int) -> Room:
    """The room that a window of this width (logical pixels) has at a text scale (percent)."""
    if width < SMALL_BELOW or percent >= SMALL_TEXT_FROM:
        return Room.SMALL
    if width * 100 < NARROW_BELOW * max(percent, 100):
        return Room.NARROW
    return Room.WIDE


class WindowLayout(QObject):
    """The room there is now; `changed` comes only when it becomes another."""

    changed = Signal(object)

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.room = Room.WIDE

    def measure(self, width: int, percent: int) -> None:
        """Note the window's width and text scale."""
        room = room_for(width, percent)
        if room is not self.room:
            self.room = room
            self.changed.emit(room)
