"""Promises in calendars of every shape, for what holds for all of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st

from app.core.open_hours import ALWAYS, WeekHours, Window
from app.core.shipped_holidays import shipped_years
from app.core.workdays import Holidays
from app.tickets.deadlines.calendars import SHIPPED_HOURS, Calendars
from app.tickets.deadlines.due import Pause
from app.tickets.deadlines.rule import CalendarName, ClockRule, clock_rule
from app.tickets.kinds import ClockName

HOLIDAYS = Holidays(shipped_years())
_NINE_TO_FIVE = (Window(9 * 60, 17 * 60),)
NINE_TO_FIVE = WeekHours((*(_NINE_TO_FIVE,) * 5, (), ()), (), _NINE_TO_FIVE)
OFFICE = Calendars(
    HOLIDAYS,
    {CalendarName.CLOCK: ALWAYS, CalendarName.STAFFED: NINE_TO_FIVE, CalendarName.WORKDAYS: NINE_TO_FIVE},
)
"""Open from nine to five on workdays, as the examples of the trade reckon."""
SHIPPED = Calendars(HOLIDAYS, SHIPPED_HOURS)

CALENDARS = st.sampled_from([OFFICE, SHIPPED])
MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 2, 1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def pause(began: str, ended: str | None = None) -> Pause:
    return Pause(at(began), at(ended) if ended else None)


def close_in(limit: str, calendar: CalendarName = CalendarName.WORKDAYS) -> ClockRule:
    return clock_rule(ClockName.CLOSE, limit, calendar)


@st.composite
def rules(draw: st.DrawFn) -> ClockRule:
    if draw(st.booleans()):
        return close_in(f"{draw(st.integers(1, 15))}wd")
    return close_in(f"{draw(st.integers(1, 3000))}min", draw(st.sampled_from(CalendarName)))


@st.composite
def pauses_from(draw: st.DrawFn, started: datetime, most: int = 5) -> list[Pause]:
    spans = st.tuples(st.integers(0, 20 * 24 * 60), st.integers(0, 5 * 24 * 60))
    return [
        Pause(started + timedelta(minutes=after), started + timedelta(minutes=after + lasts))
        for after, lasts in draw(st.lists(spans, max_size=most))
    ]
