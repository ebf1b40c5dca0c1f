"""Workbooks that are damaged, or made so that whoever opens them runs out of memory or of patience."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.estate import unit_columns
from app.sheets import sheet_file
from app.sheets.read_sheet import Sheet, read_sheet
from app.sheets.refusals import CellTooLong, NotASpreadsheet, SheetSwollen
from app.sheets.row_cells import LONGEST_CELL, RowCells
from tests.fuzz.way_in import in_time
from tests.fuzz.workbooks import packed, workbook

HEADS = ["楼号", "单元", "房间", "建筑面积"]
HOME = ["3", "2", "501", 89.5]


def read(tmp_path: Path, content: bytes) -> Sheet:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(content)
    with in_time():
        return read_sheet(path, unit_columns.FINDER, unit_columns.NEEDED)


def test_a_small_file_that_unpacks_to_very_much_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(SheetSwollen) as refused:
        read(tmp_path, packed(b"\0" * 60_000_000))
    assert refused.value.megabytes == 60


def test_a_file_of_more_than_any_list_needs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_file, "MOST_BYTES", 1_000)
    with pytest.raises(SheetSwollen):
        read(tmp_path, workbook([HEADS, HOME]))


def test_a_cell_of_ten_megabytes_keeps_only_its_own_row_out(tmp_path: Path) -> None:
    sheet = read(tmp_path, workbook([HEADS, ["3", "2", "x1" * 5_000_000, 89.5], HOME]))
    cells, faults = RowCells(sheet), []
    for row in sheet.rows:
        cells.turn_to(row)
        faults.append([(fault.column, type(fault.why)) for fault in cells.faults])
    assert faults == [[("房间", CellTooLong)], []]


def test_the_longest_cell_that_a_program_writes_is_read(tmp_path: Path) -> None:
    sheet = read(tmp_path, workbook([HEADS, ["3", "2", "9" * LONGEST_CELL, 89.5]]))
    cells = RowCells(sheet)
    cells.turn_to(sheet.rows[0])
    assert cells.faults == []
    assert len(cells.text("room")) == LONGEST_CELL


def test_entities_that_stand_for_entities_are_not_followed(tmp_path: Path) -> None:
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{inner}]>'
    cell = '<c t="inlineStr"><is><t>&e9;</t></is></c>'
    with pytest.raises(NotASpreadsheet):
        read(tmp_path, workbook([HEADS, ["3", "2", cell, 89.5]], head=bomb))


@pytest.mark.parametrize("behind", ['<mergeCells><mergeCell ref="ZZZZ2:ZZZZ9"/></mergeCells>', "<never closed>"])
def test_merges_and_tags_that_lead_nowhere_are_a_damage(tmp_path: Path, behind: str) -> None:
    with pytest.raises(NotASpreadsheet):
        read(tmp_path, workbook([HEADS, HOME], behind=behind))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only this system tells which files are open")
def test_a_damaged_workbook_is_not_kept_open(tmp_path: Path) -> None:
    with pytest.raises(NotASpreadsheet):
        read(tmp_path, packed("<worksheet/>", "xl/workbook.xml"))
    held = [link.resolve() for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert tmp_path / "sheet.xlsx" not in held


def test_a_text_that_is_counted_and_not_there_is_a_damage(tmp_path: Path) -> None:
    with pytest.raises(NotASpreadsheet):
        read(tmp_path, workbook([HEADS, ["3", "2", '<c t="s"><v>7</v></c>', 89.5]]))


@pytest.mark.parametrize("gone", ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_one_of_its_parts_is_a_damage(tmp_path: Path, gone: str) -> None:
    with pytest.raises(NotASpreadsheet):
        read(tmp_path, packed("<worksheet/>", gone))


def test_every_cut_of_a_workbook_is_a_damage(tmp_path: Path) -> None:
    whole = workbook([HEADS, HOME])
    for end in range(4, len(whole) - 1, 97):
        with pytest.raises(NotASpreadsheet):
            read(tmp_path, whole[:end])
    assert zipfile.is_zipfile(tmp_path / "sheet.xlsx") is False
