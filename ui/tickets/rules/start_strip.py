"""What the page of tickets says of deadlines by itself: a summary at the start, then each step once."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tickets.deadlines.deadline_warnings import StartSummary
from app.tickets.deadlines.warning_words import fresh_words, start_words
from ui.shell.action import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_LOOK_EVERY = 60_000
_COUNT_AFTER = 400  # milliseconds; several changes at once are counted once


class DeadlineStrip(QWidget):
    """Stands above a page; `show_list` is the action that leads to the list of who is to be told.

    `say_start` says the summary, once; from then on what reaches a further step is said while somebody is on duty.
    `pressing_changed` gives how many promises are broken and words of progress owed, whenever it is another number.
    """

    pressing_changed = Signal(int)

    def __init__(self, context: Context, show_list: Action) -> None:
        super().__init__()
        self._context = context
        self._show_list = show_list
        self.strip = NoteStrip(folds=True)
        self.pressing = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._recount = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._recount.timeout.connect(self.count)
        self._said = self._shows_summary = False
        context.changes.changed.connect(self._on_changed)

    def say_start(self) -> None:
        """Say how deadlines stand, the first time only."""
        if self._said:
            return
        self._said = self._shows_summary = True
        self._show_summary(self._context.office.deadline_warnings.at_start())
        self._timer.start()

    def look(self) -> None:
        """Say what has reached a further step since the last look."""
        warnings = self._context.office.deadline_warnings
        fresh, progress = warnings.fresh(), warnings.fresh_progress()
        if fresh or progress:
            self._shows_summary = False
            self._say(fresh_words(fresh, progress), urgent=any(len(one.steps) > 1 for one in fresh))
        self.count()

    def count(self) -> None:
        """Count anew; a summary that still stands there tells what is so now."""
        warnings = self._context.office.deadline_warnings
        if self._shows_summary:
            self._show_summary(warnings.now())
        else:
            self._show_pressing(warnings.pressing())

    def clear(self) -> None:
        """The list was looked at."""
        self._shows_summary = False
        self.strip.clear()

    def _on_changed(self, change: Change) -> None:
        if self._said and change.concerns("tickets"):
            self._recount.start()

    def _show_summary(self, summary: StartSummary) -> None:
        self._show_pressing(summary.pressing)
        if summary.is_calm:
            self.strip.clear()
        else:
            self._say(start_words(summary), urgent=bool(summary.pressing))

    def _show_pressing(self, count: int) -> None:
        if count != self.pressing:
            self.pressing = count
            self.pressing_changed.emit(count)

    def _say(self, words: str, *, urgent: bool) -> None:
        mood, icon = (Mood.DANGER, "triangle-alert") if urgent else (Mood.WARN, "hourglass")
        self.strip.say(words, mood, icon=icon)
        self.strip.offer(self._show_list)
