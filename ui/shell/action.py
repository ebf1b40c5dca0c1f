"""One action of the window: its words, its keys, what it does, and why it cannot be done just now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ui.shell.key_names import cap_text

WINDOW = "window"


class KeyTakenError(ValueError):
    """Two actions want one key in one context, or a key that belongs to the system."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What an action is: its name for the program, its words and keys for the person.

    `context` is where it acts: "window", a tab, an overlay, or a list that has the focus. `commits` marks what a held
    key must never repeat; `help` is the line of the key list when the label alone is too short.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    context: str = WINDOW
    commits: bool = False
    help: str = ""


class Action(QObject):
    """One thing a person can do, by key or by button, through this same object."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, spec: Spec, run: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._run = run
        self._text = spec.text
        self._why_off = ""
        self._off = False

    @property
    def text(self) -> str:
        """The label of its buttons."""
        return self._text

    @property
    def cap(self) -> str:
        """The words in the key cap; empty without a key."""
        return cap_text(self.spec.keys[0]) if self.spec.keys else ""

    @property
    def is_off(self) -> bool:
        """Whether it cannot be done just now."""
        return self._off

    @property
    def why_off(self) -> str:
        """Why not, for the person."""
        return self._why_off

    def say(self, text: str) -> None:
        """Change the label (the pressed key stays)."""
        if text != self._text:
            self._text = text
            self.changed.emit()

    def turn_off(self, why: str) -> None:
        """Cannot be done just now: the key is still taken, and says why."""
        if not self._off or why != self._why_off:
            self._off, self._why_off = True, why
            self.changed.emit()

    def turn_on(self) -> None:
        """Can be done again."""
        if self._off:
            self._off, self._why_off = False, ""
            self.changed.emit()

    def trigger(self) -> None:
        """Do it, or say why not."""
        if self._off:
            self.refused.emit(self._why_off)
        else:
            self._run()
