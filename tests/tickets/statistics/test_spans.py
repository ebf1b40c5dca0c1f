"""The days that figures are asked for, told from any day of a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tickets.statistics.spans import Span, days_of, moved, span_of

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("span", "first", "until"),
    [
        (Span.THIS_MONTH, "2026-02-01", "2026-03-01"),
        (Span.LAST_MONTH, "2026-01-01", "2026-02-01"),
        (Span.THIS_QUARTER, "2026-01-01", "2026-04-01"),
        (Span.LAST_QUARTER, "2025-10-01", "2026-01-01"),
        (Span.THIS_YEAR, "2026-01-01", "2027-01-01"),
        (Span.LAST_YEAR, "2025-01-01", "2026-01-01"),
        (Span.TWELVE_MONTHS, "2025-03-01", "2026-03-01"),
    ],
)
def test_a_span_is_told_from_a_day_in_february(span: Span, first: str, until: str) -> None:
    assert days_of(span, date(2026, 2, 28)) == (date.fromisoformat(first), date.fromisoformat(until))


def test_a_span_is_known_again_by_its_days() -> None:
    today = date(2026, 11, 20)
    assert {span_of(days_of(span, today), today) for span in Span} == set(Span)
    assert span_of((date(2026, 11, 2), date(2026, 11, 3)), today) is None


def test_whole_months_move_by_whole_months_and_other_days_by_their_count() -> None:
    assert moved((date(2026, 1, 1), date(2026, 2, 1)), 1) == (date(2026, 2, 1), date(2026, 3, 1))
    assert moved((date(2026, 1, 5), date(2026, 1, 12)), -1) == (date(2025, 12, 29), date(2026, 1, 5))


@given(DAYS, st.sampled_from(Span), st.integers(-20, 20))
def test_spans_moved_there_and_back_are_the_same_and_leave_no_gap(today: date, span: Span, by: int) -> None:
    days = days_of(span, today)
    assert moved(moved(days, by), -by) == days
    assert moved(days, 1)[0] == days[1]


@given(DAYS, st.integers(1, 400))
def test_every_span_holds_as_many_days_when_it_is_no_whole_month(first: date, length: int) -> None:
    until = first + timedelta(days=length)
    earlier = moved((first, until), -1)
    assert earlier[1] == first or (first.day == until.day == 1)
