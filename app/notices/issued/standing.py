"""How a notice stands now: to be posted, overdue, hanging, to be taken down, or over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """The order is that of a list: what is late comes first."""

    OVERDUE = "overdue"
    TO_POST = "to-post"
    TAKE_DOWN = "take-down"
    HANGS = "hangs"
    OVER = "over"
    CALLED_OFF = "called-off"


DONE = frozenset({Standing.OVER, Standing.CALLED_OFF})
"""Nothing is to be done any more."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Since when something hangs at one place, and since when no more."""

    posted_at: datetime | None
    removed_at: datetime | None

    @property
    def hangs(self) -> bool:
        """Whether it hangs now."""
        return self.posted_at is not None and self.removed_at is None


@dataclass(frozen=True, slots=True)
class Times:
    """What a notice says of its own time; `followed_at` is when a later one took its place."""

    due_by: datetime | None
    ends_at: datetime | None
    called_off_at: datetime | None
    followed_at: datetime | None


def standing_of(times: Times, places: Sequence[Hanging], now: datetime) -> Standing:
    """How it stands; a notice that nobody said where to hang is still to be posted."""
    hangs = any(place.hangs for place in places)
    if times.called_off_at is not None:
        return Standing.TAKE_DOWN if hangs else Standing.CALLED_OFF
    if times.followed_at is not None or (times.ends_at is not None and times.ends_at <= now):
        return Standing.TAKE_DOWN if hangs else Standing.OVER
    if places and all(place.removed_at is not None for place in places):
        return Standing.OVER
    if places and all(place.posted_at is not None for place in places):
        return Standing.HANGS
    late = times.due_by is not None and times.due_by < now
    return Standing.OVERDUE if late else Standing.TO_POST
