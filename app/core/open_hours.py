"""Open hours: the windows of each weekday, of days off and of worked weekends, counted in whole minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from app.core.workdays import DayKind, Holidays, days_from

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Open from one minute of the day up to another (0 is midnight, 1440 the next); never empty."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= DAY_MINUTES:
            msg = f"a window closes after it opens, within one day, not {self.opens} until {self.closes}"
            raise ValueError(msg)


Windows = tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The windows of Monday to Sunday, of days off and of worked weekends; in order, apart, and not all empty."""

    weekdays: tuple[Windows, ...]
    holiday: Windows
    makeup: Windows

    def __post_init__(self) -> None:
        for windows in (*self.weekdays, self.holiday, self.makeup):
            if any(later.opens < earlier.closes for earlier, later in pairwise(windows)):
                msg = f"windows of one day do not overlap: {windows}"
                raise ValueError(msg)
        if len(self.weekdays) != 7 or not any(self.weekdays):
            msg = "some day of the week is open"
            raise ValueError(msg)

    def of(self, kind: DayKind, weekday: int) -> Windows:
        """The windows of a day of this kind (Monday is 0)."""
        if kind is DayKind.HOLIDAY:
            return self.holiday
        return self.makeup if kind is DayKind.MAKEUP else self.weekdays[weekday]


_WHOLE_DAY: Windows = (Window(0, DAY_MINUTES),)
ALWAYS = WeekHours((_WHOLE_DAY,) * 7, _WHOLE_DAY, _WHOLE_DAY)
"""Round the clock, holidays included."""


class OpenHours:
    """Windows laid on a calendar of holidays. A moment counts as the minute in which it lies."""

    def __init__(self, week: WeekHours, holidays: Holidays) -> None:
        self.week = week
        self.holidays = holidays
        self._is_always = week == ALWAYS
        self._open: dict[date, int] = {}  # a list of tickets asks for the same days and spans again and again
        self._between: dict[tuple[date, date], int] = {}

    def windows(self, day: date) -> Windows:
        """When it is open on this day."""
        return self.week.of(self.holidays.kind_of(day), day.weekday())

    def is_open(self, moment: datetime) -> bool:
        """Whether it is open in this minute."""
        minute = _minute_of_day(moment)
        return any(window.opens <= minute < window.closes for window in self.windows(moment.date()))

    def minutes(self, began: datetime, ended: datetime) -> int:
        """Open minutes between two moments, negative backwards; the parts of any interval sum to the whole."""
        if ended < began:
            return -self.minutes(ended, began)
        first, last = began.date(), ended.date()
        if self._is_always:
            return (last - first).days * DAY_MINUTES + _minute_of_day(ended) - _minute_of_day(began)
        return self._open_between(first, last) + self._open_until(ended) - self._open_until(began)

    def after(self, start: datetime, minutes: int) -> datetime:
        """The first minute at which so many open minutes (none or more) have passed since `start`."""
        assert minutes >= 0
        if minutes == 0:
            return to_minute(start)
        if self._is_always:
            return to_minute(start) + timedelta(minutes=minutes)
        left = minutes + self._open_until(start)
        for day in days_from(start.date()):
            if left > self.open_on(day):
                left -= self.open_on(day)
                continue
            for window in self.windows(day):
                if left <= window.closes - window.opens:
                    return at_minute(day, window.opens + left)
                left -= window.closes - window.opens
        raise AssertionError

    def closing(self, day: date) -> datetime:
        """The end of business on this day, or where it is closed on the next day that is not."""
        open_day = next(one for one in days_from(day) if self.windows(one))
        return at_minute(open_day, self.windows(open_day)[-1].closes)

    def open_on(self, day: date) -> int:
        """How many minutes it is open on this day."""
        found = self._open.get(day)
        if found is None:
            found = self._open[day] = sum(window.closes - window.opens for window in self.windows(day))
        return found

    def _open_between(self, first: date, last: date) -> int:
        """Open minutes of the days from one up to another that is not counted."""
        found = self._between.get((first, last))
        if found is None:
            days = (first + timedelta(days=number) for number in range((last - first).days))
            found = self._between[first, last] = sum(map(self.open_on, days))
        return found

    def _open_until(self, moment: datetime) -> int:
        """Open minutes of its day before the moment."""
        minute = _minute_of_day(moment)
        windows = self.windows(moment.date())
        return sum(min(window.closes, minute) - window.opens for window in windows if window.opens < minute)


def to_minute(moment: datetime) -> datetime:
    """The minute in which the moment lies."""
    return moment.replace(second=0, microsecond=0)


def at_minute(day: date, minute: int) -> datetime:
    """A minute of the day as a moment; 1440 is the next midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def _minute_of_day(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
