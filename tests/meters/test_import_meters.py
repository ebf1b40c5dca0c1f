"""Sheets of meters: registered whole, known ones left alone, bad rows handed back, taken back while nobody reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.ids import MeterId
from app.core.refusals import NotANumber, TooManyDecimals
from app.estate.refusals import UnknownUnit
from app.meters import refusals as refused
from app.meters import sheet_refusals as sheets
from app.meters.guards import units_with_meters
from app.meters.import_meters import MeterImport
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import MeterRow
from app.meters.reading_refusals import ReadingBeyondDigits, ReadingInFuture
from app.meters.sheet_results import MeterCounts, MeterResult
from app.sheets.refusals import ExampleRow, NotACount, NotADate, ValueMissing, WrongColumns
from tests.meters.conftest import MeterOffice
from tests.meters.sheets import rows_of, sheet_of
from tests.sheets.filled_template import make_own
from ui.sentences import say

HEADS = ("名称", "表号", "表类型", "模式", "房屋", "倍率", "位数", "起始读数", "起始日期", "公共", "损耗率", "厂家")
COLD = ("3-2-501 冷水", "W-0001", "水表", "手抄", "3栋2单元501", None, None, 1288.5, "2026-01-01", None, None, "某厂")


class Imported:
    """An office with two homes and a shop, and no meter yet."""

    def __init__(self, office: MeterOffice, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.charged: set[MeterId] = set()
        self.service = MeterImport(office.store, office.clock, lambda *_: self.charged)
        self.home, self.other, self.shop = (office.unit(code) for code in ("3-2-501", "3-2-502", "商铺07"))

    def sheet(self, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> Path:
        return sheet_of(self.folder / "仪表.xlsx", *rows, heads=heads)

    def run(self, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> MeterResult:
        return self.service.run(self.office.boss, self.sheet(*rows, heads=heads))

    def only(self) -> MeterRow:
        (row,) = self.office.meters.listed()
        return row


@pytest.fixture
def imported(office: MeterOffice, tmp_path: Path) -> Imported:
    return Imported(office, tmp_path)


def test_a_meter_comes_in_with_its_unit_its_device_and_its_base(imported: Imported) -> None:
    result = imported.run(COLD)
    assert (result.counts, result.bad) == (MeterCounts(1, 0, 0), ())
    row = imported.only()
    assert (row.name, row.number, row.kind, row.units, row.building) == (
        *("3-2-501 冷水", "W-0001", MeterKind.WATER),
        *(("3-2-501",), "3栋"),
    )
    assert (row.device.digits, row.device.multiplier) == (5, Decimal(1))
    (base,) = imported.office.meters.page(row.id).readings
    assert (base.kind, base.value, base.day) == (ReadingKind.BASE, Decimal("1288.5"), date(2026, 1, 1))
    imported.office.reads(row.id, date(2026, 2, 1), "1300")
    assert imported.office.usages(row.id) == ["11.5"]


def test_one_meter_for_several_units_and_a_public_one_come_in(imported: Imported) -> None:
    shared = (None, "D-1", "电费", None, "3-2-501、3-2-502", 40, 6, 640, "2026-01-01", None, None, None)
    public = ("电梯", "D-2", "电表", None, None, None, None, 99, "2026-01-01", "是", "3%", None)
    assert imported.run(shared, public).bad == ()
    first, second = imported.office.meters.listed()
    assert (first.name, first.units, first.public) == ("3-2-501 电表", ("3-2-501", "3-2-502"), False)
    assert (first.device.multiplier, first.device.digits) == (Decimal(40), 6)
    assert (second.units, second.public, second.facts.loss_rate) == ((), True, Decimal("0.03"))


def test_the_device_has_as_many_figures_as_its_first_reading(imported: Imported) -> None:
    imported.run(("W-9", "水表", "3-2-501", 1234567.5), heads=("表号", "表类型", "房屋", "起始读数"))
    assert imported.only().device.digits == 7


def test_meters_that_the_book_has_are_left_alone(imported: Imported) -> None:
    imported.run(COLD)
    again = imported.run(COLD)
    assert (again.batch_id, again.counts) == (None, MeterCounts(0, 1, 0))


BAD: list[tuple[Sequence[object], Sequence[object], str, type[Refusal]]] = [
    (("1", "水表", "9-9-901"), ("表号", "表类型", "房屋"), "房屋", UnknownUnit),
    (("1", "物业费", "3-2-501"), ("表号", "表类型", "房屋"), "表类型", refused.UnknownMeterKind),
    (("1", None, "3-2-501"), ("表号", "表类型", "房屋"), "表类型", ValueMissing),
    (("1", "水表", None), ("表号", "表类型", "房屋"), "房屋", ValueMissing),
    (("1", "水表", "3-2-501", "是"), ("表号", "表类型", "房屋", "公共"), "公共", refused.MeterIsPublic),
    (("1", "水表", "3-2-501", 12), ("表号", "表类型", "房屋", "位数"), "位数", refused.WrongDigits),
    (("1", "水表", "3-2-501", "五"), ("表号", "表类型", "房屋", "位数"), "位数", NotACount),
    (("1", "水表", "3-2-501", "x"), ("表号", "表类型", "房屋", "倍率"), "倍率", NotANumber),
    (("1", "水表", "3-2-501", "1.00001"), ("表号", "表类型", "房屋", "起始读数"), "起始读数", TooManyDecimals),
    (("1", "水表", "3-2-501", "120%"), ("表号", "表类型", "房屋", "损耗率"), "损耗率", refused.LossRateOutOfRange),
    (("1", "水表", "3-2-501", "2026-13-01"), ("表号", "表类型", "房屋", "起始日期"), "起始日期", NotADate),
    (("1", "水表", "3-2-501", "2027-01-01"), ("表号", "表类型", "房屋", "起始日期"), "起始日期", ReadingInFuture),
    (("1", "水表", "3-2-501", 100, 2), ("表号", "表类型", "房屋", "起始读数", "位数"), "起始读数", ReadingBeyondDigits),
]


@pytest.mark.parametrize(("row", "heads", "column", "why"), BAD, ids=[case[3].__name__ for case in BAD])
def test_a_row_that_cannot_be_goes_back_with_its_place_and_reason(
    imported: Imported, row: Sequence[object], heads: Sequence[object], column: str, why: type[Refusal]
) -> None:
    result = imported.run(row, heads=heads)
    assert [(fault.column, type(fault.why)) for one in result.bad for fault in one.faults] == [(column, why)]
    assert imported.office.meters.listed() == []


def test_a_number_that_another_meter_has_goes_back(imported: Imported, tmp_path: Path) -> None:
    imported.run(COLD)
    elsewhere = ("商铺", "W-0001", "水表", None, "商铺07", *[None] * 7)
    twice = ("a", "W-2", "水表", None, "3-2-502", *[None] * 7)
    result = imported.run(elsewhere, twice, twice)
    assert result.counts == MeterCounts(1, 0, 2)
    back = tmp_path / "退回.xlsx"
    result.write_bad_rows(back, say)
    assert [type(one.faults[0].why) for one in result.bad] == [refused.MeterNumberTaken, sheets.MeterTwiceInSheet]
    assert "W-0001" in str(rows_of(back)[1][-1])
    assert "3" in str(rows_of(back)[2][-1])


def test_a_sheet_that_names_no_kinds_is_refused(imported: Imported) -> None:
    with pytest.raises(WrongColumns):
        imported.run(("1", "3-2-501"), heads=("表号", "房屋"))


def test_only_who_may_change_meters_imports_them(imported: Imported) -> None:
    with pytest.raises(NotPermitted):
        imported.service.run(imported.office.reader, imported.sheet(COLD))
    assert imported.service.preview(imported.sheet(COLD)).lines[0].new.device.number == "W-0001"
    assert imported.office.meters.listed() == []


def test_an_import_is_taken_back_while_nobody_reads_its_meters(imported: Imported) -> None:
    result = imported.run(COLD)
    assert result.batch_id is not None
    assert imported.service.undo(imported.office.boss, result.batch_id) == 1
    assert imported.office.meters.listed() == []
    assert imported.service.batches()[0].undone_at is not None


@pytest.mark.parametrize("use", ["read", "ended", "charged", "linked"])
def test_an_import_stays_once_its_meters_are_in_use(imported: Imported, use: str) -> None:
    office, result = imported.office, imported.run(COLD)
    meter = imported.only().id
    office.clock.advance(minutes=1)
    if use == "read":
        office.reads(meter, date(2026, 2, 1), "1300")
    elif use == "ended":
        office.ends(meter, date(2026, 2, 1))
    elif use == "charged":
        imported.charged = {meter}
    else:
        office.meters.link(office.boss, meter, imported.shop, date(2026, 2, 1))
    assert result.batch_id is not None
    with pytest.raises(sheets.MetersInUse) as caught:
        imported.service.undo(office.boss, result.batch_id)
    assert caught.value.meters == ("3-2-501 冷水",)
    assert len(office.meters.page(meter).readings) >= 1


def test_units_with_meters_keep_the_import_that_brought_them(imported: Imported) -> None:
    before = imported.office.clock.now()
    imported.run(COLD)
    with imported.office.store.reading() as connection:
        kept = units_with_meters(connection, [imported.home, imported.shop], before)
    assert kept == {imported.home}


def test_the_template_is_understood_and_its_examples_are_handed_back(imported: Imported, tmp_path: Path) -> None:
    imported.office.unit("商铺08")
    path = tmp_path / "模板.xlsx"
    imported.service.write_template(path)
    examples = imported.service.preview(path)
    assert [type(fault.why) for one in examples.bad for fault in one.faults] == [ExampleRow] * 3
    assert examples.lines == ()
    preview = imported.service.preview(make_own(path))
    assert (preview.unused, preview.bad, len(preview.lines)) == ((), (), 3)
