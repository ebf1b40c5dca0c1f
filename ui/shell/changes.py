"""The one notice that something in the office changed, and who asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

RESTORED = "restored"
"""Announced when a backup takes the place of the whole office: every page goes, and the folder is opened anew."""


@dataclass(frozen=True, slots=True)
class Change:
    """Which rooms changed (`counter`, `tickets`, `estate` …); `by` is the page asking, which may skip itself."""

    rooms: frozenset[str]
    by: object

    def concerns(self, *rooms: str) -> bool:
        """Whether any of these rooms changed."""
        return not self.rooms.isdisjoint(rooms)


class Changes(QObject):
    """Pages announce what they changed and listen to what others did."""

    changed = Signal(object)
    covered = Signal()
    """The page was left or the screen is locked: whoever shows telephone numbers whole masks them again."""

    def announce(self, *rooms: str, by: object) -> None:
        """Tell every page that these rooms changed."""
        self.changed.emit(Change(frozenset(rooms), by))
