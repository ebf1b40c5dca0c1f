"""Workdays by the notices that come with the program, and what holds in a year that has none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.shipped_holidays import shipped_years
from app.core.workdays import DayKind, Holidays, HolidayYear, NamedDay

HOLIDAYS = Holidays(shipped_years())
ANY_DAY = st.dates(date(2023, 6, 1), date(2028, 6, 1))


def day(text: str) -> date:
    return date.fromisoformat(text)


def workdays_of(year: int) -> int:
    return HOLIDAYS.workdays_between(date(year - 1, 12, 31), date(year, 12, 31))


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2024-02-08", "2024-02-23"),  # across the Spring Festival, with a worked Sunday
        ("2024-09-27", "2024-10-12"),  # due on a worked Saturday
        ("2025-01-24", "2025-02-10"),
        ("2025-09-26", "2025-10-13"),
        ("2026-02-13", "2026-03-02"),
        ("2026-04-29", "2026-05-12"),
        ("2026-09-18", "2026-09-29"),
        ("2026-09-30", "2026-10-15"),
    ],
)
def test_seven_workdays_end_where_the_notices_say(start: str, due: str) -> None:
    assert HOLIDAYS.workdays_after(day(start), 7) == day(due)


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_workdays_as_its_notice_leaves(year: int, count: int) -> None:
    assert workdays_of(year) == count


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("2026-02-14", DayKind.MAKEUP, "春节"),
        ("2026-02-15", DayKind.HOLIDAY, "春节"),
        ("2026-02-24", DayKind.WORKDAY, ""),
        ("2026-11-21", DayKind.WEEKEND, ""),
        ("2024-06-08", DayKind.WEEKEND, ""),  # a weekend that touches a holiday stands in no notice
        ("2025-10-06", DayKind.HOLIDAY, "国庆节、中秋节"),
    ],
)
def test_a_day_is_what_its_notice_says(text: str, kind: DayKind, name: str) -> None:
    assert (HOLIDAYS.kind_of(day(text)), HOLIDAYS.name_of(day(text))) == (kind, name)


def test_no_notice_makes_an_ordinary_weekday_a_worked_weekend() -> None:
    odd = Holidays([HolidayYear(2026, (NamedDay(day("2026-11-20"), "x", is_off=False),), "")])
    assert odd.kind_of(day("2026-11-20")) is DayKind.WORKDAY


def test_a_year_without_notice_still_knows_the_days_off_that_never_move() -> None:
    off = [one for one in (date(2027, 1, 1) + timedelta(days=n) for n in range(365)) if one.weekday() < 5]
    named = [one for one in off if not HOLIDAYS.is_workday(one)]
    assert named == [day("2027-01-01"), day("2027-10-01")]  # the others of the six fall on weekends
    assert HOLIDAYS.kind_of(day("2027-05-01")) is DayKind.HOLIDAY


def test_five_workdays_after_christmas_skip_new_year_though_next_years_notice_is_missing() -> None:
    assert HOLIDAYS.workdays_after(day("2026-12-25"), 5) == day("2027-01-04")
    assert HOLIDAYS.unknown_years(day("2026-12-25"), day("2027-01-04")) == (2027,)
    assert HOLIDAYS.unknown_years(day("2026-12-01"), day("2026-12-31")) == ()


def test_the_notice_of_the_next_year_can_move_a_day_of_december() -> None:
    moved = HolidayYear(2027, (NamedDay(day("2026-12-31"), "元旦", is_off=True),), "")
    assert Holidays([*shipped_years(), moved]).workdays_after(day("2026-12-30"), 1) == day("2027-01-01")
    again = HolidayYear(2026, (NamedDay(day("2026-12-31"), "x", is_off=False),), "")
    assert not Holidays([moved, again]).is_workday(day("2026-12-31"))


def test_every_shipped_year_says_where_its_notice_was_published() -> None:
    assert [one.year for one in shipped_years()] == [2024, 2025, 2026]
    assert all(one.source.startswith("https://www.gov.cn/") for one in shipped_years())


def test_a_shipped_year_names_only_its_own_days_and_works_only_on_weekends() -> None:
    for year in shipped_years():
        assert all(named.day.year == year.year for named in year.days)
        assert all(named.day.weekday() >= 5 for named in year.days if not named.is_off)
        assert len({named.day for named in year.days}) == len(year.days)


@given(ANY_DAY, st.integers(1, 30), st.integers(1, 30))
def test_counting_on_from_the_day_reached_is_counting_in_one_go(start: date, first: int, second: int) -> None:
    reached = HOLIDAYS.workdays_after(start, first)
    assert HOLIDAYS.workdays_after(reached, second) == HOLIDAYS.workdays_after(start, first + second)


@given(ANY_DAY, st.integers(1, 60))
def test_the_day_reached_is_a_workday_that_many_workdays_on(start: date, count: int) -> None:
    reached = HOLIDAYS.workdays_after(start, count)
    assert HOLIDAYS.is_workday(reached)
    assert HOLIDAYS.workdays_between(start, reached) == count
