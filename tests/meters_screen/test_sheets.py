"""Readings and meters from sheets: looked at first, brought in, taken back; the round saved as a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder


def preview(desk: Desk) -> Any:
    """What the sheet would bring in, as shown."""
    return desk.page.sheets.kind.pane


def _saved_round(desk: Desk, path: Path) -> Path:
    desk.press("Ctrl+I")
    desk.answers.will_save(path)
    desk.press("Ctrl+E")
    return path


def _filled(path: Path, *values: int) -> Path:
    """The reader's sheet with what was read in the first rows."""
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    heads = next(row for row in sheet.iter_rows(max_row=5) if any(cell.value == "本期度数" for cell in row))
    place = next(cell for cell in heads if cell.value == "本期度数")
    for at, value in enumerate(values, 1):
        sheet.cell(place.row + at, place.column, value)
    book.save(path)
    return path


def _sheet(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_the_round_goes_out_as_a_sheet_and_comes_back_read(desk: Desk, tmp_path: Path) -> None:
    path = _filled(_saved_round(desk, tmp_path / "round.xlsx"), 133, 155)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    assert column(preview(desk).lines, "Usage") == ["9", "11"]
    desk.press("F9")
    assert column(desk.page.sheets.batches, "Taken in") == ["2"]
    desk.press("Esc")
    assert desk.listed()[:3] == [("1-1-101", "read"), ("1-1-102", "read"), ("1-1-201", "not read")]


def test_a_wrong_row_says_why_and_the_others_come_in(desk: Desk, tmp_path: Path) -> None:
    path = _filled(_saved_round(desk, tmp_path / "round.xlsx"), 133, 5, 172)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    assert len(column(preview(desk).bad, "What is wrong")) == 1
    desk.press("F9")
    desk.answers.will_save(tmp_path / "wrong.xlsx")
    desk.press("Ctrl+S")
    assert (tmp_path / "wrong.xlsx").exists()
    assert desk.page.book.read == 2


def test_a_sheet_of_another_estate_brings_nothing_in_and_says_why(desk: Desk, tmp_path: Path) -> None:
    heads: list[object] = ["房号", "表号", "上期度数", "本期度数", "抄表日期"]
    rows: list[list[object]] = [["9-9-901", "Z-1", 10, 20, "2026-11-18"], ["9-9-902", "Z-2", 10, 20, "2026-11-18"]]
    desk.press("Ctrl+I")
    desk.answers.will_open(_sheet(tmp_path / "other.xlsx", heads, *rows))
    desk.press("Ctrl+O")
    desk.press("F9")
    assert column(preview(desk).bad, "What is wrong") == [
        f"房号: There is no unit {row[0]} in the book. Check the code, or add the unit." for row in rows
    ]
    assert desk.said[-1] == "No row of this sheet can come in. Correct the rows in the file and choose it again."
    assert desk.office.office.reading_import.batches() == []
    desk.answers.will_save(tmp_path / "wrong.xlsx")
    desk.press("Ctrl+S")
    assert (tmp_path / "wrong.xlsx").exists()


def test_readings_that_are_all_far_too_high_come_in_only_after_f6(desk: Desk, tmp_path: Path) -> None:
    path = _filled(_saved_round(desk, tmp_path / "round.xlsx"), 190)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    desk.press("F9")
    assert desk.said[-1] == "Every reading of this sheet is more than 3 × the usual usage. F6 lets them in."
    desk.press("F6")
    desk.press("F9")
    assert desk.page.book.read == 1


def test_meters_that_are_known_already_leave_nothing_to_bring_in(desk: Desk, tmp_path: Path) -> None:
    sheet = _sheet(
        tmp_path / "meters.xlsx", ["名称", "表号", "表类型", "公共"], ["3栋公共照明", "D-0100", "电表", "是"]
    )
    desk.press("Ctrl+I", "Alt+2")
    for said in ("Imported: 1 meter", "Nothing in this sheet is new, so there is nothing to bring in."):
        desk.answers.will_open(sheet)
        desk.press("Ctrl+O")
        desk.press("F9")
        assert said in (*desk.said[-1:], desk.page.sheets.told.text())


def test_unusual_readings_stay_out_until_somebody_lets_them_in(desk: Desk, tmp_path: Path) -> None:
    path = _filled(_saved_round(desk, tmp_path / "round.xlsx"), 190, 155)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    assert "1 reading of more than 3 × the usual usage stays out." in preview(desk).unusual.text()
    desk.press("F6")
    assert "comes in too" in preview(desk).unusual.text()
    desk.press("F9")
    assert desk.page.book.read == 2


def test_an_import_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    desk.answers.will_open(_filled(_saved_round(desk, tmp_path / "round.xlsx"), 133, 155))
    desk.press("Ctrl+O")
    desk.press("F9")
    desk.answers.will_confirm(yes=True)
    desk.press("Del")
    assert column(desk.page.sheets.batches, "State")[0].startswith("taken back")
    assert desk.page.book.read == 0


def test_meters_come_in_from_their_own_sheet(desk: Desk, tmp_path: Path) -> None:
    desk.press("Ctrl+I", "Alt+2")
    desk.answers.will_save(tmp_path / "meters.xlsx")
    desk.press("Ctrl+T")
    heads: list[object] = ["表类型", "房屋编码", "名称", "表号", "初始读数"]
    rows: list[list[object]] = [["燃气表", "1-1-101", "厨房气表", "G0001", 12], ["燃气表", "9-9-999", "", "G0002", 3]]
    desk.answers.will_open(_sheet(tmp_path / "gas.xlsx", heads, *rows))
    desk.press("Ctrl+O")
    assert column(preview(desk).lines, "Meter no.") == ["G0001"]
    assert len(preview(desk).bad.rows_model.rows) == 1
    desk.press("F9")
    assert desk.page.book.whole == 26


def test_a_cashier_is_told_why_not(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.press("Ctrl+I", "Alt+2", "Ctrl+O")
    assert desk.said[-1]
