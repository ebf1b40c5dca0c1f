"""What a line of the duty log tells."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """Kinds of lines; what the program itself writes has facts instead of words."""

    WRITTEN = "written"
    CORRECTED = "corrected"
    HANDED_OVER = "handed_over"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    TURN_CHANGED = "turn_changed"
    TURN_OFF = "turn_off"
    SWAPPED = "swapped"
    ROUND_BEGUN = "round_begun"
    ROUND_ENDED = "round_ended"
    HAZARD = "hazard"
    TICK_OFF = "tick_off"
