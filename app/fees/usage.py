"""What one unit used of a meter between two readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.meters.intervals import Interval

WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class UnitUsage:
    """An interval of a meter, and which part of its usage is this unit's (1 for a meter of its own)."""

    interval: Interval
    share: Fraction = WHOLE

    @property
    def first(self) -> date:
        """The day of the earlier reading."""
        return self.interval.first

    @property
    def until(self) -> date:
        """The day of the later reading, the first that does not count."""
        return self.interval.until

    @property
    def usage(self) -> Fraction:
        """The unit's usage: multiplier, loss, replacement and rollover are in it."""
        return Fraction(self.interval.usage) * self.share
