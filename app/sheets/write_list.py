"""Writing a list as a workbook: heads, rows, widths that fit, and a filter on every column."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from app.sheets.refusals import SheetUnreadable

_BOLD = Font(bold=True)
_LEAST_WIDTH, _MOST_WIDTH, _MOST_SIGNS = 8, 60, 32_767
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


@dataclass(frozen=True, slots=True)
class ListPage:
    """One sheet of a workbook: texts, whole numbers, decimals, days and times in rows under heads."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]


def write_list(path: Path, pages: Sequence[ListPage]) -> None:
    """Write the pages as one workbook, over whatever was there. Raises SheetUnreadable."""
    book = Workbook(write_only=True)
    for page in pages:
        _write_page(book, page)
    content = io.BytesIO()
    book.save(content)
    try:
        path.write_bytes(content.getvalue())
    except OSError as error:
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error


def _write_page(book: Workbook, page: ListPage) -> None:
    worksheet: Any = book.create_sheet(page.title[:31].translate(_NOT_IN_TITLES))
    for number, head in enumerate(page.heads):
        widest = max(_width(head) + 3, *(_width(row[number]) for row in page.rows[:500]), _LEAST_WIDTH)
        worksheet.column_dimensions[get_column_letter(number + 1)].width = min(widest + 1, _MOST_WIDTH)
    worksheet.freeze_panes = "A2"
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(page.heads))}{len(page.rows) + 1}"
    heads = [WriteOnlyCell(worksheet, head) for head in page.heads]
    for cell in heads:
        cell.font = _BOLD
    worksheet.append(heads)
    for row in page.rows:
        worksheet.append([_cell(worksheet, value) for value in row])


def _cell(worksheet: Any, value: object) -> Any:
    """Times by the minute, days by the day; a text that looks like a formula stays a text."""
    shown: Any = _plain(value) if isinstance(value, str) else value
    if isinstance(value, date):
        cell = WriteOnlyCell(worksheet, shown)
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
        return cell
    if isinstance(value, str) and (value.startswith("=") or len(value) > _MOST_WIDTH or "\n" in value):
        cell = WriteOnlyCell(worksheet, shown)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell
    return shown


def _plain(text: str) -> str:
    """The signs that a workbook can hold, as many as a cell can."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_MOST_SIGNS]


def _width(value: object) -> int:
    """Columns as wide as the letters: a Chinese one takes two."""
    if isinstance(value, datetime):
        return 16
    text = "" if value is None else str(value)[:_MOST_WIDTH]
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
