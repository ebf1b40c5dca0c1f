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


def test_unusual_readings_stay_out_until_somebody_lets_them_in(desk: Desk, tmp_path: Path) -> None:
    path = _filled(_saved_round(desk, tmp_path / "round.xlsx"), 190, 155)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    assert "stay out" in preview(desk).unusual.text()
    desk.press("F6")
    assert "come in too" in preview(desk).unusual.text()
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
