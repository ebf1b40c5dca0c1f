"""Which tariffs lie on which units goes out as a sheet and comes back: changed rows only, wrong ones with a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.core.errors import Refusal
from app.estate.refusals import UnknownUnit
from app.fees.opening import sheet_refusals as sheets
from app.fees.opening.arrears import OpeningArrears
from app.fees.opening.assignment_export import Wanted
from app.fees.opening.assignment_plan import Deed
from app.fees.opening.assignment_sheet import AssignmentSheet, AssignmentsPreview
from app.fees.refusals import (
    AssignedBeforeTariff,
    AssignmentEnded,
    AssignmentOverlaps,
    DatesReversed,
    EndsInsideCharged,
)
from app.sheets.refusals import ExampleRow, NotADate, ValueMissing
from tests.fees.conftest import FeesOffice
from tests.fees.sheets import rows_of, sheet_of

HEADS = ("房号", "收费项目", "收费标准", "建账时间", "计费起始时间", "计费结束时间", "系数")


@pytest.fixture
def sheet(office: FeesOffice) -> AssignmentSheet:
    """Two homes and a shop; a tariff for homes and one for shops; nothing laid yet."""
    for code in ("3-2-501", "3-2-502", "商铺07"):
        office.unit(code)
    office.tariff("住宅", "1.85")
    office.tariff("商铺", "4.20", first="2026-01-01")
    return AssignmentSheet(office.store, office.clock)


def tariff_named(office: FeesOffice, name: str) -> Any:
    return next(row.tariff.id for row in office.tariffs.rows() if row.tariff.name == name)


def lying(office: FeesOffice, code: str) -> list[tuple[str, str, str | None]]:
    """The tariffs that apply on some day: name, first day, end."""
    rows = office.assignments.of_unit(office.estate.unit_named(code))
    return [
        (row.tariff.name, str(row.first), None if row.until is None else str(row.until))
        for row in rows
        if row.until != row.first
    ]


def preview_of(sheet: AssignmentSheet, tmp_path: Path, *rows: Any) -> AssignmentsPreview:
    return sheet.preview(sheet_of(tmp_path / "建账.xlsx", *rows, heads=HEADS))


def faults_of(sheet: AssignmentSheet, tmp_path: Path, *rows: Any) -> list[type[Refusal]]:
    return [type(fault.why) for one in preview_of(sheet, tmp_path, *rows).bad for fault in one.faults]


def deeds(preview: AssignmentsPreview) -> list[Deed]:
    return [one.deed for one in preview.lines]


def edit(path: Path, row: int, **cells: str | date) -> Path:
    """Write into a row of a saved sheet, by the heads."""
    book = load_workbook(path)
    worksheet = book.worksheets[0]
    heads = [cell.value for cell in worksheet[1]]
    for head, value in cells.items():
        worksheet.cell(row, heads.index(head) + 1, value)
    book.save(path)
    return path


def test_the_filled_sheet_comes_back_with_two_dates_and_lays_the_tariffs(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    path = tmp_path / "建账.xlsx"
    assert sheet.export(path, Wanted(tariff_named(office, "住宅"))) == 3
    assert [row["房号"] for row in rows_of(path)] == ["3-2-501", "3-2-502", "商铺07"]
    assert "计费起始时间" not in rows_of(path)[0]
    edit(path, 2, 计费起始时间="2026-07-01")
    edit(path, 3, 计费起始时间=date(2026, 8, 15), 计费结束时间="2027-08-14", 系数="1.2")
    preview = sheet.preview(path)
    assert (deeds(preview), preview.blank, preview.bad) == ([Deed.NEW, Deed.NEW], 1, ())
    assert lying(office, "3-2-501") == []
    result = sheet.run(office.boss, path)
    assert result.batch is not None
    assert (result.batch.rows, result.batch.units) == (2, 2)
    assert lying(office, "3-2-501") == [("住宅", "2026-07-01", None)]
    assert lying(office, "3-2-502") == [("住宅", "2026-08-15", "2027-08-15")]
    office.bill("2026-09")
    assert office.owes(office.estate.unit_named("3-2-502"))[0][2].fen == round(89.5 * 1.85 * 120 * 17 / 31)


def test_an_untouched_sheet_changes_nothing(office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path) -> None:
    office.lay(tariff_named(office, "住宅"), *(office.estate.unit_named(code) for code in ("3-2-501", "3-2-502")))
    office.bill("2026-11")
    assert sheet.export(tmp_path / "a.xlsx", Wanted()) == 2
    preview = sheet.preview(tmp_path / "a.xlsx")
    assert (deeds(preview), preview.bad) == ([Deed.AS_IT_WAS] * 2, ())
    assert sheet.run(office.boss, tmp_path / "a.xlsx").batch is None
    assert sheet.batches() == []


def test_an_end_written_into_the_sheet_ends_the_tariff_and_another_may_follow(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    office.lay(tariff_named(office, "住宅"), office.estate.unit_named("3-2-501"))
    path = sheet_of(
        tmp_path / "a.xlsx",
        ("3-2-501", "物业费", "商铺", None, "2027-01-01", None, None),
        ("3-2-501", "物业费", "住宅", None, "2026-10-01", "2026-12-31", None),
        heads=HEADS,
    )
    assert deeds(sheet.preview(path)) == [Deed.NEW, Deed.ENDED]
    sheet.run(office.boss, path)
    assert lying(office, "3-2-501") == [("住宅", "2026-10-01", "2027-01-01"), ("商铺", "2027-01-01", None)]


def test_a_first_day_may_be_corrected_until_something_was_charged(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    office.lay(tariff_named(office, "住宅"), office.estate.unit_named("3-2-501"))
    earlier = ("3-2-501", "物业费", "住宅", None, "2026-07-01", None, None)
    assert deeds(preview_of(sheet, tmp_path, earlier)) == [Deed.MOVED]
    sheet.run(office.boss, tmp_path / "建账.xlsx")
    assert lying(office, "3-2-501") == [("住宅", "2026-07-01", None)]
    office.bill("2026-11")
    again = ("3-2-501", "物业费", "住宅", None, "2026-09-01", None, None)
    assert faults_of(sheet, tmp_path, again) == [sheets.ChargedByOtherTerms]
    with_factor = ("3-2-501", "物业费", "住宅", None, "2026-07-01", None, "0.9")
    assert faults_of(sheet, tmp_path, with_factor) == [sheets.ChargedByOtherTerms]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (("9-9-999", "物业费", "住宅", None, "2026-07-01"), UnknownUnit),
        (("3-2-501", "物业费", "别墅", None, "2026-07-01"), sheets.UnknownTariff),
        (("3-2-501", "水费", "住宅", None, "2026-07-01"), sheets.UnknownTariff),
        (("3-2-501", "物业费", None, None, "2026-07-01"), sheets.TariffNotNamed),
        (("3-2-501", None, None, None, "2026-07-01"), ValueMissing),
        (("3-2-501", "物业费", "住宅", None, None, "2026-07-01"), ValueMissing),
        (("3-2-501", "物业费", "住宅", None, "2026-07-01", "2026-06-30"), DatesReversed),
        (("3-2-501", "物业费", "住宅", None, "2026-13-01"), NotADate),
        (("3-2-501", "物业费", "商铺", None, "2025-07-01"), AssignedBeforeTariff),
        (("3-2-502", "物业费", "商铺", None, "2026-11-01"), AssignmentOverlaps),
        (("3-2-502", "物业费", "住宅", None, "2026-10-01", "2026-10-31"), EndsInsideCharged),
    ],
)
def test_a_row_that_cannot_be_stays_out_with_its_reason(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path, row: tuple[object, ...], refusal: type[Refusal]
) -> None:
    office.lay(tariff_named(office, "住宅"), office.estate.unit_named("3-2-502"))
    office.bill("2026-11")
    assert faults_of(sheet, tmp_path, row) == [refusal]


def test_an_end_is_not_taken_away_again(office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path) -> None:
    office.lay(tariff_named(office, "住宅"), office.estate.unit_named("3-2-502"), until="2026-12-01")
    longer = ("3-2-502", "物业费", "住宅", None, "2026-10-01", None)
    assert faults_of(sheet, tmp_path, longer) == [AssignmentEnded]


def test_the_same_row_twice_is_laid_once(sheet: AssignmentSheet, tmp_path: Path) -> None:
    row = ("3-2-501", "物业费", "住宅", None, "2026-07-01")
    preview = preview_of(sheet, tmp_path, row, row)
    assert deeds(preview) == [Deed.NEW]
    assert [type(fault.why) for fault in preview.bad[0].faults] == [sheets.AssignmentTwice]


def test_days_for_which_arrears_are_owed_are_not_charged_again(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    owed = sheet_of(tmp_path / "欠费.xlsx", ("3-2-501", "物业费", "2026-01", "2026-06", "993.45"))
    OpeningArrears(office.store, office.clock).run(office.boss, owed)
    june = ("3-2-501", "物业费", "住宅", None, "2026-06-01")
    assert faults_of(sheet, tmp_path, june) == [sheets.ArrearsThere]
    july = ("3-2-501", "物业费", "住宅", None, "2026-07-01")
    assert faults_of(sheet, tmp_path, july) == []


def test_an_import_is_taken_back_while_nothing_was_billed(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    office.lay(tariff_named(office, "住宅"), office.estate.unit_named("3-2-501"))
    path = sheet_of(
        tmp_path / "a.xlsx",
        ("3-2-501", "物业费", "住宅", None, "2026-10-01", "2026-12-31"),
        ("3-2-502", "物业费", "住宅", None, "2026-11-01"),
        heads=HEADS,
    )
    batch = sheet.run(office.boss, path).batch
    assert batch is not None
    assert sheet.undo(office.boss, batch.id) == 2
    assert (lying(office, "3-2-501"), lying(office, "3-2-502")) == ([("住宅", "2026-10-01", None)], [])
    assert sheet.batches()[0].undone_at is not None


def test_an_import_that_was_billed_stays(office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path) -> None:
    preview_of(sheet, tmp_path, ("3-2-502", "物业费", "住宅", None, "2026-11-01"))
    batch = sheet.run(office.boss, tmp_path / "建账.xlsx").batch
    assert batch is not None
    run = office.bill("2026-11")
    with pytest.raises(sheets.AssignmentsHaveCharges):
        sheet.undo(office.boss, batch.id)
    office.billing.undo(office.boss, run.id)
    assert sheet.undo(office.boss, batch.id) == 1


def test_what_an_import_ended_does_not_go_on_beside_its_follower(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    unit = office.estate.unit_named("3-2-501")
    office.lay(tariff_named(office, "住宅"), unit)
    preview_of(sheet, tmp_path, ("3-2-501", "物业费", "住宅", None, "2026-10-01", "2026-12-31"))
    batch = sheet.run(office.boss, tmp_path / "建账.xlsx").batch
    assert batch is not None
    office.lay(tariff_named(office, "商铺"), unit, first="2027-01-01")
    with pytest.raises(sheets.AssignmentsFollowed) as refused:
        sheet.undo(office.boss, batch.id)
    assert refused.value.units == ("3-2-501",)
    assert lying(office, "3-2-501")[0][2] == "2027-01-01"


def test_the_coefficient_goes_out_and_comes_back(office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path) -> None:
    preview_of(sheet, tmp_path, ("3-2-501", "物业费", "住宅", None, "2026-11-01", None, "0.85"))
    sheet.run(office.boss, tmp_path / "建账.xlsx")
    sheet.export(tmp_path / "out.xlsx", Wanted())
    assert Decimal(str(rows_of(tmp_path / "out.xlsx")[0]["系数"])) == Decimal("0.85")
    assert deeds(sheet.preview(tmp_path / "out.xlsx")) == [Deed.AS_IT_WAS]


def test_the_examples_of_the_template_are_laid_on_no_unit(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path
) -> None:
    path = tmp_path / "模板.xlsx"
    sheet.write_template(path)
    preview = sheet.preview(path)
    assert (preview.lines, preview.unused) == ((), ("业主", "类型", "房屋状态"))
    assert [type(fault.why) for one in preview.bad for fault in one.faults] == [ExampleRow] * 3
    assert lying(office, "3-2-501") == []


@pytest.mark.parametrize("written", ["住宅（高层）", "住宅(高层)", " 住宅 （高层） "])
def test_full_width_signs_in_a_name_make_no_difference(
    office: FeesOffice, sheet: AssignmentSheet, tmp_path: Path, written: str
) -> None:
    office.tariff("住宅（高层）", "2.35")
    assert faults_of(sheet, tmp_path, ("3-2-501", "物业费", written, None, "2026-07-01")) == []
