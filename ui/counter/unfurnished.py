"""What stands in for the parts beside the search until they are made."""

from __future__ import annotations

from PySide6.QtCore import QRect


class Unfurnished:
    """Nothing is open, nothing is typed, and no part asks for room (logical pixels)."""

    @property
    def is_open(self) -> bool:
        """Whether a bill is open."""
        return False

    @property
    def may_restore(self) -> bool:
        """Whether Ctrl+Z would bring something back."""
        return False

    def go_to_amount(self) -> None:
        """The caret to the amount of the open bill."""

    def keep_draft(self) -> None:
        """Make everything typed durable now."""

    def stand_upright(self, height: int) -> None:
        """Stand beside the column of the search, so high."""

    def stand_compact(self, box: QRect) -> int:
        """Stand in two columns with the search box at the top left; the least width of the side column."""
        return 0 * box.width()

    def lie(self, box: QRect) -> int:
        """Lie under the middle, with the search box at the top left; how high."""
        return 0 * box.width()
