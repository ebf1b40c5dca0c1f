"""How many incidents run and the longest time of them, at the foot of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.language import tr, tr_n
from ui.shell.running_clock import clock_text
from ui.shell.status_item import StatusItem
from ui.widgets.colours import Tone

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.incidents.running.view import RunningLine

_LOOK_EVERY = 5_000


class RunningItem(StatusItem):
    """To the minute: the head of the window has the seconds."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("siren", tr("Incidents"))
        self._clock = clock
        self._lines: Sequence[RunningLine] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._say)

    def show_lines(self, lines: Sequence[RunningLine]) -> None:
        """What runs now, drills with it."""
        self._lines = lines
        if lines:
            self._timer.start(_LOOK_EVERY)
        else:
            self._timer.stop()
        self._say()

    def _say(self) -> None:
        if not self._lines:
            self.show_text("")
            return
        count = len(self._lines)
        time = clock_text(min(line.running_since for line in self._lines), self._clock.now())[:-3]
        words = tr_n("{n} incident {time}", "{n} incidents {time}", count).format(n=count, time=time)
        if words != self.text():
            self.show_text(words, Tone.DANGER, short=f"{count} · {time}")
