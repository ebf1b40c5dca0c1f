"""The calendars of the office, now and as they were when something was promised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.core.open_hours import ALWAYS, OpenHours, WeekHours, Window, Windows
from app.core.workdays import Holidays, HolidayYear
from app.tickets.deadlines.rule import CalendarName

_WHOLE_SHIFT: Windows = (Window(8 * 60 + 30, 17 * 60 + 30),)
_WITH_LUNCH: Windows = (Window(8 * 60 + 30, 12 * 60), Window(13 * 60 + 30, 17 * 60 + 30))
SHIPPED_HOURS: Mapping[CalendarName, WeekHours] = {
    CalendarName.CLOCK: ALWAYS,
    CalendarName.STAFFED: WeekHours((_WHOLE_SHIFT,) * 7, _WHOLE_SHIFT, _WHOLE_SHIFT),
    CalendarName.WORKDAYS: WeekHours((*(_WITH_LUNCH,) * 5, (), ()), (), _WITH_LUNCH),
}
"""Before the office says its own hours: a counter staffed every day, and office hours on workdays."""


@dataclass(frozen=True)
class Calendars:
    """Hours and holidays as they hold together at one time."""

    holidays: Holidays
    hours: Mapping[CalendarName, WeekHours]

    def of(self, name: CalendarName) -> OpenHours:
        """The hours of a calendar, on the holidays."""
        return self._laid[name]

    @cached_property
    def _laid(self) -> dict[CalendarName, OpenHours]:
        return {name: OpenHours(self.hours[name], self.holidays) for name in CalendarName}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which calendars a promise was reckoned by: the last own hours and own year by id, the last shipped year."""

    hours: int
    years: int
    shipped: int


@dataclass(frozen=True, slots=True)
class OwnYear:
    """A year's notice as the office entered it; a later id counts."""

    id: int
    year: HolidayYear


@dataclass(frozen=True, slots=True)
class OwnHours:
    """The hours of one calendar as the office entered them; a later id counts."""

    id: int
    calendar: CalendarName
    week: WeekHours


class CalendarBook:
    """Every calendar that ever counted; `current` is what counts for new promises, under `stamp`."""

    def __init__(
        self, shipped: Sequence[HolidayYear], own_years: Sequence[OwnYear] = (), own_hours: Sequence[OwnHours] = ()
    ) -> None:
        self._shipped = shipped
        self._years = sorted(own_years, key=lambda one: one.id)
        self._hours = sorted(own_hours, key=lambda one: one.id)
        last_shipped = max((year.year for year in shipped), default=0)
        self.stamp = Stamp(_last(one.id for one in own_hours), _last(one.id for one in own_years), last_shipped)
        self._at: dict[Stamp, Calendars] = {}

    @property
    def current(self) -> Calendars:
        """What counts now."""
        return self.at(self.stamp)

    def at(self, stamp: Stamp) -> Calendars:
        """What counted when the stamp was set."""
        if stamp not in self._at:
            self._at[stamp] = Calendars(Holidays(self.years_at(stamp).values()), self._hours_at(stamp))
        return self._at[stamp]

    def years_at(self, stamp: Stamp) -> dict[int, HolidayYear]:
        """The notice of each known year: the office's own before the shipped one."""
        shipped = {one.year: one for one in self._shipped if one.year <= stamp.shipped}
        return shipped | {own.year.year: own.year for own in self._years if own.id <= stamp.years}

    def is_own(self, year: int) -> bool:
        """Whether the office entered the notice of this year itself."""
        return any(own.year.year == year for own in self._years)

    def with_year(self, year: HolidayYear) -> CalendarBook:
        """The book if this notice were entered now."""
        own = OwnYear(self.stamp.years + 1, year)
        return CalendarBook(self._shipped, [*self._years, own], self._hours)

    def with_hours(self, calendar: CalendarName, week: WeekHours) -> CalendarBook:
        """The book if these hours were entered now."""
        own = OwnHours(self.stamp.hours + 1, calendar, week)
        return CalendarBook(self._shipped, self._years, [*self._hours, own])

    def _hours_at(self, stamp: Stamp) -> dict[CalendarName, WeekHours]:
        return {**SHIPPED_HOURS, **{own.calendar: own.week for own in self._hours if own.id <= stamp.hours}}


def _last(ids: Iterable[int]) -> int:
    return max(ids, default=0)
