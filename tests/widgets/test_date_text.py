from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.date_text import NotADate, parse_date

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-22",
        "2026/11/22",
        "2026.11.22",
        "20261122",
        "2026年11月22日",
        "11-22",
        "11月22日",
        "２０２６－１１－２２",
        " 2026-11-22 ",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(typed: str) -> None:
    assert parse_date(typed, TODAY) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "typed", ["", "2026", "2026-13-01", "2026-02-30", "31-31", "0026-01-01", "tomorrow", "2026-11-22-1"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        parse_date(typed, TODAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back_as_it_is_shown(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY) == day
