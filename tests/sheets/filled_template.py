"""A template as an office fills it in: its rows are the office's own, and no note says that they are examples."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from app.sheets.example_rows import place_of_example


def make_own(path: Path) -> Path:
    """Take out what says that the rows are examples."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if place_of_example([cell.value]) is not None:
                cell.value = None
    book.save(path)
    return path
