"""A notice of holidays from a file, as people pass them on."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.core.shipped_holidays import shipped_years
from app.core.workdays import HolidayYear, NamedDay
from app.tickets.deadlines.holiday_file import made_year, read_holiday_file
from app.tickets.deadlines.promise_facts import year_facts
from app.tickets.deadlines.refusals import (
    HolidayDayTwice,
    HolidayFileEmpty,
    HolidayFileUnreadable,
    HolidayOutsideYear,
    LegalDayNotOff,
)


def days(*texts: str, is_off: bool = True) -> list[dict[str, object]]:
    return [{"name": "元旦", "date": text, "isOffDay": is_off} for text in texts]


WORKED = days("2027-01-03", is_off=False)
NEW_YEAR = [*days("2027-01-01", "2027-01-02"), *WORKED, *days("2027-10-01")]


def a_file(folder: Path, facts: object) -> Path:
    file = folder / "2027.json"
    file.write_text(json.dumps(facts, ensure_ascii=False), "utf-8-sig")
    return file


def test_a_file_of_the_common_form_is_read(tmp_path: Path) -> None:
    year = read_holiday_file(a_file(tmp_path, {"year": 2027, "papers": ["https://example.org/x"], "days": NEW_YEAR}))
    assert (year.year, year.source, len(year.days)) == (2027, "https://example.org/x", 4)
    assert year.days[2] == NamedDay(date(2027, 1, 3), "元旦", is_off=False)


def test_without_a_paper_the_file_itself_is_the_source(tmp_path: Path) -> None:
    assert read_holiday_file(a_file(tmp_path, {"year": 2027, "days": NEW_YEAR})).source == "2027.json"


def test_it_may_move_a_day_of_the_december_before(tmp_path: Path) -> None:
    moved = [*days("2026-12-31"), *NEW_YEAR]
    assert read_holiday_file(a_file(tmp_path, {"year": 2027, "days": moved})).days[0].day == date(2026, 12, 31)


@pytest.mark.parametrize(
    "facts",
    [
        "no object",
        [],
        None,
        {"days": NEW_YEAR},
        {"year": "2027", "days": NEW_YEAR},
        {"year": 0, "days": NEW_YEAR},
        {"year": 2027, "days": [{"date": "2027-01-01"}]},
        {"year": 2027, "days": [{"name": "元旦", "date": "1 January", "isOffDay": True}]},
        {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": "yes"}]},
        {"year": 2027, "days": [{"name": "元旦", "date": 20270101, "isOffDay": True}]},
        {"year": 2027, "days": 5},
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, facts: object) -> None:
    with pytest.raises(HolidayFileUnreadable):
        read_holiday_file(a_file(tmp_path, facts))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x89PNG\r\n", b"[" * 100_000, b" " * 1_000_001])
def test_a_file_that_is_no_json_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "2027.json"
    file.write_bytes(content)
    with pytest.raises(HolidayFileUnreadable):
        read_holiday_file(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HolidayFileUnreadable):
        read_holiday_file(tmp_path / "2027.json")


def test_a_file_made_before_the_notice_was_published_is_refused_as_empty(tmp_path: Path) -> None:
    with pytest.raises(HolidayFileEmpty) as refused:
        read_holiday_file(a_file(tmp_path, {"year": 2027, "papers": [], "days": []}))
    assert refused.value.year == 2027


def test_a_day_stands_in_a_notice_once(tmp_path: Path) -> None:
    with pytest.raises(HolidayDayTwice):
        read_holiday_file(a_file(tmp_path, {"year": 2027, "days": [*NEW_YEAR, *WORKED]}))


@pytest.mark.parametrize("text", ["2026-11-30", "2028-01-01"])
def test_a_day_of_another_year_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(HolidayOutsideYear):
        read_holiday_file(a_file(tmp_path, {"year": 2027, "days": [*NEW_YEAR, *days(text)]}))


def test_a_notice_that_works_on_a_day_off_by_law_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(LegalDayNotOff) as refused:
        read_holiday_file(a_file(tmp_path, {"year": 2027, "days": days("2027-01-01")}))
    assert refused.value.day == date(2027, 10, 1)  # a Friday; the days on weekends are off anyway


@pytest.mark.parametrize("year", shipped_years(), ids=lambda year: str(year.year))
def test_every_shipped_year_could_be_imported_from_such_a_file(tmp_path: Path, year: HolidayYear) -> None:
    facts = {"year": year.year, "papers": [year.source], "days": year_facts(year)}
    assert read_holiday_file(a_file(tmp_path, facts)) == year


def test_a_year_that_is_typed_is_put_in_order_and_checked() -> None:
    typed = [NamedDay(date(2027, 10, 1), "国庆节", is_off=True), NamedDay(date(2027, 1, 1), "元旦", is_off=True)]
    assert [one.day.month for one in made_year(2027, typed, " typed ").days] == [1, 10]
    with pytest.raises(LegalDayNotOff):
        made_year(2027, typed[:1], "")
