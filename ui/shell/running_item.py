"""How many incidents run and the longest time of them, at the foot of the window; drills are told apart."""

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
        real = [line for line in self._lines if not line.is_drill]
        drills = [line for line in self._lines if line.is_drill]
        told = []
        if real:
            told.append(tr_n("{n} incident {time}", "{n} incidents {time}", len(real)).format(**self._facts(real)))
        if drills:
            told.append(tr_n("{n} drill {time}", "{n} drills {time}", len(drills)).format(**self._facts(drills)))
        words = " · ".join(told)
        if words != self.text():
            tone = Tone.DANGER if real else Tone.WARN
            self.show_text(words, tone, short="{n} · {time}".format(**self._facts(real or drills)))

    def _facts(self, lines: Sequence[RunningLine]) -> dict[str, object]:
        """How many, and the longest time."""
        since = min(line.running_since for line in lines)
        return {"n": len(lines), "time": clock_text(since, self._clock.now())[:-3]}
