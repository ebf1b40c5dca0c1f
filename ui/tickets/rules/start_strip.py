"""What the page of tickets says of deadlines by itself: a summary at the start, then each step once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tickets.deadlines.warning_words import fresh_words, start_words
from ui.shell.action import Action
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_LOOK_EVERY = 60_000


class DeadlineStrip(QWidget):
    """Stands above a page; `show_list` is the action that leads to the list of who is to be told.

    `say_start` says the summary, once; from then on what reaches a further step is said while somebody is on duty.
    """

    def __init__(self, context: Context, show_list: Action) -> None:
        super().__init__()
        self._context = context
        self._show_list = show_list
        self.strip = NoteStrip(folds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._said = False

    def say_start(self) -> None:
        """Say how deadlines stand, the first time only."""
        if self._said:
            return
        self._said = True
        summary = self._context.office.deadline_warnings.at_start()
        if not summary.is_calm:
            self._say(start_words(summary), urgent=bool(summary.pressing))
        self._timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Say what has reached a further step since the last look."""
        warnings = self._context.office.deadline_warnings
        fresh, progress = warnings.fresh(), warnings.fresh_progress()
        if fresh or progress:
            self._say(fresh_words(fresh, progress), urgent=any(len(one.steps) > 1 for one in fresh))

    def clear(self) -> None:
        """The list was looked at."""
        self.strip.clear()

    def _say(self, words: str, *, urgent: bool) -> None:
        mood, icon = (Mood.DANGER, "triangle-alert") if urgent else (Mood.WARN, "hourglass")
        self.strip.say(words, mood, icon=icon)
        self.strip.offer(self._show_list)
