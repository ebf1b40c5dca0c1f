"""Spans of months in short."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.show import short_months, show_shift


@pytest.mark.parametrize(
    ("first", "until", "shown"),
    [
        (date(2026, 8, 1), date(2026, 11, 1), "2026-08 – 10"),
        (date(2026, 8, 1), date(2026, 9, 1), "2026-08"),
        (date(2026, 10, 1), date(2027, 1, 1), "2026-10 – 12"),
        (date(2026, 12, 1), date(2027, 2, 1), "2026-12 – 2027-01"),
        (date(2026, 8, 15), date(2026, 10, 15), "2026-08-15 – 2026-10-14"),
    ],
)
def test_months_of_one_year_name_it_once(first: date, until: date, shown: str) -> None:
    assert short_months(first, until) == shown


def test_a_shift_is_called_as_on_papers() -> None:
    assert show_shift(108) == "0108"
