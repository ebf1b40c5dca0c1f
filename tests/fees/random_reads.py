"""Readings of a meter over some months: nothing used, begun anew, read too high before, replaced in between."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random

from tests.fees.oracle_case import Counted, Read

DIGITS = 5


def random_reads(rng: Random, start: date) -> tuple[Read, ...]:
    """One before the first day, one whose days the assignment may have only some of, and some more."""
    at = start - timedelta(days=rng.choice((0, 0, 0, 1, 9)))
    earlier = at - timedelta(days=rng.randrange(20, 120))
    days = [earlier, at]
    for _ in range(rng.choice((1, 2, 3))):
        days.append(days[-1] + timedelta(days=rng.randrange(10, 100)))
    dial = Dial(rng)
    loss, share = rng.choice(("0", "0", "0.05")), rng.choice((Fraction(1), Fraction(1), Fraction(1, 3)))
    return tuple(Read(first, until, dial.turned(), loss, share) for first, until in pairwise(days))


class Dial:
    """What hangs in the meter's place shows more each time, as a rule."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._replaced()

    def _replaced(self) -> None:
        self._shows = self._some(900, 2)
        self._multiplier = self._rng.choice(("1", "1", "40"))

    def _some(self, most: int, places: int) -> Decimal:
        return Decimal(self._rng.randrange(most * 10**places)).scaleb(-places)

    def turned(self) -> tuple[Counted, ...]:
        if self._rng.random() < 0.1:
            old = self._counted()
            self._replaced()
            return (old, self._counted())
        return (self._counted(),)

    def _counted(self) -> Counted:
        before, where = self._shows, self._rng.random()
        digits = DIGITS if where < 0.1 else 0
        if digits:
            self._shows = self._some(90, 1)
        elif where < 0.25:
            pass
        elif where < 0.32:
            self._shows = max(before - self._some(30, 1), Decimal(0))
        else:
            self._shows = before + self._some(200, self._rng.choice((0, 1, 4)))
        return Counted(str(before), str(self._shows), self._multiplier, digits)
