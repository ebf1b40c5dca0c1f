"""What units owed in the books before comes in from a sheet: owed once, explained, and taken back while unpaid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.money import Money
from app.core.refusals import NegativeAmount, ThirdDecimal
from app.estate.refusals import UnknownPlate, UnknownUnit
from app.fees.charges import open_charges
from app.fees.opening import sheet_refusals as sheets
from app.fees.opening.arrears import OpeningArrears
from app.fees.refusals import ChargeOfNothing, DatesReversed
from app.fees.terms import LateFeeTerms
from app.fees.words.explain_words import charge_words
from app.fees.words.paper_words import paper_columns
from app.sheets.refusals import BatchTakenBack, ExampleRow, NotADate, ValueMissing, WrongColumns
from app.sheets.results import SheetPreview
from tests.fees.conftest import FeesOffice
from tests.fees.sheets import sheet_of
from tests.sheets.filled_template import make_own
from ui.sentences import say

HALF_YEAR = ("3-2-501", "物业费", "2026-01-01", "2026-06-30", "993.45")


@pytest.fixture
def arrears(office: FeesOffice) -> OpeningArrears:
    office.unit("3-2-501")
    office.unit("3-2-502", area="101.20")
    return OpeningArrears(office.store, office.clock)


def preview_of(arrears: OpeningArrears, tmp_path: Path, *rows: Any, **more: Any) -> SheetPreview[Any]:
    return arrears.preview(sheet_of(tmp_path / "欠费.xlsx", *rows, **more))


def faults_of(arrears: OpeningArrears, tmp_path: Path, *rows: Any) -> list[type[Refusal]]:
    bad = preview_of(arrears, tmp_path, *rows).bad
    return [type(fault.why) for one in bad for fault in one.faults]


def test_a_half_year_of_property_fee_is_owed_from_now_on(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    unit = office.estate.unit_named("3-2-501")
    result = arrears.run(office.cashier, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR))
    assert result.bad == ()
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(99345))]
    with office.store.reading() as connection:
        (one,) = open_charges(connection, [unit], date(2026, 11, 20))
    assert (one.until, one.due_on, one.late_fee) == (date(2026, 7, 1), date(2026, 6, 30), None)
    assert charge_words(one.explain, one.amount) == ["taken over from the books before: “欠费.xlsx”, row 2"]
    assert paper_columns(one.explain).quantity == "期初欠费"
    assert office.broken_truths() == []


def test_looking_at_a_sheet_writes_nothing(office: FeesOffice, arrears: OpeningArrears, tmp_path: Path) -> None:
    preview = preview_of(arrears, tmp_path, HALF_YEAR)
    assert [(line.unit, line.amount) for line in preview.lines] == [("3-2-501", Money(99345))]
    assert arrears.batches() == []
    assert office.owes(preview.lines[0].unit_id) == []


def test_months_readings_and_plates_are_understood(office: FeesOffice, arrears: OpeningArrears, tmp_path: Path) -> None:
    unit = office.unit("B1-073", area=None)
    office.estate.add_plate(office.boss, unit, "浙A5C678")
    heads = ("车牌号", "收费项目", "开始日期", "结束日期", "金额", "起度", "止度")
    row = ("浙A·5C678", "代收水费", "2026年4月", "2026-06", 94.7, 1288, 1320.5)
    preview = preview_of(arrears, tmp_path, row, heads=heads)
    (line,) = preview.lines
    assert (line.unit, line.item.name, line.period.first, line.period.until) == (
        "B1-073",
        "水费",
        date(2026, 4, 1),
        date(2026, 7, 1),
    )
    arrears.run(office.boss, tmp_path / "欠费.xlsx")
    with office.store.reading() as connection:
        (one,) = open_charges(connection, [unit], date(2026, 11, 20))
    assert charge_words(one.explain, one.amount)[1] == "meter from 1,288 to 1,320.5: 32.5 used"
    assert paper_columns(one.explain).quantity == "起 1,288 止 1,320.5"
    assert one.name == "代收水费"


def test_a_late_fee_runs_only_where_the_sheet_says_so(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    terms = LateFeeTerms(Decimal("0.0005"))
    office.tariff("住宅", "1.85", late_fee=terms)
    rows = (
        (*HALF_YEAR, "2026-01-05", None, None, "是"),
        ("3-2-502", "物业费", "2026-01-01", "2026-06-30", "1123.32", "2026-01-05", None, None, "否"),
    )
    arrears.run(office.boss, sheet_of(tmp_path / "欠费.xlsx", *rows))
    units = [office.estate.unit_named(code) for code in ("3-2-501", "3-2-502")]
    with office.store.reading() as connection:
        charges = {one.unit_id: one for one in open_charges(connection, units, date(2026, 3, 6))}
    assert [charges[unit].late_fee_owed for unit in units] == [Money(2980), Money(0)]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (("9-9-999", *HALF_YEAR[1:]), UnknownUnit),
        (("3-2-501", "有线电视费", *HALF_YEAR[2:]), sheets.UnknownFeeItem),
        (("3-2-501", "物业费", "2026-06-30", "2026-01-01", "993.45"), DatesReversed),
        (("3-2-501", "物业费", "2026-02-30", "2026-06-30", "993.45"), NotADate),
        (("3-2-501", "物业费", None, "2026-06-30", "993.45"), ValueMissing),
        (("3-2-501", None, "2026-01-01", "2026-06-30", "993.45"), ValueMissing),
        ((None, "物业费", "2026-01-01", "2026-06-30", "993.45"), ValueMissing),
        ((*HALF_YEAR[:4], "993.455"), ThirdDecimal),
        ((*HALF_YEAR[:4], "-1"), NegativeAmount),
        ((*HALF_YEAR[:4], 0), ChargeOfNothing),
        ((*HALF_YEAR[:4], None), ValueMissing),
        ((*HALF_YEAR, None, 1320, 1288), sheets.ReadingsReversed),
        ((*HALF_YEAR, None, 1320, None), ValueMissing),
        ((*HALF_YEAR, None, None, None, "看情况"), sheets.NotYesOrNo),
        ((*HALF_YEAR, None, None, None, "是"), sheets.NoLateFeeTerms),
    ],
)
def test_a_row_that_makes_no_sense_stays_out_with_its_reason(
    arrears: OpeningArrears, tmp_path: Path, row: tuple[object, ...], refusal: type[Refusal]
) -> None:
    assert faults_of(arrears, tmp_path, row) == [refusal]


def test_a_plate_of_no_unit_is_named(arrears: OpeningArrears, tmp_path: Path) -> None:
    heads = ("车牌号", "收费项目", "开始日期", "结束日期", "金额")
    preview = preview_of(arrears, tmp_path, ("浙A99999", *HALF_YEAR[1:]), heads=heads)
    assert [type(fault.why) for fault in preview.bad[0].faults] == [UnknownPlate]


def test_good_rows_come_in_and_bad_ones_come_back_as_a_sheet(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    result = arrears.run(
        office.boss, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR, ("9-9-999", *HALF_YEAR[1:]), ("3-2-502", "物业费"))
    )
    assert result.batch is not None
    assert (result.batch.rows, result.batch.units, result.batch.bad, result.batch.amount) == (1, 1, 2, Money(99345))
    result.write_bad_rows(tmp_path / "wrong.xlsx", say)
    reasons = [row[-1] for row in load_workbook(tmp_path / "wrong.xlsx").worksheets[0].iter_rows(values_only=True)]
    assert "There is no unit 9-9-999 in the book" in str(reasons[1])
    assert "“开始时间” is empty" in str(reasons[2])


def test_the_same_debt_is_not_owed_twice(office: FeesOffice, arrears: OpeningArrears, tmp_path: Path) -> None:
    part = ("3-2-501", "物业费", "2026-06", "2026-08", "496.73")
    assert faults_of(arrears, tmp_path, HALF_YEAR, part) == [sheets.ArrearsTwice]
    arrears.run(office.boss, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR))
    assert faults_of(arrears, tmp_path, part) == [sheets.ArrearsThere]
    assert arrears.run(office.boss, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR)).batch is None
    assert len(arrears.batches()) == 1


def test_two_meters_of_one_flat_are_two_debts(arrears: OpeningArrears, tmp_path: Path) -> None:
    water = ("3-2-501", "水费", "2026-01", "2026-06", 94.7, None)
    assert faults_of(arrears, tmp_path, (*water, 1288, 1320), (*water, 20, 45)) == []


def test_a_tariff_that_would_charge_the_same_days_is_named(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    office.lay(office.tariff("住宅", "1.85"), office.estate.unit_named("3-2-501"), first="2026-06-01")
    assert faults_of(arrears, tmp_path, HALF_YEAR) == [sheets.TariffChargesTheseDays]
    before = ("3-2-501", "物业费", "2026-01", "2026-05", "827.88")
    assert faults_of(arrears, tmp_path, before) == []


def test_an_import_is_taken_back_whole_while_nothing_is_paid(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    batch = arrears.run(office.boss, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR)).batch
    assert batch is not None
    assert arrears.undo(office.boss, batch.id) == 1
    assert office.owes(office.estate.unit_named("3-2-501")) == []
    assert office.broken_truths() == []
    assert arrears.batches()[0].undone_at is not None
    with pytest.raises(BatchTakenBack):
        arrears.undo(office.boss, batch.id)
    again = arrears.run(office.boss, tmp_path / "欠费.xlsx")
    assert again.bad == ()


def test_a_cashier_may_not_take_an_import_back_alone(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    batch = arrears.run(office.cashier, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR)).batch
    assert batch is not None
    with pytest.raises(NotPermitted):
        arrears.undo(office.cashier, batch.id)


def test_a_sheet_without_amounts_is_no_sheet_of_arrears(arrears: OpeningArrears, tmp_path: Path) -> None:
    with pytest.raises(WrongColumns) as refused:
        preview_of(arrears, tmp_path, ("3-2-501", "物业费"), heads=("房屋编码", "费用名称"))
    assert refused.value.missing == ("开始时间", "结束时间", "收费金额")


def test_what_fails_halfway_leaves_nothing(office: FeesOffice, arrears: OpeningArrears, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if total and 2 * done >= total:
            raise StoppedError

    with pytest.raises(StoppedError):
        arrears.run(office.boss, sheet_of(tmp_path / "欠费.xlsx", HALF_YEAR), stop)
    assert arrears.batches() == []
    assert office.owes(office.estate.unit_named("3-2-501")) == []


def test_the_template_is_understood(office: FeesOffice, arrears: OpeningArrears, tmp_path: Path) -> None:
    office.unit("商铺07")
    office.tariff("住宅", "1.85", late_fee=LateFeeTerms(Decimal("0.0005")))
    arrears.write_template(tmp_path / "模板.xlsx")
    preview = arrears.preview(make_own(tmp_path / "模板.xlsx"))
    assert (len(preview.lines), preview.bad, preview.unused) == (3, (), ())


def test_the_examples_of_the_template_are_nobodys_arrears(
    office: FeesOffice, arrears: OpeningArrears, tmp_path: Path
) -> None:
    office.unit("商铺07")
    arrears.write_template(tmp_path / "模板.xlsx")
    result = arrears.run(office.boss, tmp_path / "模板.xlsx")
    assert (result.batch, [type(fault.why) for one in result.bad for fault in one.faults]) == (None, [ExampleRow] * 3)
