"""Hours as an office types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.open_hours import Window
from app.tickets.deadlines.calendars import SHIPPED_HOURS
from app.tickets.deadlines.hours_text import parse_week, parse_windows, windows_text
from app.tickets.deadlines.promise_facts import week_facts, week_of
from app.tickets.deadlines.refusals import NeverOpen, WindowsOverlap, WindowUnreadable
from app.tickets.deadlines.rule import CalendarName

MINUTES = st.lists(st.integers(0, 1440), unique=True, max_size=8).filter(lambda found: len(found) % 2 == 0).map(sorted)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8:30-12:00 13:30-17:30", "08:30–12:00, 13:30–17:30"),
        ("８：３０－１２：００，13:30 – 17:30", "08:30–12:00, 13:30–17:30"),
        ("13:30~17:30、8:30至12:00", "08:30–12:00, 13:30–17:30"),
        ("0:00-24:00", "00:00–24:00"),
        ("  ", ""),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, shown: str) -> None:
    assert windows_text(parse_windows(text)) == shown


@pytest.mark.parametrize(
    "text", ["8:30", "8:30-", "12:00-8:30", "8:30-8:30", "8:60-9:00", "9-17", "8:00-24:01", "早班"]
)
def test_what_is_no_window_is_refused(text: str) -> None:
    with pytest.raises(WindowUnreadable):
        parse_windows(text)


def test_windows_of_a_day_do_not_overlap() -> None:
    with pytest.raises(WindowsOverlap):
        parse_windows("8:00-12:00 11:59-17:00")
    assert len(parse_windows("8:00-12:00 12:00-17:00")) == 2


def test_a_calendar_that_is_never_open_is_refused() -> None:
    with pytest.raises(NeverOpen):
        parse_week([""] * 7, "9:00-10:00", "9:00-10:00")


@given(MINUTES)
def test_windows_are_read_back_as_they_are_shown(minutes: list[int]) -> None:
    windows = tuple(Window(*pair) for pair in zip(minutes[::2], minutes[1::2], strict=True))
    assert parse_windows(windows_text(windows)) == windows


@pytest.mark.parametrize("calendar", CalendarName)
def test_the_shipped_hours_are_read_back_from_their_facts(calendar: CalendarName) -> None:
    assert week_of(week_facts(SHIPPED_HOURS[calendar])) == SHIPPED_HOURS[calendar]


def test_a_page_of_blanks_is_a_closed_day_at_once() -> None:
    assert parse_windows("\u00a0" * 200_000) == ()
    assert parse_windows(f"8:00{' ' * 200_000}-{' ' * 200_000}12:00") == (Window(480, 720),)
