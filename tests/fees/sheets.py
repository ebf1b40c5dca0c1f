"""Sheets as an office hands them over, written for one test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook

ARREARS = ("房屋编码", "费用名称", "开始时间", "结束时间", "收费金额", "应缴日期", "起度", "止度", "违约金")


def sheet_of(path: Path, *rows: Sequence[object], heads: Sequence[str] = ARREARS) -> Path:
    """A workbook with these heads and rows."""
    book = Workbook()
    worksheet = book.active
    assert worksheet is not None
    worksheet.append(list(heads))
    for row in rows:
        worksheet.append(list(row))
    book.save(path)
    return path


def rows_of(path: Path) -> list[dict[str, object]]:
    """The rows of a workbook by their heads, empty cells left out."""
    heads, *rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [
        {str(head): value for head, value in zip(heads, row, strict=True) if head and value is not None} for row in rows
    ]
