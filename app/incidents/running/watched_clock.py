"""Whether somebody moved the clock of the computer: its time against one that only runs on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.clock import Clock, SystemClock

_MOVED = timedelta(seconds=20)  # less is what a computer puts right by itself
Elapsed = Callable[[], int]
"""Whole seconds since some moment, sleep of the computer counted."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The clock said `to` when it should have said `expected`."""

    expected: datetime
    to: datetime


class WatchedClock:
    """Compares at every look; a clock that is set by hand in a test runs with no other and never counts as moved."""

    def __init__(self, clock: Clock, elapsed: Elapsed | None = None) -> None:
        self._clock = clock
        self._elapsed = elapsed or (clock.ran if isinstance(clock, SystemClock) else None)
        self._looked: tuple[datetime, int] | None = None

    def look(self) -> Moved | None:
        """What became of the clock since the last look."""
        if self._elapsed is None:
            return None
        now, ran = self._clock.now(), self._elapsed()
        before, self._looked = self._looked, (now, ran)
        if before is None:
            return None
        expected = before[0] + timedelta(seconds=ran - before[1])
        return Moved(expected, now) if abs(now - expected) > _MOVED else None
