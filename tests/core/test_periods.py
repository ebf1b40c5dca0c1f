from __future__ import annotations

import itertools
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.periods import CALENDAR, Convention, MonthGrid, Period, add_months, month_start, months_between

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
grids = st.one_of(st.just(CALENDAR), days.map(MonthGrid))
conventions = st.sampled_from(Convention)


@pytest.mark.parametrize(
    ("first", "until", "origin", "months"),
    [
        ("2023-01-12", "2023-09-15", None, Fraction(20, 31) + 7 + Fraction(14, 30)),
        ("2023-01-12", "2023-09-12", None, Fraction(20, 31) + 7 + Fraction(11, 30)),
        ("2023-05-10", "2023-05-20", None, Fraction(10, 31)),
        ("2024-02-10", "2024-03-05", None, Fraction(736, 899)),
        ("2023-02-10", "2023-03-05", None, Fraction(701, 868)),
        ("2026-03-18", "2026-04-01", None, Fraction(14, 31)),
        ("2023-01-12", "2023-09-12", "2023-01-12", Fraction(8)),
        ("2026-01-12", "2026-02-11", "2026-01-12", Fraction(30, 31)),
        ("2026-01-31", "2026-02-28", "2026-01-31", Fraction(1)),
        ("2026-01-31", "2026-03-31", "2026-01-31", Fraction(2)),
        ("2024-01-31", "2024-02-29", "2024-01-31", Fraction(1)),
        ("2024-02-29", "2025-02-28", "2024-02-29", Fraction(12)),
    ],
)
def test_months_between_two_days_are_counted_on_the_grid(
    first: str, until: str, origin: str | None, months: Fraction
) -> None:
    grid = MonthGrid(date.fromisoformat(origin)) if origin else CALENDAR
    counted = months_between(date.fromisoformat(first), date.fromisoformat(until), grid, Convention.EXACT_DAYS)
    assert counted == months


@pytest.mark.parametrize(
    ("convention", "until", "months"),
    [
        (Convention.EXACT_DAYS, 16, Fraction(15, 31)),
        (Convention.THIRTY_DAY, 16, Fraction(15, 30)),
        (Convention.THIRTY_DAY, 31, Fraction(1)),
        (Convention.HALF, 2, Fraction(1, 2)),
        (Convention.HALF, 16, Fraction(1, 2)),
        (Convention.HALF, 17, Fraction(1)),
        (Convention.WHOLE, 2, Fraction(1)),
    ],
)
def test_a_part_of_january_counts_by_the_convention(convention: Convention, until: int, months: Fraction) -> None:
    assert months_between(date(2026, 1, 1), date(2026, 1, until), CALENDAR, convention) == months


@given(st.lists(days, min_size=2, max_size=8), grids, conventions)
def test_the_parts_of_any_span_sum_to_the_whole(cuts: list[date], grid: MonthGrid, convention: Convention) -> None:
    cuts = sorted(cuts)
    parts = [months_between(a, b, grid, convention) for a, b in itertools.pairwise(cuts)]
    assert sum(parts) == months_between(cuts[0], cuts[-1], grid, convention)
    assert all(part >= 0 for part in parts)


@given(grids, st.integers(-200, 200), conventions)
def test_a_full_grid_month_is_exactly_one(grid: MonthGrid, number: int, convention: Convention) -> None:
    assert months_between(grid.line(number), grid.line(number + 1), grid, convention) == 1


@given(grids, days)
def test_every_day_lies_in_one_month_of_the_grid(grid: MonthGrid, day: date) -> None:
    number = grid.month_of(day)
    assert grid.line(number) <= day < grid.line(number + 1)


@given(grids, days, st.sampled_from([1, 3, 6, 12]))
def test_cycles_tile_time_without_gap_or_overlap(grid: MonthGrid, day: date, cycle: int) -> None:
    until = grid.next_cycle_line(day, cycle)
    assert day < until
    assert grid.month_of(until) % cycle == 0
    assert grid.line(grid.month_of(until)) == until
    assert grid.line(grid.month_of(until) - cycle) <= day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_adding_months_clamps_to_the_end_of_the_month(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_quarters_on_the_calendar_end_with_the_calendars_quarters() -> None:
    assert CALENDAR.next_cycle_line(date(2026, 2, 10), 3) == date(2026, 4, 1)
    assert CALENDAR.next_cycle_line(date(2026, 4, 1), 3) == date(2026, 7, 1)
    assert CALENDAR.next_cycle_line(date(2026, 2, 10), 12) == date(2027, 1, 1)


def test_a_period_that_ends_before_it_begins_is_a_bug() -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        Period(date(2026, 3, 1), date(2026, 3, 1))


@given(days, st.integers(1, 60), days, st.integers(1, 60))
def test_periods_overlap_when_a_day_lies_in_both(a: date, a_days: int, b: date, b_days: int) -> None:
    one, other = Period(a, a + timedelta(a_days)), Period(b, b + timedelta(b_days))
    shared = [day for day in (a + timedelta(n) for n in range(a_days)) if day in other]
    assert one.overlaps(other) == bool(shared)
    assert one.days == a_days


def test_the_month_of_a_day_starts_on_its_first() -> None:
    assert month_start(date(2026, 2, 28)) == date(2026, 2, 1)
