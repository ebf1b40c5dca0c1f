"""What is looked at in every drill, and how it went."""

from __future__ import annotations

from enum import StrEnum


class Point(StrEnum):
    """What is looked at in every drill."""

    ALARM = "alarm"  # reported at once and to the right place
    ARRIVAL = "arrival"  # on the spot in time
    ORDER = "order"  # steps in their order, nothing critical left out
    CALLS = "calls"  # numbers known and reached
    ROLES = "roles"  # everybody knew what was theirs
    EQUIPMENT = "equipment"  # at hand and working
    PEOPLE = "people"  # residents told, led, calmed
    RECORD = "record"  # times and words written down


class Grade(StrEnum):
    """How it went."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    NOT_SEEN = "not-seen"
