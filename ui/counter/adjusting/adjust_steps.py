"""What the keys that let something go do: ask, have a supervisor agree where it takes one, write, show it."""

from __future__ import annotations

from ui.counter.adjusting.asking import Asking, Desk
from ui.counter.adjusting.pausing import Pausing
from ui.counter.adjusting.standing_empty import StandingEmpty
from ui.counter.adjusting.waiving import Waiving


class AdjustSteps:
    """The steps of one desk; without an open bill each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._asking = Asking(desk)

    def waive(self) -> None:
        """Let go of a part of the current line or of its late fee."""
        Waiving(self._asking).waive()

    def pause(self) -> None:
        """Let the late fee rest; where it rests already, let it grow again."""
        Pausing(self._asking).turn()

    def vacant(self) -> None:
        """Grant the discount of an empty home on the tariff of the line; where one is running, end it."""
        StandingEmpty(self._asking).of_line()

    def vacant_room(self) -> None:
        """The same on any tariff of the room, also where nothing is owed."""
        StandingEmpty(self._asking).of_room()

    def show_all(self) -> None:
        """Everything that changed the room's charges; a waiver can be taken back."""
        Waiving(self._asking).show_all()
