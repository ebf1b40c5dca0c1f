"""Sheets of readings in the layouts that offices have: what is good comes in, what is not goes back with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.ids import MeterId
from app.core.refusals import NotANumber, NotPositive, TooManyDecimals
from app.estate.refusals import NotAUnitCode, UnknownUnit
from app.meters import reading_refusals as refused
from app.meters import sheet_refusals as sheets
from app.meters.import_readings import ReadingImport
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.reading_rule import TRUED_UP, TypedReading
from app.meters.refusals import UnknownMeter, UnknownMeterKind
from app.meters.sheet_results import ReadingCounts, ReadingResult
from app.sheets.refusals import BatchTakenBack, ExampleRow, NotADate, ValueMissing, WrongColumns
from tests.meters.conftest import JANUARY, MeterOffice
from tests.meters.sheets import HEADS, filled, rows_of, sheet_of
from tests.sheets.filled_template import make_own
from ui.sentences import say

FEBRUARY, MARCH, APRIL = (date(2026, month, 1) for month in (2, 3, 4))
Rows = Sequence[Sequence[object]]


class Imported:
    """An office with a water and a power meter on 3-2-501 and a water meter on 商铺07."""

    def __init__(self, office: MeterOffice, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.billed: dict[MeterId, date] = {}
        self.service = ReadingImport(office.store, office.clock, [office._follow], lambda *_: self.billed)
        home, shop = office.unit("3-2-501"), office.unit("商铺07")
        self.water = office.meter(home, number="W-0001", base="1288")
        self.power = office.meter(home, number="00017", base="640", kind=MeterKind.ELECTRICITY, multiplier="40")
        self.shop = office.meter(shop, number="W-0007", base=None)

    def sheet(self, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> Path:
        return sheet_of(self.folder / "抄表.xlsx", *rows, heads=heads)

    def run(self, *rows: Sequence[object], heads: Sequence[object] = HEADS, **how: Any) -> ReadingResult:
        return self.service.run(self.office.reader, self.sheet(*rows, heads=heads), **how)

    def faults(self, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> list[tuple[str, type[Refusal]]]:
        bad = self.service.preview(self.sheet(*rows, heads=heads)).bad
        assert all(say(fault.why) for one in bad for fault in one.faults)
        return [(fault.column, type(fault.why)) for one in bad for fault in one.faults]


@pytest.fixture
def imported(office: MeterOffice, tmp_path: Path) -> Imported:
    return Imported(office, tmp_path)


WITH_KIND = (*HEADS, "费用类型")
BY_NUMBER = ("表号", "本次表值", "抄表日期", "抄表人")


def test_the_layout_with_building_entrance_and_room_comes_in(imported: Imported) -> None:
    row = ("3", "2", "501", 1288, "2026-01-01", 1320.5, "2026-02-01", "雨天", "水费")
    result = imported.run(row, heads=WITH_KIND)
    assert (result.counts, result.bad) == (ReadingCounts(1, 0, 0, 0), ())
    page = imported.office.meters.page(imported.water)
    (reading, _) = page.readings
    assert (reading.day, reading.value, reading.reason, reading.read_by) == (
        FEBRUARY,
        Decimal("1320.5"),
        "雨天",
        "王敏",
    )
    assert imported.office.usages(imported.water) == ["32.5"]


@pytest.mark.parametrize("spelling", ["3-2-501", "3栋2单元501", "03#2-501", "3 2 501", "3号楼2单元501室"])
def test_units_are_understood_in_any_spelling(imported: Imported, spelling: str) -> None:
    heads = ("房屋", "收费项目", "起度", "止度", "倍率", "公摊", "抄表时间")
    result = imported.run((spelling, "电费", 640, 642.5, 40, "", "2026-02-01"), heads=heads)
    assert result.bad == ()
    assert imported.office.usages(imported.power) == ["100"]


@pytest.mark.parametrize("day", [datetime(2026, 2, 1), 46054, "46054", "2026/2/1", "2026年2月1日", "20260201"])
def test_days_are_understood_in_any_spelling(imported: Imported, day: object) -> None:
    assert imported.run(("W-0001", 1300, day), heads=BY_NUMBER[:3]).bad == ()
    assert imported.office.meters.page(imported.water).readings[0].day == FEBRUARY


@pytest.mark.parametrize("number", ["00017", 17, "１７", " 00017 "])
def test_a_number_is_found_as_a_spreadsheet_leaves_it(imported: Imported, number: object) -> None:
    assert imported.run((number, 641, "2026-02-01"), heads=BY_NUMBER[:3]).bad == ()
    assert imported.office.usages(imported.power) == ["40"]


def test_a_row_without_day_and_reader_was_read_today_by_who_imports(imported: Imported) -> None:
    imported.run(("W-0001", 1300), heads=BY_NUMBER[:2])
    reading = imported.office.meters.page(imported.water).readings[0]
    assert (reading.day, reading.read_by) == (date(2026, 11, 20), "王敏")
    imported.run(("00017", 650, None, "李师傅"), heads=BY_NUMBER, day=date(2026, 11, 1))
    reading = imported.office.meters.page(imported.power).readings[0]
    assert (reading.day, reading.read_by) == (date(2026, 11, 1), "李师傅")


def test_the_last_reading_of_the_sheet_begins_a_meter_that_had_none(imported: Imported) -> None:
    imported.run(("", "", "商铺07", 5, "2026-01-01", 12, "2026-02-01", ""))
    page = imported.office.meters.page(imported.shop)
    assert [(row.kind, row.value) for row in page.readings] == [
        (ReadingKind.READ, Decimal(12)),
        (ReadingKind.BASE, Decimal(5)),
    ]
    assert imported.office.usages(imported.shop) == ["7"]


def test_without_it_the_first_reading_is_the_base(imported: Imported) -> None:
    preview = imported.service.preview(imported.sheet(("W-0007", 12, "2026-02-01"), heads=BY_NUMBER[:3]))
    assert [(line.usage, line.base) for line in preview.lines] == [(None, None)]
    imported.run(("W-0007", 12, "2026-02-01"), heads=BY_NUMBER[:3])
    assert imported.office.usages(imported.shop) == []


def test_several_months_of_one_meter_come_in_by_their_days(imported: Imported) -> None:
    rows = [("W-0001", 1330, "2026-03-01"), ("W-0001", 1300, "2026-02-01"), ("W-0001", 1340, "2026-04-01")]
    assert imported.run(*rows, heads=BY_NUMBER[:3]).bad == ()
    assert imported.office.usages(imported.water) == ["12", "30", "10"]


def test_estimates_rollovers_and_what_makes_up_for_them_are_understood(imported: Imported) -> None:
    heads = ("表号", "读数", "抄表日期", "估抄", "翻转")
    rows = [
        ("W-0001", 99990, "2026-02-01", "", ""),
        ("W-0001", 20, "2026-03-01", "是", "是"),
        ("W-0001", 12, "2026-04-01", "", ""),
    ]
    assert imported.run(*rows, heads=heads).bad == ()
    assert imported.office.usages(imported.water) == ["98702", "22", "0"]
    rows_now = imported.office.meters.page(imported.water).readings
    assert [(row.kind, row.value, row.counts) for row in rows_now][1:3] == [
        (ReadingKind.ESTIMATED, Decimal(12), True),
        (ReadingKind.ESTIMATED, Decimal(20), False),
    ]
    assert rows_now[1].reason == TRUED_UP
    assert [told.meter_id for told in imported.office.followed] == [imported.water]


def test_a_sheet_read_twice_brings_nothing_twice(imported: Imported) -> None:
    row = ("3", "2", "501", 1288, "2026-01-01", 1320.5, "2026-02-01", "", "水费")
    imported.run(row, heads=WITH_KIND)
    again = imported.run(row, heads=WITH_KIND)
    assert (again.batch_id, again.counts) == (None, ReadingCounts(0, 1, 0, 0))
    assert imported.office.usages(imported.water) == ["32.5"]


def test_rows_without_a_reading_are_left_alone(imported: Imported) -> None:
    result = imported.run(("W-0001", None, None), ("00017", 650, "2026-02-01"), heads=BY_NUMBER[:3])
    assert result.counts == ReadingCounts(1, 0, 1, 0)


BAD: list[tuple[Sequence[object], Sequence[object], str, type[Refusal]]] = [
    (("9", "1", "101", None, None, 5, "2026-02-01", "", "水费"), WITH_KIND, "房屋编码", UnknownUnit),
    (("", "", "张三家", None, None, 5, "2026-02-01", "", "水费"), WITH_KIND, "房屋编码", NotAUnitCode),
    (("3", "2", "501", None, None, 1300, "2026-02-01", "", "物业费"), WITH_KIND, "费用类型", UnknownMeterKind),
    (("3", "2", "501", None, None, 1300, "2026-02-01", "", "燃气费"), WITH_KIND, "房屋编码", sheets.NoMeterOfUnit),
    (("3", "2", "501", None, None, 1300, "2026-02-01", ""), HEADS, "房屋编码", sheets.SeveralMeters),
    (("3", "2", "501", 1289, None, 1300, "2026-02-01", "", "水"), WITH_KIND, "上期度数", sheets.LastReadingDiffers),
    (
        ("3", "2", "501", 1288, None, 1287.9, "2026-02-01", "", "水"),
        WITH_KIND,
        "本期度数",
        refused.ReadingBeforePrevious,
    ),
    (("", "", "商铺07", 5, None, 7, "2026-02-01", ""), HEADS, "上期读表时间", ValueMissing),
    (("", "", "商铺07", 8, "2026-01-01", 7, "2026-02-01", ""), HEADS, "本期度数", refused.ReadingBeforePrevious),
    (("X-9", 1300, "2026-02-01"), BY_NUMBER[:3], "表号", UnknownMeter),
    ((None, 1300, "2026-02-01"), BY_NUMBER[:3], "表号", ValueMissing),
    (("W-0001", 1300, "2026-11-21"), BY_NUMBER[:3], "抄表日期", refused.ReadingInFuture),
    (("W-0001", 1300, "2025-12-31"), BY_NUMBER[:3], "抄表日期", refused.ReadingBeforeLastDay),
    (("W-0001", 1300, "2026-01-01"), BY_NUMBER[:3], "抄表日期", refused.ReadOnThatDay),
    (("W-0001", 1300, "元旦"), BY_NUMBER[:3], "抄表日期", NotADate),
    (("W-0001", "一千三", "2026-02-01"), BY_NUMBER[:3], "本次表值", NotANumber),
    (("W-0001", -5, "2026-02-01"), BY_NUMBER[:3], "本次表值", NotPositive),
    (("W-0001", "1300.12345", "2026-02-01"), BY_NUMBER[:3], "本次表值", TooManyDecimals),
    (("W-0001", 100000, "2026-02-01"), BY_NUMBER[:3], "本次表值", refused.ReadingBeyondDigits),
    (("W-0001", 1300, "商铺07"), ("表号", "读数", "房号"), "表号", sheets.MeterElsewhere),
    (("W-0001", 1300, "春风里"), ("表号", "读数", "小区"), "小区", sheets.OtherEstate),
    (("00017", 1300, 30), ("表号", "读数", "倍率"), "倍率", sheets.MultiplierDiffers),
]


@pytest.mark.parametrize(("row", "heads", "column", "why"), BAD, ids=[case[3].__name__ for case in BAD])
def test_a_row_that_cannot_be_goes_back_with_its_place_and_reason(
    imported: Imported, row: Sequence[object], heads: Sequence[object], column: str, why: type[Refusal]
) -> None:
    assert imported.faults(row, heads=heads) == [(column, why)]
    result = imported.run(row, heads=heads)
    assert result.batch_id is None
    assert len(imported.office.meters.page(imported.water).readings) == 1


def test_a_bad_row_goes_back_and_the_good_ones_come_in(imported: Imported, tmp_path: Path) -> None:
    result = imported.run(("W-0001", 1, "2026-02-01"), ("00017", 650, "2026-02-01"), heads=BY_NUMBER[:3])
    assert (result.counts.taken, result.counts.bad) == (1, 1)
    assert imported.office.usages(imported.power) == ["400"]
    back = tmp_path / "退回.xlsx"
    result.write_bad_rows(back, say)
    heads, row = rows_of(back)
    assert heads == ["表号", "本次表值", "抄表日期", "Why not imported"]
    assert row[:3] == ["W-0001", 1, "2026-02-01"]
    assert "1,288" in str(row[3])


def test_the_corrected_sheet_of_bad_rows_comes_in(imported: Imported, tmp_path: Path) -> None:
    result = imported.run(("W-0001", 1, "2026-02-01"), heads=BY_NUMBER[:3])
    back = tmp_path / "退回.xlsx"
    result.write_bad_rows(back, say)
    filled(back, {"本次表值": [1300]})
    assert imported.service.run(imported.office.reader, back).counts == ReadingCounts(1, 0, 0, 0)


def test_more_than_three_times_the_usual_stays_out_unless_accepted(imported: Imported) -> None:
    imported.run(("W-0001", 1298, "2026-02-01"), heads=BY_NUMBER[:3])
    high = ("W-0001", 1329, "2026-03-01")
    preview = imported.service.preview(imported.sheet(high, heads=BY_NUMBER[:3]))
    assert [line.usage for line in preview.unusual] == [31]
    assert imported.run(high, heads=BY_NUMBER[:3]).counts == ReadingCounts(0, 0, 0, 1)
    assert imported.run(high, heads=BY_NUMBER[:3], accept_unusual=True).counts == ReadingCounts(1, 0, 0, 0)


def test_a_sheet_without_a_column_of_readings_is_refused(imported: Imported) -> None:
    with pytest.raises(WrongColumns) as caught:
        imported.run(("W-0001", "2026-02-01"), heads=("表号", "抄表日期"))
    assert caught.value.missing == ("本期度数",)


def test_looking_at_a_sheet_writes_nothing(imported: Imported) -> None:
    imported.service.preview(imported.sheet(("W-0001", 1300), heads=BY_NUMBER[:2]))
    assert imported.service.batches() == []
    assert imported.office.usages(imported.water) == []


def test_an_import_is_taken_back_with_the_estimates_that_it_lowered(imported: Imported) -> None:
    office = imported.office
    office.reads(imported.water, FEBRUARY, "1320", estimated=True)
    result = imported.run(("W-0001", 1300, "2026-03-01"), heads=BY_NUMBER[:3])
    assert office.usages(imported.water) == ["12", "0"]
    assert result.batch_id is not None
    with pytest.raises(NotPermitted):
        imported.service.undo(office.reader, result.batch_id)
    assert imported.service.undo(office.boss, result.batch_id) == 2
    assert office.usages(imported.water) == ["32"]
    assert imported.service.batches()[0].undone_at is not None
    with pytest.raises(BatchTakenBack):
        imported.service.undo(office.boss, result.batch_id)


def test_an_import_stays_once_something_was_billed_on_it(imported: Imported) -> None:
    result = imported.run(("W-0001", 1300, "2026-02-01"), ("00017", 650, "2026-02-01"), heads=BY_NUMBER[:3])
    assert result.batch_id is not None
    imported.billed = {imported.power: FEBRUARY, imported.water: JANUARY}
    with pytest.raises(sheets.ReadingsBilled) as caught:
        imported.service.undo(imported.office.boss, result.batch_id)
    assert (caught.value.count, caught.value.meters) == (1, ("水表 00017",))
    assert imported.office.usages(imported.power) == ["400"]
    assert imported.service.batches()[0].undone_at is None


def test_an_import_stays_once_something_was_read_after_it(imported: Imported) -> None:
    result = imported.run(("W-0001", 1300, "2026-02-01"), heads=BY_NUMBER[:3])
    assert result.batch_id is not None
    imported.office.reads(imported.water, MARCH, "1310")
    with pytest.raises(sheets.ReadingsFollowed):
        imported.service.undo(imported.office.boss, result.batch_id)


def test_the_examples_of_the_template_are_handed_back(imported: Imported, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    imported.service.write_template(path)
    preview = imported.service.preview(path)
    assert (preview.unused, preview.lines) == ((), ())
    assert [type(fault.why) for one in preview.bad for fault in one.faults] == [ExampleRow] * 3
    assert imported.service.run(imported.office.boss, path).batch_id is None
    own = imported.service.preview(make_own(path))
    assert ExampleRow not in {type(fault.why) for one in own.bad for fault in one.faults}


def test_the_readers_round_is_saved_in_route_order_and_read_again(imported: Imported, tmp_path: Path) -> None:
    office = imported.office
    public = office.meter(number="", base="9", public=True, name="泵房总表")
    office.meters.set_route(office.boss, [imported.power, public, imported.water, imported.shop])
    office.replaces(imported.water, FEBRUARY, "1300", number="W-NEW", base="2.25")
    path = tmp_path / "本月.xlsx"
    assert imported.service.write_round(path) == 4
    heads, *rows = rows_of(path)
    assert [row[4] for row in rows] == ["00017", None, "W-NEW", "W-0007"]
    assert rows[2][1:10] == ["3栋", "3-2-501", "水表 W-0001", "W-NEW", "水表", 1, 2.25, datetime(2026, 2, 1), None]
    assert heads[-4:] == ["估抄", "翻转", "抄表人", "备注"]
    assert imported.service.preview(path).unread == 4
    filled(path, {"本期度数": [650, 10.5, 4, 33], "本期读表时间": ["2026-03-01"] * 4})
    result = imported.service.run(office.reader, path)
    assert (result.bad, result.counts.taken) == ((), 4)
    assert [office.usages(meter) for meter in (imported.power, public, imported.water, imported.shop)] == [
        ["400"],
        ["1.5"],
        ["13.75"],
        [],
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(st.integers(0, 999_999_999).map(lambda count: Decimal(count).scaleb(-4)), min_size=2, max_size=2)
)
def test_whatever_is_filled_into_the_round_is_read_as_if_it_were_typed(
    imported: Imported, tmp_path: Path, values: list[Decimal]
) -> None:
    path, day = tmp_path / "本月.xlsx", date(2026, 11, 1)
    imported.service.write_round(path)
    filled(path, {"本期度数": values, "本期读表时间": [day, day]})
    preview = imported.service.preview(path)
    usages: list[Decimal | None] = []
    for meter, value in zip((imported.water, imported.power), values, strict=True):
        try:
            usages.append(imported.office.readings.look(TypedReading(meter, day, value)).usage)
        except Refusal:
            assert any(fault.why for one in preview.bad for fault in one.faults)
    assert [line.usage for line in preview.lines] == usages
    assert len(preview.lines) + len(preview.bad) == 2
