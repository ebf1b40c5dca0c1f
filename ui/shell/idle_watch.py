"""When somebody last touched the keys or the mouse."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.core.clock import Clock

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})

_REST = timedelta(seconds=1.5)


class IdleWatch(QObject):
    """Sees what the system hands to the window, before any widget has it."""

    def __init__(self, parent: QObject, window: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock.now()
        handle = window.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def touched(self) -> None:
        """Count from now again."""
        self._last = self._clock.now()

    def is_idle(self, minutes: int) -> bool:
        """Whether nobody touched anything for so long; never for 0 minutes."""
        return bool(minutes) and self._since() >= timedelta(minutes=minutes)

    def rests(self) -> bool:
        """Whether nobody typed or moved just now, so that a short piece of work holds up no key."""
        return self._since() >= _REST

    def _since(self) -> timedelta:
        """A clock that was put back counts from there: nobody waits for the lost hours to come again."""
        now = self._clock.now()
        self._last = min(self._last, now)
        return now - self._last

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False
