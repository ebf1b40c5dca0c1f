"""By when a promise is due: every row of the office's table of pauses, nights, holidays and New Year."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.shipped_holidays import shipped_years
from app.core.workdays import Holidays, HolidayYear, NamedDay
from app.tickets.deadlines.calendars import SHIPPED_HOURS, Calendars
from app.tickets.deadlines.due import Pause, Reckoned, Standing, joined, reckon, soon_span
from app.tickets.deadlines.rule import CalendarName, ClockRule
from tests.tickets.deadlines.any_promise import (
    CALENDARS,
    HOLIDAYS,
    MOMENTS,
    OFFICE,
    SHIPPED,
    at,
    close_in,
    pause,
    pauses_from,
    rules,
)

STAFFED, CLOCK, WORKDAYS = CalendarName.STAFFED, CalendarName.CLOCK, CalendarName.WORKDAYS
FOUR_HOURS = close_in("4h", STAFFED)


def due(rule: ClockRule, started: str, *pauses: Pause, calendars: Calendars = OFFICE) -> datetime:
    return reckon(rule, at(started), pauses, calendars, at("2028-01-01")).due_at


def seen(rule: ClockRule, started: str, now: str, *pauses: Pause) -> Reckoned:
    return reckon(rule, at(started), pauses, OFFICE, at(now))


@pytest.mark.parametrize(
    ("started", "due_at"),
    [
        ("2024-02-08", "2024-02-23"),
        ("2024-09-27", "2024-10-12"),
        ("2025-01-24", "2025-02-10"),
        ("2025-09-26", "2025-10-13"),
        ("2026-02-13", "2026-03-02"),
        ("2026-04-29", "2026-05-12"),
        ("2026-09-18", "2026-09-29"),
        ("2026-09-30", "2026-10-15"),
    ],
)
@pytest.mark.parametrize("hour", ["00:00", "10:12:45", "23:59"])
def test_t9_seven_workdays_are_due_at_the_end_of_business_whatever_the_hour_of_the_start(
    started: str, due_at: str, hour: str
) -> None:
    assert due(close_in("7wd"), f"{started} {hour}") == at(f"{due_at} 17:00")


@pytest.mark.parametrize(
    ("rule", "started", "due_at"),
    [
        (close_in("30min", CLOCK), "2026-11-20 23:40", "2026-11-21 00:10"),
        (close_in("24h", CLOCK), "2026-09-30 18:00", "2026-10-01 18:00"),  # holidays included
        (close_in("48h", CLOCK), "2026-02-15 08:00", "2026-02-17 08:00"),
        (close_in("1h", STAFFED), "2026-11-20 09:30", "2026-11-20 10:30"),
        (close_in("1h", STAFFED), "2026-11-20 16:30", "2026-11-23 09:30"),
        (close_in("1h", STAFFED), "2026-11-20 20:00", "2026-11-23 10:00"),  # out of hours: not 0, not at once
        (close_in("1h", STAFFED), "2026-11-20 06:00", "2026-11-20 10:00"),
        (close_in("1h", STAFFED), "2026-11-21 11:00", "2026-11-23 10:00"),  # on a Saturday
        (close_in("1h", STAFFED), "2026-02-14 11:00", "2026-02-14 12:00"),  # on a worked Saturday
        (close_in("1h", STAFFED), "2026-02-14 16:30", "2026-02-24 09:30"),
        (close_in("1h", STAFFED), "2026-02-16 11:00", "2026-02-24 10:00"),  # on a holiday
        (close_in("7wd"), "2026-02-14 11:00", "2026-03-03 17:00"),  # worked Saturday, the next worked one counts
        (close_in("7wd"), "2026-02-16 11:00", "2026-03-03 17:00"),  # on a holiday
        (close_in("1wd"), "2026-11-20 20:00", "2026-11-23 17:00"),
        (close_in("1wd"), "2026-02-13 09:00", "2026-02-14 17:00"),
        (close_in("8h", WORKDAYS), "2026-11-20 13:00", "2026-11-23 13:00"),
    ],
)
def test_t10_t11_it_is_due_when_the_limit_has_passed_in_its_own_calendar(
    rule: ClockRule, started: str, due_at: str
) -> None:
    assert due(rule, started) == at(due_at)


@pytest.mark.parametrize(
    ("pauses", "due_at"),
    [
        ((), "2026-11-19 17:00"),
        ((pause("2026-11-19 14:00", "2026-11-19 15:00"),), "2026-11-20 10:00"),
        ((pause("2026-11-18 17:00", "2026-11-19 09:00"),), "2026-11-19 17:00"),  # over night: nothing is added
        ((pause("2026-11-18 16:00", "2026-11-19 10:00"),), "2026-11-20 11:00"),  # an hour before, an hour after
        ((pause("2026-11-13 16:00", "2026-11-16 10:00"),), "2026-11-20 11:00"),  # over a weekend
        ((pause("2026-11-14 08:00", "2026-11-15 20:00"),), "2026-11-19 17:00"),  # within a weekend
        (
            (pause("2026-11-13 12:00", "2026-11-13 14:00"), pause("2026-11-13 13:00", "2026-11-13 15:00")),
            "2026-11-20 12:00",  # overlapping pauses count once
        ),
        ((pause("2026-11-19 17:00", "2026-11-20 12:00"),), "2026-11-19 17:00"),  # begun when it was due already
        ((pause("2026-11-19 16:59", "2026-11-20 12:00"),), "2026-11-20 12:01"),
        ((pause("2026-11-13 12:00", "2026-11-13 11:00"),), "2026-11-19 17:00"),  # the computer's clock was set back
    ],
)
def test_t11_a_pause_adds_the_business_minutes_that_it_lasted(pauses: tuple[Pause, ...], due_at: str) -> None:
    assert due(close_in("5wd"), "2026-11-12 10:00", *pauses) == at(due_at)


def test_t11_a_pause_across_a_holiday_adds_no_minute_of_the_holiday() -> None:
    held = pause("2026-09-30 16:00", "2026-10-08 10:00")
    assert due(FOUR_HOURS, "2026-09-30 14:00", held) == at("2026-10-08 12:00")
    assert due(close_in("7wd"), "2026-09-29 14:00", held) == at("2026-10-15 11:00")


def test_t11_a_pause_on_a_worked_saturday_counts_as_on_any_workday() -> None:
    held = pause("2026-02-14 09:00", "2026-02-14 12:00")
    assert due(close_in("2wd"), "2026-02-13 10:00", held) == at("2026-02-25 12:00")
    within_the_limit = due(close_in("1wd"), "2026-02-13 10:00", held)
    assert within_the_limit == at("2026-02-24 12:00")


def test_round_the_clock_a_pause_adds_every_minute_of_the_night() -> None:
    held = pause("2026-11-20 23:30", "2026-11-21 07:30")
    assert due(close_in("4h", CLOCK), "2026-11-20 22:00", held) == at("2026-11-21 10:00")


def test_t10_across_new_year_with_the_notice_of_the_next_year_and_without() -> None:
    without = reckon(close_in("5wd"), at("2026-12-25 10:00"), (), SHIPPED, at("2026-12-25 10:00"))
    assert without.due_at == at("2027-01-04 17:30")
    assert without.left_workdays == 5
    assert due(close_in("1h", STAFFED), "2026-12-31 16:30") == at("2027-01-04 09:30")
    nothing_known = Calendars(Holidays(), SHIPPED_HOURS)
    assert due(close_in("7wd"), "2026-02-13 10:00", calendars=nothing_known) == at("2026-02-24 17:30")


@pytest.mark.parametrize(
    ("rule", "started", "without", "with_notice"),
    [
        (close_in("5wd"), "2026-12-25 10:00", "2027-01-04 17:30", "2027-01-05 17:30"),
        # a day off, and a worked Saturday instead
        (close_in("7wd"), "2026-12-30 10:00", "2027-01-11 17:30", "2027-01-11 17:30"),
        (close_in("8h", WORKDAYS), "2026-12-31 16:30", "2027-01-04 17:00", "2027-01-05 17:00"),
        (close_in("48h", CLOCK), "2026-12-31 16:30", "2027-01-02 16:30", "2027-01-02 16:30"),
    ],
)
def test_the_notice_of_the_next_year_moves_what_reaches_into_it(
    rule: ClockRule, started: str, without: str, with_notice: str
) -> None:
    off = [NamedDay(date(2027, 1, day), "元旦", is_off=True) for day in (1, 2, 3, 4)]
    notice = HolidayYear(2027, (*off, NamedDay(date(2027, 1, 9), "元旦", is_off=False)), "")
    known = Calendars(Holidays([*shipped_years(), notice]), SHIPPED_HOURS)
    assert due(rule, started, calendars=SHIPPED) == at(without)
    assert due(rule, started, calendars=known) == at(with_notice)


def test_t13_a_promise_of_1_hour_stands_as_due_then_soon_then_overdue() -> None:
    hour = close_in("1h", STAFFED)
    assert seen(hour, "2026-11-20 10:00", "2026-11-20 10:29").standing is Standing.DUE
    assert seen(hour, "2026-11-20 10:00", "2026-11-20 10:30").standing is Standing.SOON
    assert seen(hour, "2026-11-20 10:00", "2026-11-20 11:00:59").standing is Standing.SOON
    over = seen(hour, "2026-11-20 10:00", "2026-11-20 12:10")
    assert (over.standing, over.over_minutes, over.left_minutes, over.used_percent) == (Standing.OVERDUE, 70, 0, 100)


@pytest.mark.parametrize(("promised", "span"), [(30, 15), (60, 30), (240, 48), (100, 30), (1440, 288), (1, 0), (0, 0)])
def test_t13_soon_is_the_last_fifth_or_half_an_hour_but_never_over_half_of_it(promised: int, span: int) -> None:
    assert soon_span(promised) == span


def test_minutes_left_are_minutes_of_its_own_calendar() -> None:
    found = seen(close_in("1h", STAFFED), "2026-11-20 16:40", "2026-11-20 19:00")
    assert (found.left_minutes, found.standing, found.used_percent) == (40, Standing.DUE, 33)


def test_while_it_is_paused_the_time_left_stands_still() -> None:
    held = pause("2026-11-20 11:00")
    for now in ("2026-11-20 11:00", "2026-11-20 13:00", "2026-11-24 16:00"):
        found = seen(FOUR_HOURS, "2026-11-20 10:00", now, held)
        assert (found.standing, found.left_minutes, found.used_percent) == (Standing.PAUSED, 180, 25)


def test_a_pause_after_the_due_time_hides_nothing() -> None:
    found = seen(FOUR_HOURS, "2026-11-20 10:00", "2026-11-20 16:00", pause("2026-11-20 14:30"))
    assert (found.standing, found.due_at, found.pauses[0].late) == (Standing.OVERDUE, at("2026-11-20 14:00"), True)


def test_a_pause_that_goes_on_from_one_before_counts_as_one_though_it_is_due_by_then() -> None:
    touching = (pause("2026-11-20 13:00", "2026-11-20 15:00"), pause("2026-11-20 15:00", "2026-11-20 16:00"))
    assert due(FOUR_HOURS, "2026-11-20 10:00", *touching) == at("2026-11-20 17:00")
    ((began, ended),) = [(one.began, one.ended) for one in joined(touching, at("2026-11-21"))]
    assert (began, ended) == (at("2026-11-20 13:00"), at("2026-11-20 16:00"))


@pytest.mark.parametrize(
    ("met", "standing"),
    [("2026-11-20 14:00:59", Standing.MET), ("2026-11-20 14:01:00", Standing.MISSED)],
)
def test_what_is_done_within_the_minute_of_the_due_time_is_in_time(met: str, standing: Standing) -> None:
    found = reckon(FOUR_HOURS, at("2026-11-20 10:00:30"), (), OFFICE, at("2026-12-20"), met_at=at(met))
    assert found.standing is standing


def test_what_is_no_longer_owed_is_neither_met_nor_missed() -> None:
    found = reckon(FOUR_HOURS, at("2026-11-20 10:00"), (), OFFICE, at("2026-12-20"), dropped_at=at("2026-11-20 11:00"))
    assert found.standing is Standing.DROPPED


@given(rules(), MOMENTS, CALENDARS, st.data())
def test_t11_a_pause_never_makes_a_deadline_earlier(
    rule: ClockRule, started: datetime, calendars: Calendars, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_from(started))
    more = data.draw(pauses_from(started, most=1))
    now = started + timedelta(days=60)
    before = reckon(rule, started, pauses, calendars, now)
    after = reckon(rule, started, [*pauses, *more], calendars, now)
    assert after.due_at >= before.due_at >= reckon(rule, started, (), calendars, now).due_at
    assert after.soon_at <= after.due_at


@given(rules(), MOMENTS, CALENDARS, st.data())
def test_the_order_in_which_pauses_are_told_changes_nothing(
    rule: ClockRule, started: datetime, calendars: Calendars, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_from(started))
    shuffled = data.draw(st.permutations(pauses))
    now = started + timedelta(days=60)
    assert reckon(rule, started, shuffled, calendars, now) == reckon(rule, started, pauses, calendars, now)


@given(MOMENTS, st.data())
def test_joining_what_was_joined_changes_nothing_and_leaves_gaps(started: datetime, data: st.DataObject) -> None:
    pauses = data.draw(pauses_from(started, most=8))
    now = started + timedelta(days=60)
    once = joined(pauses, now)
    assert joined(once, now) == once
    for earlier, later in pairwise(once):
        assert earlier.ended is not None
        assert earlier.ended < later.began


@given(rules(), MOMENTS, CALENDARS, st.data())
def test_it_is_never_soon_before_half_of_the_promise_is_over(
    rule: ClockRule, started: datetime, calendars: Calendars, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_from(started))
    found = reckon(rule, started, pauses, calendars, started)
    hours = calendars.of(rule.calendar)
    promised = hours.minutes(started, reckon(rule, started, (), calendars, started).due_at)
    assert hours.minutes(found.soon_at, found.due_at) <= max(promised // 2, 0) + promised % 2


@given(rules(), MOMENTS, CALENDARS, st.timedeltas(timedelta(), timedelta(days=30)))
def test_time_passing_moves_a_promise_only_forwards(
    rule: ClockRule, started: datetime, calendars: Calendars, later: timedelta
) -> None:
    order = [Standing.DUE, Standing.SOON, Standing.OVERDUE]
    first = reckon(rule, started, (), calendars, started)
    then = reckon(rule, started, (), calendars, started + later)
    assert order.index(then.standing) >= order.index(first.standing)
    assert then.left_minutes <= first.left_minutes
    assert then.due_at == first.due_at


def test_the_holidays_of_the_shipped_calendars_are_the_shipped_notices() -> None:
    assert SHIPPED.holidays is HOLIDAYS
