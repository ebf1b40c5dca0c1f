"""Cells as people fill them: numbers as text, text as numbers, days in every spelling."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.sheets.cells import cell_count, cell_day, cell_last_day, cell_text
from app.sheets.refusals import NotACount, NotADate

days = some.dates(date(1950, 1, 1), date(2170, 12, 31))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  三栋 ", "三栋"),
        (13812345678, "13812345678"),
        (13812345678.0, "13812345678"),
        (89.5, "89.5"),
        (89.499999999999986, "89.5"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (datetime(2024, 1, 5), "2024-01-05"),
        (True, "True"),
    ],
)
def test_a_cell_reads_as_a_person_sees_it(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    "value",
    [
        datetime(2024, 1, 5, 0, 0),
        date(2024, 1, 5),
        45296,
        45296.0,
        "45296",
        "2024-1-5",
        "2024/01/05",
        "2024.1.5",
        "2024年1月5日",
        "2024 年 1 月 5 日",
        "2024-01-05 00:00:00",
        "２０２４－０１－０５",
        "20240105",
        20240105,
    ],
)
def test_a_day_is_read_in_every_spelling(value: object) -> None:
    assert cell_day(value) == date(2024, 1, 5)


@pytest.mark.parametrize(
    "value", ["2024-13-45", "2024-2-30", "24-1-5", "5/1/2024", "明年", "1", 999, "0000-00-00", "2300-01-01", "20241332"]
)
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(NotADate):
        cell_day(value)


@pytest.mark.parametrize(
    ("value", "last"),
    [
        ("2024-02", date(2024, 2, 29)),
        ("2024年6月", date(2024, 6, 30)),
        ("2024年12月底", date(2024, 12, 31)),
        (202406, date(2024, 6, 30)),
        ("2024-06-15", date(2024, 6, 15)),
        (45296, date(2024, 1, 5)),
    ],
)
def test_paid_through_a_month_means_its_last_day(value: object, last: date) -> None:
    assert cell_last_day(value) == last


def test_a_thirteenth_month_is_refused() -> None:
    with pytest.raises(NotADate):
        cell_last_day("2024-13")


@given(days)
def test_every_day_reads_back_from_text_and_serial(day: date) -> None:
    assert cell_day(day.isoformat()) == cell_day(f"{day:%Y%m%d}") == day
    assert cell_day((day - date(1899, 12, 30)) // timedelta(days=1)) == day


def test_a_count_is_whole() -> None:
    assert [cell_count(value) for value in (5, 5.0, "5", "５", "-1")] == [5, 5, 5, 5, -1]
    for nonsense in ("五", "5.5", 5.5, ""):
        with pytest.raises(NotACount):
            cell_count(nonsense)


def test_a_number_of_any_size_is_written_out() -> None:
    assert cell_text(1e28) == "1" + "0" * 28
    assert cell_text(-2.5e-7) == "-0.00000025"
    assert len(cell_text(1e308)) == 309


@pytest.mark.parametrize("value", [1e28, 1e308, float("nan"), float("inf")])
def test_a_number_beyond_every_calendar_is_neither_day_nor_count(value: float) -> None:
    with pytest.raises(NotADate):
        cell_day(value)
    with pytest.raises(NotACount):
        cell_count(value)
