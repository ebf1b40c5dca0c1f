"""What the counter has to say in passing: one strip, the most pressing thing first, and nothing jumps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from ui.shell.actions import Action
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip


class Press(IntEnum):
    """Which notice comes first; papers that are held up stand in the status line too."""

    CLOCK = 0
    RESTORED = 1
    UNPRINTED = 2
    TAKEN = 3
    UNIT_NOTE = 4
    ONLINE_DOWN = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say, with the action that answers it."""

    text: str
    mood: Mood = Mood.ACCENT
    icon: str = ""
    word: str = ""
    action: Action | None = None


class Notices(QObject):
    """At most one notice of each kind; strips show the first of those they care for."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said: dict[Press, Notice] = {}

    def say(self, press: Press, notice: Notice | None) -> None:
        """Say something of this kind, or nothing any more."""
        if self._said.get(press) == notice:
            return
        if notice is None:
            self._said.pop(press, None)
        else:
            self._said[press] = notice
        self.changed.emit()

    def first(self, *kinds: Press) -> Notice | None:
        """The most pressing notice of these kinds."""
        return next((self._said[kind] for kind in sorted(kinds) if kind in self._said), None)


def show_notice(strip: NoteStrip, notice: Notice | None) -> None:
    """Put a notice on a strip, or empty it."""
    if notice is None:
        strip.clear()
        return
    strip.say(notice.text, notice.mood, icon=notice.icon, word=notice.word)
    if notice.action is not None:
        strip.offer(notice.action)
