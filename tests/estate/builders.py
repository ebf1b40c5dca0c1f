"""Sheets of units as tests need them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADS = ("楼号", "单元", "房间", "建筑面积", "业主名称", "手机号")


def sheet_of(path: Path, *rows: Sequence[object], heads: Sequence[object] = HEADS) -> Path:
    """A small workbook with these rows under the heads."""
    book = Workbook()
    worksheet = book.active
    assert isinstance(worksheet, Worksheet)
    for row in (heads, *rows):
        worksheet.append(list(row))
    book.save(path)
    return path
