"""What time it is at the office: local wall-clock time, injected so that tests can set it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the local time of the office, without a zone, to the second."""

    def now(self) -> datetime:
        """Local date and time."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Local date and time, whole seconds."""
        return datetime.now().replace(microsecond=0)


class SetClock:
    """A clock that stands where it is put, for tests, drills and the demo estate."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The time it was set to."""
        return self._now

    def set(self, now: datetime | date) -> None:
        """Put the clock to a moment; a bare date means nine in the morning."""
        self._now = now if isinstance(now, datetime) else datetime(now.year, now.month, now.day, 9)

    def advance(self, **parts: float) -> None:
        """Move on by a timedelta's parts (seconds=, minutes=, days= …)."""
        self._now += timedelta(**parts)
