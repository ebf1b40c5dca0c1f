"""Short words about what went well or what is off, for the place reserved in the status line."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

SHOWN_SECONDS = 4


class Weight(StrEnum):
    """How a message is meant."""

    DONE = "done"
    HINT = "hint"
    WRONG = "wrong"


class Messages(QObject):
    """What pages want said in passing; nobody has to press OK."""

    said = Signal(str, object)
    cleared = Signal()

    def done(self, text: str) -> None:
        """Something was done: four seconds in the status line."""
        self.said.emit(text, Weight.DONE)

    def hint(self, text: str) -> None:
        """Something to know, neither good nor bad."""
        self.said.emit(text, Weight.HINT)

    def clear(self) -> None:
        """What was said in passing no longer holds."""
        self.cleared.emit()

    def wrong(self, text: str) -> None:
        """Something could not be done; for what has no field or button of its own to stand beside."""
        self.said.emit(text, Weight.WRONG)
