"""Why it is due when it is: the lines that F4 shows."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tickets.deadlines.calendars import Calendars
from app.tickets.deadlines.clock_words import span_words, standing_words
from app.tickets.deadlines.due import Pause, due_without_pauses, reckon
from app.tickets.deadlines.explain_words import explain_lines
from app.tickets.deadlines.explained import explain
from app.tickets.deadlines.rule import CalendarName, ClockRule, LimitUnit
from tests.tickets.deadlines.any_promise import (
    CALENDARS,
    MOMENTS,
    OFFICE,
    SHIPPED,
    at,
    close_in,
    pause,
    pauses_from,
    rules,
)


def lines(rule: ClockRule, started: str, now: str, *pauses: Pause, calendars: Calendars = SHIPPED) -> tuple[str, ...]:
    return explain_lines(explain(rule, at(started), pauses, calendars, at(now)))


def test_t12_seven_workdays_over_a_holiday_are_counted_one_by_one() -> None:
    assert lines(close_in("7wd"), "2026-09-30 16:20:30", "2026-10-12 09:00") == (
        "Promised: completion within 7 workdays, in office hours of workdays.",
        "Start: 2026-09-30 16:20; this day is not counted.",
        "Skipped: 2026-10-01 Thu to 2026-10-07 Wed, National Day",
        "Workday 1: 2026-10-08 Thu, 08:30–12:00, 13:30–17:30",
        "Workday 2: 2026-10-09 Fri, 08:30–12:00, 13:30–17:30",
        "Workday 3: 2026-10-10 Sat (worked instead of a day off, National Day), 08:30–12:00, 13:30–17:30",
        "Skipped: 2026-10-11 Sun, weekend",
        "Workday 4: 2026-10-12 Mon, 08:30–12:00, 13:30–17:30",
        "Workday 5: 2026-10-13 Tue, 08:30–12:00, 13:30–17:30",
        "Workday 6: 2026-10-14 Wed, 08:30–12:00, 13:30–17:30",
        "Workday 7: 2026-10-15 Thu, 08:30–12:00, 13:30–17:30",
        "Due 2026-10-15 17:30 (3 workdays left).",
    )


def test_round_the_clock_no_days_are_listed() -> None:
    assert lines(close_in("30min", CalendarName.CLOCK), "2026-11-20 23:40", "2026-11-20 23:46") == (
        "Promised: completion within 30 minutes, round the clock, holidays included.",
        "Start: 2026-11-20 23:40.",
        "Due 2026-11-21 00:10 (24 min left).",
    )


def test_windows_and_pauses_are_said_with_what_each_adds() -> None:
    held = (
        pause("2026-11-20 17:00", "2026-11-23 09:00"),
        pause("2026-11-23 10:00", "2026-11-23 10:30"),
        pause("2026-11-23 13:00"),
    )
    assert lines(
        close_in("4h", CalendarName.STAFFED), "2026-11-20 15:00", "2026-11-23 14:00", *held, calendars=OFFICE
    ) == (
        "Promised: completion within 4 hours, in the hours of the counter.",
        "Start: 2026-11-20 15:00.",
        "2026-11-20 Fri, 09:00–17:00: 2 h counted",
        "Skipped: 2026-11-21 Sat to 2026-11-22 Sun, weekend",
        "2026-11-23 Mon, 09:00–17:00: 2 h counted",
        "Without pauses due 2026-11-23 11:00.",
        "Pause 2026-11-20 17:00 to 2026-11-23 09:00: outside the hours, adds nothing",
        "Pause 2026-11-23 10:00 to 2026-11-23 10:30: adds 30 min",
        "Pause 2026-11-23 13:00 to now: begun when it was due already, adds nothing",
        "Due 2026-11-23 11:30 (overdue by 2 h 30 min).",
    )


def test_a_year_that_is_not_loaded_is_said() -> None:
    said = lines(close_in("5wd"), "2026-12-25 10:00", "2026-12-25 10:00")
    assert "Skipped: 2027-01-01 Fri, New Year's Day" in said
    assert said[-2] == "Due 2027-01-04 17:30 (5 workdays left)."
    assert said[-1].startswith("The holidays of 2027 are not loaded: only weekends and 1 January")
    assert not any("not loaded" in line for line in lines(close_in("7wd"), "2026-11-20 10:00", "2026-11-20 10:00"))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h"),
        (139, "2 h 19 min"),
        (48 * 60 - 1, "47 h 59 min"),
        (48 * 60, "2 d"),
        (76 * 60 + 5, "3 d 4 h"),
    ],
)
def test_a_span_is_said_in_its_two_largest_parts(minutes: int, words: str) -> None:
    assert span_words(minutes) == words


@pytest.mark.parametrize(
    ("now", "met", "words"),
    [
        ("2026-11-20 10:15", None, "45 min left"),
        ("2026-11-20 10:45", None, "15 min left"),
        ("2026-11-20 12:10", None, "overdue by 1 h 10 min"),
        ("2026-11-20 12:10", "2026-11-20 11:00", "met"),
        ("2026-11-20 12:10", "2026-11-20 11:05", "missed by 5 min"),
    ],
)
def test_t13_a_standing_is_said_with_its_time(now: str, met: str | None, words: str) -> None:
    hour = close_in("1h", CalendarName.STAFFED)
    met_at = at(met) if met else None
    assert standing_words(reckon(hour, at("2026-11-20 10:00"), (), OFFICE, at(now), met_at=met_at)) == words


def test_a_pause_says_what_is_left_and_the_last_workday_says_minutes() -> None:
    hour, started = close_in("1h", CalendarName.STAFFED), at("2026-11-20 10:00")
    held = (pause("2026-11-20 10:20"),)
    assert standing_words(reckon(hour, started, held, OFFICE, at("2026-11-21"))) == "paused, 40 min left"
    week = reckon(close_in("5wd"), at("2026-11-12 10:00"), (), OFFICE, at("2026-11-19 15:30"))
    assert standing_words(week) == "1 h 30 min left"
    gone = reckon(hour, started, (), OFFICE, at("2026-11-21"), dropped_at=at("2026-11-20 10:30"))
    assert standing_words(gone) == "no longer owed"


@given(rules(), MOMENTS, CALENDARS, st.data())
def test_t12_what_is_explained_sums_to_what_was_promised(
    rule: ClockRule, started: datetime, calendars: Calendars, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_from(started))
    why = explain(rule, started, pauses, calendars, started)
    if rule.limit.unit is LimitUnit.WORKDAYS:
        assert [day.number for day in why.counted] == list(range(1, rule.limit.count + 1))
    elif rule.calendar is not CalendarName.CLOCK:
        assert sum(day.minutes for day in why.counted) == rule.limit.minutes
    assert not {day.day for day in why.counted} & {day.day for day in why.skipped}
    hours = calendars.of(rule.calendar)
    added = sum(one.minutes for one in why.pauses)
    assert hours.minutes(due_without_pauses(rule, started, calendars), why.reckoned.due_at) == added
