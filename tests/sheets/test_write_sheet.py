"""Bad rows go back as they came, with their reasons; templates are sheets that can be imported."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.core.errors import Refusal
from app.sheets.header import ColumnKind, HeaderFinder
from app.sheets.read_sheet import SheetRow, read_sheet
from app.sheets.refusals import NotADate, SheetUnreadable, ValueMissing
from app.sheets.row_faults import BadRow, Fault
from app.sheets.write_sheet import write_bad_rows, write_template

FINDER = HeaderFinder((ColumnKind("building", ("楼号",)), ColumnKind("room", ("房号",))))


def reason(refusal: Refusal) -> str:
    return type(refusal).__name__


def test_bad_rows_come_back_with_all_their_cells_and_reasons(tmp_path: Path) -> None:
    write_template(
        tmp_path / "a.xlsx", "表", ("楼号", "房号", "日期", "备用"), [["3", None, datetime(2024, 1, 5), "=1+1"]]
    )
    sheet = read_sheet(tmp_path / "a.xlsx", FINDER, ())
    row = SheetRow(2, ("3", None, datetime(2024, 1, 5), "=1+1"))
    faults = (Fault("房号", ValueMissing("房号")), Fault("", NotADate("x")))
    write_bad_rows(tmp_path / "b.xlsx", sheet, [BadRow(row, faults)], "原因", reason)
    worksheet = load_workbook(tmp_path / "b.xlsx").active
    assert worksheet is not None
    rows = [[cell.value for cell in row] for row in worksheet.iter_rows()]
    assert rows == [
        ["楼号", "房号", "日期", "备用", "原因"],
        ["3", None, datetime(2024, 1, 5), "=1+1", "房号: ValueMissing\nNotADate"],
    ]
    assert worksheet["D2"].data_type == "s"


def test_a_file_that_cannot_be_written_is_a_trouble(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable):
        write_template(tmp_path / "no folder" / "a.xlsx", "表", ("楼号",), [])
