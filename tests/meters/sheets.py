"""Sheets of readings and meters as offices have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADS = ("楼栋编号", "单元编号", "房屋编码", "上期度数", "上期读表时间", "本期度数", "本期读表时间", "备注")


def sheet_of(path: Path, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> Path:
    """A small workbook with these rows under the heads."""
    book = Workbook()
    worksheet = book.active
    assert isinstance(worksheet, Worksheet)
    for row in (heads, *rows):
        worksheet.append(list(row))
    book.save(path)
    return path


def filled(path: Path, values: dict[str, Sequence[object]]) -> Path:
    """The sheet with cells written under a head, row by row."""
    book = load_workbook(path)
    worksheet = book.active
    assert isinstance(worksheet, Worksheet)
    heads = [cell.value for cell in worksheet[1]]
    for head, column in values.items():
        for number, value in enumerate(column, start=2):
            worksheet.cell(number, heads.index(head) + 1).value = value  # type: ignore[assignment]
    book.save(path)
    return path


def rows_of(path: Path) -> list[list[object]]:
    """Everything on the first worksheet, heads first."""
    worksheet = load_workbook(path).active
    assert isinstance(worksheet, Worksheet)
    return [list(row) for row in worksheet.iter_rows(values_only=True)]
