"""Workdays: weekdays, less the days off of the yearly notice, and the weekend days that are worked instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

_ONE = timedelta(days=1)
_FIXED = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节"}
"""Days off whose date no notice can move (全国年节及纪念日放假办法, 2024); the others follow the moon."""


class DayKind(StrEnum):
    """What a day is by weekday and notice."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"  # a Saturday or Sunday that is worked


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a notice names: off, or worked although it is a weekend."""

    day: date
    name: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """The notice of one year; it may also move days of the December before. `source` says where it was published."""

    year: int
    days: tuple[NamedDay, ...]
    source: str


class Holidays:
    """The notices of some years as one calendar; of one day the notice of the later year counts.

    In a year without a notice the weekends and the days off with a fixed date are all that is known.
    """

    def __init__(self, years: Iterable[HolidayYear] = ()) -> None:
        ordered = sorted(years, key=lambda one: one.year)
        self.known_years = frozenset(one.year for one in ordered)
        self._named = {named.day: named for one in ordered for named in one.days}
        self._kinds: dict[date, DayKind] = {}  # a list of tickets asks for the same weeks again and again
        self._after: dict[tuple[date, int], date] = {}

    def kind_of(self, day: date) -> DayKind:
        """What the day is."""
        kind = self._kinds.get(day)
        if kind is None:
            kind = self._kinds[day] = self._look_up(day)
        return kind

    def name_of(self, day: date) -> str:
        """Which holiday it belongs to, as the notice names it; empty for an ordinary day."""
        if day in self._named:
            return self._named[day].name
        return "" if self.is_known(day) else _FIXED.get((day.month, day.day), "")

    def is_known(self, day: date) -> bool:
        """Whether the notice of its year is there."""
        return day.year in self.known_years

    def is_workday(self, day: date) -> bool:
        """Whether offices work."""
        return self.kind_of(day) in (DayKind.WORKDAY, DayKind.MAKEUP)

    def workdays_after(self, day: date, count: int) -> date:
        """The workday that is `count` workdays (one at least) after a day; the day itself is not counted."""
        assert count >= 1
        found = self._after.get((day, count))
        if found is None:
            ahead = filter(self.is_workday, days_from(day + _ONE))
            found = self._after[day, count] = next(islice(ahead, count - 1, None))
        return found

    def workdays_between(self, first: date, last: date) -> int:
        """How many workdays lie after `first` up to and including `last`; none if it is not later."""
        return sum(self.is_workday(first + timedelta(days=number)) for number in range(1, (last - first).days + 1))

    def unknown_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another whose notice is not there."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.known_years)

    def _look_up(self, day: date) -> DayKind:
        named = self._named.get(day)
        if named is not None:
            return self._kind_of_named(named)
        if not self.is_known(day) and (day.month, day.day) in _FIXED:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY

    @staticmethod
    def _kind_of_named(named: NamedDay) -> DayKind:
        if named.is_off:
            return DayKind.HOLIDAY
        return DayKind.MAKEUP if named.day.weekday() >= 5 else DayKind.WORKDAY


def fixed_days(year: int) -> list[tuple[date, str]]:
    """The days off whose date is the same every year, with their names."""
    return [(date(year, month, day), name) for (month, day), name in _FIXED.items()]


def days_from(day: date) -> Iterator[date]:
    """The day and every day after it."""
    while True:
        yield day
        day += _ONE
