"""What the deadlines refuse."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.tickets.kinds import ClockName


@dataclass(eq=False)
class LimitUnreadable(Refusal):
    """A limit is a whole number of minutes, hours or workdays."""

    text: str


@dataclass(eq=False)
class LimitOutOfBounds(Refusal):
    """A limit is one at least, and not so long that nobody would be reminded."""

    text: str
    most: int


@dataclass(eq=False)
class WorkdaysNeedTheirCalendar(Refusal):
    """Workdays are counted in the calendar of workdays only."""

    text: str


@dataclass(eq=False)
class ClockTwice(Refusal):
    """A chain times each step once."""

    clock: ClockName
