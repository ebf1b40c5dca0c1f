"""What the tab says by itself: rounds that nobody walked, hazards past their day, hand-overs not signed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import tr, tr_n
from app.core.show import show_whole
from app.duty.pressing import Pressing
from ui.shell.action import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_LOOK_EVERY = 60_000
_COUNT_AFTER = 400


class DutyStrip(QWidget):
    """Says it once at the start, and counts anew as things change; `show_due` leads to the rows."""

    def __init__(self, context: Context, show_due: Action) -> None:
        super().__init__()
        self._context, self._show_due = context, show_due
        self.strip = NoteStrip(folds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self._began = False
        self._recount = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._recount.timeout.connect(self.look)
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        context.changes.changed.connect(self._on_changed)

    def say_start(self) -> None:
        """Say how duty stands, the first time only."""
        if not self._began:
            self._began = True
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Say how duty stands now."""
        pressing = self._context.office.duty_pressing.now()
        if pressing.is_calm:
            self.strip.clear()
            return
        mood, icon = (Mood.DANGER, "triangle-alert") if pressing.hazards else (Mood.WARN, "hourglass")
        words = pressing_words(pressing)
        if words != self.strip.text():
            self.strip.say(words, mood, icon=icon)
            self.strip.offer(self._show_due)

    def _on_changed(self, change: Change) -> None:
        if self._began and change.concerns("duty"):
            self._recount.start()


def pressing_words(pressing: Pressing) -> str:
    """Names of overdue inspections, then late hazards and open signatures, each as a sentence."""
    parts = []
    if pressing.inspections:
        count = len(pressing.inspections)
        words = tr_n("{count} inspection overdue: {names}.", "{count} inspections overdue: {names}.", count)
        names = tr(", ").join(pressing.inspections)
        parts.append(words.format(count=show_whole(count), names=names))
    if pressing.hazards:
        words = tr_n("{count} hazard past its deadline.", "{count} hazards past their deadline.", pressing.hazards)
        parts.append(words.format(count=show_whole(pressing.hazards)))
    if pressing.unsigned:
        words = tr_n("{count} hand-over not signed.", "{count} hand-overs not signed.", pressing.unsigned)
        parts.append(words.format(count=show_whole(pressing.unsigned)))
    return " ".join(parts)
