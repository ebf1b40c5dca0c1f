"""What is wrong with a paper that is worded, or that nothing is: looked at once nobody types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.core.errors import Refusal
from ui.sentences import say
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_AFTER = 250  # milliseconds after the last letter


class CheckStrip(NoteStrip):
    """`verdict` gives the words and their mood; what it refuses is said."""

    def __init__(self, verdict: Callable[[], tuple[str, Mood]]) -> None:
        super().__init__()
        self._verdict = verdict
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)

    def check(self) -> None:
        """Look at it now."""
        self._timer.stop()
        try:
            words, mood = self._verdict()
        except Refusal as refusal:
            self.refuse(refusal)
        else:
            self.say(words, mood)

    def check_soon(self) -> None:
        """Once nobody types."""
        self._timer.start(_AFTER)

    def rest(self) -> None:
        """Nothing is worded any more."""
        self._timer.stop()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it may not be so."""
        self.say(say(refusal), Mood.DANGER)
