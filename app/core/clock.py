"""What time it is at the office: local wall-clock time, injected so that tests can set it."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from typing import Protocol

_A_SECOND = 1_000_000_000  # in nanoseconds


class Clock(Protocol):
    """Tells the local time of the office, without a zone, to the second."""

    def now(self) -> datetime:
        """Local date and time."""
        ...

    def ran(self) -> int:
        """Whole seconds that nobody can set, sleep counted; they begin anew when the computer is started."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Local date and time, whole seconds."""
        return datetime.now().replace(microsecond=0)

    def ran(self) -> int:
        """Since the computer was started; some systems have a clock that goes on in its sleep beside one that stops."""
        since_boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
        return (time.monotonic_ns() if since_boot is None else time.clock_gettime_ns(since_boot)) // _A_SECOND


class SetClock:
    """A clock that stands where it is put, for tests, drills and the demo estate."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._ran = timedelta()

    def now(self) -> datetime:
        """The time it was set to."""
        return self._now

    def ran(self) -> int:
        """What it was moved on by; being put to a moment is what a hand does."""
        return int(self._ran.total_seconds())

    def set(self, now: datetime | date) -> None:
        """Put the clock to a moment; a bare date means nine in the morning."""
        self._now = now if isinstance(now, datetime) else datetime(now.year, now.month, now.day, 9)

    def advance(self, **parts: float) -> None:
        """Move on by a timedelta's parts (seconds=, minutes=, days= …)."""
        self._now += timedelta(**parts)
        self._ran += timedelta(**parts)
