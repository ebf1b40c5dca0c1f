"""Reading a file that somebody hands over: what it is, how long it is, what its cells hold."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.sheets import read_sheet as reading
from app.sheets.header import ColumnKind, HeaderFinder
from app.sheets.read_sheet import Sheet, read_sheet
from app.sheets.refusals import (
    EmptySheet,
    NotASpreadsheet,
    OldOrLockedSpreadsheet,
    SheetNotThere,
    TextNotSpreadsheet,
    TooManyRows,
    WrongColumns,
)

FINDER = HeaderFinder((ColumnKind("building", ("楼号",)), ColumnKind("room", ("房号",)), ColumnKind("area", ("面积",))))
HEADS = ["楼号", "房号", "面积"]


def workbook(path: Path, *rows: Sequence[object], merge: str = "") -> Path:
    book = Workbook()
    worksheet = book.active
    assert isinstance(worksheet, Worksheet)
    for row in rows:
        worksheet.append(list(row))
    if merge:
        worksheet.merge_cells(merge)
    book.save(path)
    return path


def read(path: Path) -> Sheet:
    return read_sheet(path, FINDER, ("楼号", "房号"))


def rewritten(path: Path, old: bytes, new: bytes) -> Path:
    """The same workbook with a piece of its first worksheet's raw text replaced."""
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    assert old in parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w") as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return path


def test_blank_rows_are_passed_over_and_numbers_stay_those_of_the_sheet(tmp_path: Path) -> None:
    sheet = read(workbook(tmp_path / "a.xlsx", ["表"], HEADS, [3, 501], [], [None, " "], [3, 502]))
    assert [(row.number, row.cells[1]) for row in sheet.rows] == [(3, 501), (6, 502)]
    assert sheet.top[0][0] == "表"


def test_a_size_that_the_file_understates_is_not_believed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADS, [3, 501], [3, 502])
    sheet = read(rewritten(path, b'<dimension ref="A1:C3"', b'<dimension ref="A1"'))
    assert len(sheet.rows) == 2


def test_cells_merged_over_rows_all_hold_the_value_that_is_shown(tmp_path: Path) -> None:
    sheet = read(workbook(tmp_path / "a.xlsx", HEADS, [3, 501], [None, 502], [None, 503], [4, 504], merge="A2:A4"))
    assert [row.cells[0] for row in sheet.rows] == [3, 3, 3, 4]


def test_a_formula_counts_by_its_stored_result_else_it_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADS, [3, "=500+1", "=A1*2"])
    sheet = read(rewritten(path, b"<f>500+1</f><v />", b"<f>500+1</f><v>501</v>"))
    assert sheet.rows[0].cells[:2] == (3, 501)
    assert sheet.unstored == {(2, 2)}


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.csv", "楼号,房号\n3,501\n".encode(), TextNotSpreadsheet),
        ("a.csv", "楼号,房号\n3,501\n".encode("gbk"), TextNotSpreadsheet),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, OldOrLockedSpreadsheet),
        ("a.xlsx", b"PK\x03\x04 cut off", NotASpreadsheet),
        ("a.xlsx", b"", NotASpreadsheet),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", NotASpreadsheet),
    ],
)
def test_what_is_no_workbook_is_refused_by_what_it_is(
    tmp_path: Path, name: str, content: bytes, refusal: type[Exception]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(refusal):
        read(tmp_path / name)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("note.txt", "hello")
    with pytest.raises(NotASpreadsheet):
        read(tmp_path / "a.xlsx")


def test_a_worksheet_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADS, [3, 501])
    with pytest.raises(NotASpreadsheet):
        read(rewritten(path, b"</sheetData>", b"</sheet"))


def test_a_file_that_is_not_there_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(SheetNotThere) as refused:
        read(tmp_path / "nowhere.xlsx")
    assert (refused.value.file, refused.value.folder) == ("nowhere.xlsx", str(tmp_path))


def test_an_empty_sheet_and_one_with_heads_only_are_refused(tmp_path: Path) -> None:
    for rows in ([], [HEADS]):
        with pytest.raises(EmptySheet):
            read(workbook(tmp_path / "a.xlsx", *rows))


def test_wrong_columns_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WrongColumns) as refused:
        read(workbook(tmp_path / "a.xlsx", ["订单号", "金额", "日期"], [1, 2, 3]))
    assert refused.value.found == ("订单号", "金额", "日期")
    assert refused.value.missing == ("楼号", "房号")


def test_too_many_rows_are_refused_by_the_count_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADS, [3, 501])
    big = rewritten(path, b'<dimension ref="A1:C2"', b'<dimension ref="A1:C200001"')
    monkeypatch.setattr(reading, "_filled_rows", None)  # not one row is read
    with pytest.raises(TooManyRows) as refused:
        read(big)
    assert refused.value.rows == 200_001


def test_too_many_rows_are_noticed_where_the_file_does_not_tell_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 5)
    path = workbook(tmp_path / "a.xlsx", HEADS, *([3, number] for number in range(501, 540)))
    with pytest.raises(TooManyRows):
        read(rewritten(path, b'<dimension ref="A1:C40" />', b""))


def test_reading_reports_rows_and_may_be_stopped(tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818 - an answer, not an error
        pass

    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        told.append((done, total))
        raise Enough

    path = workbook(tmp_path / "a.xlsx", HEADS, *([3, number] for number in range(600)))
    with pytest.raises(Enough):
        read_sheet(path, FINDER, (), watch)
    assert told == [(500, 601)]


def test_the_file_is_not_held_after_reading(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADS, [3, 501])
    read(path)
    path.rename(tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx").active is not None
