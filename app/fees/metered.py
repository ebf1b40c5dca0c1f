"""Which readings one metered charge covers: its own days of them, the usage, and the months and year they count for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.periods import Period
from app.fees.tiers import NONE
from app.fees.usage import UnitUsage


@dataclass(frozen=True, slots=True)
class Stretch:
    """Readings that one charge covers. `period` are its own days of them, which take their part of the usage by days.

    `months` counts from the month of the first reading to that of the last, at least 1; `so_far` is the usage before it
    in the calendar year of its last day.
    """

    period: Period
    usage: Fraction
    months: Fraction
    so_far: Fraction
    readings: tuple[UnitUsage, ...]


def stretches(intervals: Sequence[UnitUsage], first: date, until: date | None) -> Iterator[Stretch]:
    """The shortest stretch from `first` on, then the same one longer by one more reading, and so on.

    The caller takes the first that is worth a charge, and asks anew from where it ends.
    """
    taken: list[UnitUsage] = []
    for one in intervals:
        if own_days(one, first, until) is not None:
            taken.append(one)
            yield _stretch(intervals, tuple(taken), first, until)


def own_days(one: UnitUsage, first: date, until: date | None) -> Period | None:
    """The days of an interval that lie in `[first, until)`; None where none does."""
    begin, end = max(one.first, first), one.until if until is None else min(one.until, until)
    return Period(begin, end) if begin < end else None


def own_usage(one: UnitUsage, first: date, until: date | None) -> Fraction:
    """The usage of those days: the interval's by days."""
    own = own_days(one, first, until)
    return NONE if own is None else one.usage * Fraction(own.days, (one.until - one.first).days)


def months_of(first: date, until: date) -> int:
    """Calendar months from the month of one reading to that of another, at least 1."""
    return max((until.year - first.year) * 12 + until.month - first.month, 1)


def _stretch(intervals: Sequence[UnitUsage], taken: tuple[UnitUsage, ...], first: date, until: date | None) -> Stretch:
    read_first, read_until = taken[0].first, taken[-1].until
    begin = max(read_first, first)
    period = Period(begin, read_until if until is None else min(read_until, until))
    part = Fraction(period.days, (read_until - read_first).days)
    return Stretch(
        period=period,
        usage=sum((own_usage(one, first, until) for one in taken), NONE),
        months=months_of(read_first, read_until) * part,
        so_far=_so_far(intervals, period, taken[-1].interval.last_day.year),
        readings=taken,
    )


def _so_far(intervals: Sequence[UnitUsage], period: Period, year: int) -> Fraction:
    """What the unit used before a period, by readings whose last day lies in the year."""
    before = (one for one in intervals if one.interval.last_day.year == year)
    return max(sum((own_usage(one, date.min, period.first) for one in before), NONE), NONE)
