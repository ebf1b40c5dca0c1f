"""Open hours: minutes counted over lunch, nights, holidays and worked weekends; any cut sums to the whole."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.open_hours import ALWAYS, OpenHours, WeekHours, Window
from app.core.shipped_holidays import shipped_years
from app.core.workdays import Holidays

HOLIDAYS = Holidays(shipped_years())
NINE_TO_FIVE = (Window(9 * 60, 17 * 60),)
TWO_HALVES = (Window(8 * 60 + 30, 12 * 60), Window(13 * 60 + 30, 17 * 60 + 30))
OFFICE = OpenHours(WeekHours(((NINE_TO_FIVE,) * 5 + ((), ())), (), NINE_TO_FIVE), HOLIDAYS)
LUNCH = OpenHours(WeekHours(((TWO_HALVES,) * 6 + ((),)), NINE_TO_FIVE, TWO_HALVES), HOLIDAYS)
ROUND_THE_CLOCK = OpenHours(ALWAYS, HOLIDAYS)
HOURS = st.sampled_from([OFFICE, LUNCH, ROUND_THE_CLOCK])
MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 3, 1))
SPANS = st.timedeltas(timedelta(), timedelta(days=40))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("hours", "began", "ended", "minutes"),
    [
        (OFFICE, "2026-11-19 17:00", "2026-11-20 09:00", 0),
        (OFFICE, "2026-11-20 09:00", "2026-11-20 17:00", 480),
        (OFFICE, "2026-11-20 08:00", "2026-11-20 18:00", 480),
        (OFFICE, "2026-11-20 16:30", "2026-11-23 09:30", 60),  # over a weekend
        (OFFICE, "2026-02-13 16:00", "2026-02-24 10:00", 60 + 480 + 60),  # a worked Saturday, then nine days off
        (OFFICE, "2026-02-15 00:00", "2026-02-24 00:00", 0),
        (LUNCH, "2026-11-20 11:30", "2026-11-20 14:00", 60),
        (LUNCH, "2026-11-20 12:10", "2026-11-20 13:10", 0),
        (LUNCH, "2026-10-01 00:00", "2026-10-02 00:00", 480),
        (ROUND_THE_CLOCK, "2026-09-30 23:40", "2026-10-02 00:10", 24 * 60 + 30),
        (OFFICE, "2026-11-20 10:00:59", "2026-11-20 10:01:00", 1),  # a moment counts as its minute
        (OFFICE, "2026-11-20 10:00:00", "2026-11-20 10:00:59", 0),
        (OFFICE, "2026-11-20 11:00", "2026-11-20 10:00", -60),
    ],
)
def test_open_minutes_between_two_moments(hours: OpenHours, began: str, ended: str, minutes: int) -> None:
    assert hours.minutes(at(began), at(ended)) == minutes


@pytest.mark.parametrize(
    ("hours", "start", "minutes", "reached"),
    [
        (OFFICE, "2026-11-20 16:00", 60, "2026-11-20 17:00"),  # to the end of business, not to the next morning
        (OFFICE, "2026-11-20 16:00", 61, "2026-11-23 09:01"),
        (OFFICE, "2026-11-20 20:00", 60, "2026-11-23 10:00"),
        (OFFICE, "2026-11-20 20:00:30", 0, "2026-11-20 20:00"),
        (OFFICE, "2026-02-14 16:30", 60, "2026-02-24 09:30"),
        (LUNCH, "2026-11-20 11:45", 30, "2026-11-20 13:45"),
        (LUNCH, "2026-11-20 03:00", 210, "2026-11-20 12:00"),
        (ROUND_THE_CLOCK, "2026-09-30 23:40:15", 30, "2026-10-01 00:10"),
    ],
)
def test_the_moment_after_so_many_open_minutes(hours: OpenHours, start: str, minutes: int, reached: str) -> None:
    assert hours.after(at(start), minutes) == at(reached)


@pytest.mark.parametrize(
    ("day", "closing"),
    [
        ("2026-11-20", "2026-11-20 17:00"),
        ("2026-02-14", "2026-02-14 17:00"),
        ("2026-11-21", "2026-11-23 17:00"),
        ("2026-10-01", "2026-10-08 17:00"),
    ],
)
def test_business_ends_with_the_last_window_of_the_day_or_of_the_next_that_is_open(day: str, closing: str) -> None:
    assert OFFICE.closing(at(day).date()) == at(closing)


def test_round_the_clock_a_day_ends_at_midnight() -> None:
    assert ROUND_THE_CLOCK.closing(at("2026-11-20").date()) == at("2026-11-21")


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-20 09:00", True),
        ("2026-11-20 08:59:59", False),
        ("2026-11-20 17:00", False),
        ("2026-11-21 10:00", False),
        ("2026-02-14 10:00", True),
        ("2026-02-16 10:00", False),
    ],
)
def test_it_is_open_from_the_first_minute_of_a_window_until_its_last(moment: str, is_open: bool) -> None:
    assert OFFICE.is_open(at(moment)) is is_open


@pytest.mark.parametrize("broken", [(60, 60), (90, 60), (-1, 60), (60, 1441)])
def test_a_window_lies_within_one_day_and_is_not_empty(broken: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="a window closes after it opens"):
        Window(*broken)


def test_windows_of_a_day_do_not_overlap_and_some_day_is_open() -> None:
    with pytest.raises(ValueError, match="overlap"):
        WeekHours(((),) * 7, (Window(60, 120), Window(90, 150)), ())
    with pytest.raises(ValueError, match="some day"):
        WeekHours(((),) * 7, NINE_TO_FIVE, NINE_TO_FIVE)


@given(HOURS, MOMENTS, SPANS, SPANS)
def test_open_minutes_are_additive_over_any_cut(
    hours: OpenHours, began: datetime, first: timedelta, second: timedelta
) -> None:
    cut, ended = began + first, began + first + second
    assert hours.minutes(began, cut) + hours.minutes(cut, ended) == hours.minutes(began, ended)
    assert hours.minutes(began, cut) >= 0
    assert hours.minutes(began, ended) + hours.minutes(ended, cut) == hours.minutes(began, cut)


@given(HOURS, MOMENTS, st.integers(1, 6000))
def test_after_is_the_first_moment_that_has_the_minutes(hours: OpenHours, start: datetime, minutes: int) -> None:
    reached = hours.after(start, minutes)
    assert hours.minutes(start, reached) == minutes
    assert hours.minutes(start, reached - timedelta(minutes=1)) == minutes - 1


@given(HOURS, MOMENTS, st.integers(0, 6000), st.integers(0, 6000))
def test_going_on_in_two_steps_is_going_on_in_one(hours: OpenHours, start: datetime, first: int, second: int) -> None:
    assert hours.after(hours.after(start, first), second) == hours.after(start, first + second)


@given(MOMENTS, SPANS)
def test_round_the_clock_counts_as_any_other_hours_do(start: datetime, span: timedelta) -> None:
    halves = (Window(0, 720), Window(720, 1440))
    slow = OpenHours(WeekHours((halves,) * 7, halves, halves), HOLIDAYS)
    assert ROUND_THE_CLOCK.minutes(start, start + span) == slow.minutes(start, start + span)
