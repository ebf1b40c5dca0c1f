"""The clocks in the head: at most two that are due first, how many more there are, and the time since the start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.core.language import tr, tr_n
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.timers import RunningTimer, TimerState, running_timers
from app.incidents.running.view import IncidentView
from ui.incidents.running.timer_face import TimerFace
from ui.shell.actions import Action
from ui.widgets.elided import Elided
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import caption

_FACES = 2
_NO_CLOCK_MINDS = frozenset(
    {
        *(EntryKind.WRITTEN, EntryKind.CALLED, EntryKind.NOTICE, EntryKind.PHOTO),
        *(EntryKind.PERSON, EntryKind.LOSS, EntryKind.TICKET),
    }
)
"""Most of a long log, and nothing that a clock starts or ends with."""


class SinceStart(QWidget):
    """The clock since the incident began; it is never scrolled and never cut."""

    def __init__(self) -> None:
        super().__init__()
        self._title = caption(tr("Running"))
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._time = Elided(Pt.AMOUNT, bold=True, place="000:00:00")
        self._time.align(Qt.AlignmentFlag.AlignRight)
        self.setLayout(column(self._title, self._time, space=0))

    def fold(self, *, low: bool) -> None:
        """Only the figures where the window is low."""
        self._title.setVisible(not low)

    def show_time(self, text: str) -> None:
        """The figures."""
        if text != self._time.text():
            self._time.show_text(text)
            self.setAccessibleName(f"{self._title.text()} {text}")

    def text(self) -> str:
        """The figures shown."""
        return self._time.text()


class Clocks(QWidget):
    """Looks at the time when it is told to; a second changes its figures and nothing else."""

    def __init__(self, more: Action) -> None:
        super().__init__()
        self.faces = [TimerFace() for _ in range(_FACES)]
        self._more = KeyButton(more, Kind.QUIET, icon="hourglass", small=True)
        self._view: IncidentView | None = None
        self._lines: tuple[Entry, ...] = ()
        self._due = frozenset[tuple[str, datetime]]()
        self.sound = False
        parts: list[QWidget | int] = []
        for face in self.faces:
            parts += [Rule(upright=True), 8, face, 8]
        self.setLayout(row(*parts, self._more, None, space=4))

    def show_view(self, view: IncidentView, now: datetime) -> None:
        """The clocks of this incident."""
        is_another = self._view is None or self._view.id != view.id
        self._view = view
        self._lines = tuple(entry for entry in view.entries if entry.kind not in _NO_CLOCK_MINDS)
        if is_another:
            self._due = _due(self.timers(now))  # what was due before is no news
        self.look(now)

    def timers(self, now: datetime) -> tuple[RunningTimer, ...]:
        """Every clock that runs, the one that is due first at the head."""
        assert self._view is not None
        return running_timers(self._view.progress, self._lines, now)

    def look(self, now: datetime) -> None:
        """A second went by."""
        if self._view is None:
            return
        running = self.timers(now)
        for at, face in enumerate(self.faces):
            face.show_timer(running[at] if at < len(running) else None, now)
        self._say_more(running)
        self._sound(_due(running))

    def fold(self, *, low: bool, tight: bool) -> None:
        """One line each where the window is low."""
        for face in self.faces:
            face.fold(low=low, tight=tight)

    def _say_more(self, running: Sequence[RunningTimer]) -> None:
        beyond, due = len(running) - _FACES, sum(one.state is TimerState.DUE for one in running)
        words = tr_n("{n} more", "{n} more", beyond).format(n=beyond) if beyond > 0 else tr("Clocks")
        self._more.action_shown.say(tr("{words}, {n} due").format(words=words, n=due) if due else words)

    def _sound(self, due: frozenset[tuple[str, datetime]]) -> None:
        if self.sound and due - self._due:
            QApplication.beep()
        self._due = due


def _due(running: Sequence[RunningTimer]) -> frozenset[tuple[str, datetime]]:
    return frozenset((one.timer.id, one.due_at) for one in running if one.state is TimerState.DUE)
