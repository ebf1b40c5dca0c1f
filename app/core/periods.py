"""Periods: half-open spans of whole days, and how many months they hold on a grid of months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` up to but not including `until`; never empty."""

    first: date
    until: date

    def __post_init__(self) -> None:
        if self.until <= self.first:
            msg = f"a period ends after it begins, not {self.first} until {self.until}"
            raise ValueError(msg)

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.first).days

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.until

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return self.first < other.until and other.first < self.until


def add_months(day: date, months: int) -> date:
    """The same day of a month `months` later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return (following - date(year, month, 1)).days


def month_start(day: date) -> date:
    """The first of the month in which `day` lies."""
    return day.replace(day=1)


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """Lines a month apart, each computed from the origin and never from the one before (31 Jan, 28 Feb, 31 Mar)."""

    origin: date

    def line(self, number: int) -> date:
        """The line `number` months after the origin (before it for negative numbers)."""
        return add_months(self.origin, number)

    def month_of(self, day: date) -> int:
        """The number of the grid month in which `day` lies: line(n) ≤ day < line(n + 1)."""
        number = (day.year - self.origin.year) * 12 + day.month - self.origin.month
        return number if self.line(number) <= day else number - 1

    def next_cycle_line(self, day: date, cycle_months: int) -> date:
        """The first line after `day` whose number is a multiple of the cycle (1, 3, 6 or 12 months)."""
        return _next_cycle_line(self, day, cycle_months)


@lru_cache(maxsize=4096)
def _next_cycle_line(grid: MonthGrid, day: date, cycle_months: int) -> date:
    month = grid.month_of(day)
    return grid.line(month - month % cycle_months + cycle_months)


CALENDAR = MonthGrid(date(2000, 1, 1))  # a January, so that quarters and years fall on the calendar's own


class Convention(StrEnum):
    """What a part of a grid month counts: a cumulative share, 0 at the month's start and 1 at its end."""

    EXACT_DAYS = "exact_days"
    THIRTY_DAY = "thirty_day"
    HALF = "half"
    WHOLE = "whole"

    def share(self, days: int, length: int) -> Fraction:
        """The share of a month of `length` days that is over after `days` of them."""
        if days in (0, length):
            return Fraction(days, length)
        if self is Convention.EXACT_DAYS:
            return Fraction(days, length)
        if self is Convention.THIRTY_DAY:
            return Fraction(min(days, 30), 30)
        if self is Convention.HALF:
            return Fraction(1, 2) if days <= 15 else Fraction(1)
        return Fraction(1)


@lru_cache(maxsize=4096)
def months_between(first: date, until: date, grid: MonthGrid, convention: Convention) -> Fraction:
    """Exact months from `first` until `until`; the parts of any span sum to the whole."""
    return _position(until, grid, convention) - _position(first, grid, convention)


def _position(day: date, grid: MonthGrid, convention: Convention) -> Fraction:
    number = grid.month_of(day)
    start = grid.line(number)
    return number + convention.share((day - start).days, (grid.line(number + 1) - start).days)
