"""Writing workbooks: bad rows with their reasons, templates with examples."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.sheets.bad_row_words import Say, fault_words
from app.sheets.read_sheet import Cells, Sheet
from app.sheets.refusals import SheetUnreadable
from app.sheets.row_faults import BadRow

_BOLD = Font(bold=True)
_RED = Font(bold=True, color="B3261E")
_TINT = PatternFill("solid", fgColor="FCEEEC")
_LEAST_WIDTH, _MOST_WIDTH = 8, 28


def write_bad_rows(path: Path, sheet: Sheet, bad: Iterable[BadRow], title: str, say: Say) -> None:
    """The same columns and cells as in the sheet that was read, bad rows only, with the reasons in a last column.

    `title` heads the reasons, `say` gives the sentence of a refusal. Raises SheetUnreadable.
    """
    book = Workbook(write_only=True)
    worksheet = book.create_sheet(sheet.file[:31].translate(_NOT_IN_TITLES))
    last = max((column.place for column in sheet.header.columns), default=0)
    _set_widths(worksheet, [*(column.title for column in sheet.header.columns)], last + 1)
    for number, cells in enumerate(sheet.top, start=1):
        heads = number == sheet.header.rows
        worksheet.append([*_padded(worksheet, cells, last), _cell(worksheet, title, _RED) if heads else None])
    for one in bad:
        reasons = _cell(worksheet, "\n".join(fault_words(fault, say) for fault in one.faults), Font(color="B3261E"))
        reasons.alignment = Alignment(wrap_text=True, vertical="top")
        worksheet.append([*_padded(worksheet, one.row.cells, last), reasons])
    _save(book, path)


def write_template(path: Path, name: str, heads: Sequence[str], examples: Sequence[Sequence[object]]) -> None:
    """A workbook with heads in bold and example rows. Raises SheetUnreadable."""
    book = Workbook(write_only=True)
    worksheet = book.create_sheet(name)
    _set_widths(worksheet, heads, len(heads))
    worksheet.freeze_panes = "A2"
    worksheet.append([_cell(worksheet, head, _BOLD) for head in heads])
    for example in examples:
        worksheet.append(_padded(worksheet, tuple(example), len(heads) - 1))
    _save(book, path)


_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def _padded(worksheet: Any, cells: Cells, last: int) -> list[Any]:
    row = list(cells[: last + 1])
    return [_kept(worksheet, value) for value in row + [None] * (last + 1 - len(row))]


def _kept(worksheet: Any, value: object) -> Any:
    shown: Any = value
    if isinstance(value, date):
        cell = WriteOnlyCell(worksheet, shown)
        cell.number_format = "yyyy-mm-dd"
        return cell
    if isinstance(value, str) and value.startswith("="):
        cell = WriteOnlyCell(worksheet, shown)
        cell.data_type = "s"
        return cell
    return value


def _cell(worksheet: Any, value: str, font: Font) -> Any:
    cell = WriteOnlyCell(worksheet, value)
    cell.font = font
    if font is _RED:
        cell.fill = _TINT
    return cell


def _set_widths(worksheet: Any, heads: Sequence[str], columns: int) -> None:
    for number, head in enumerate(heads, start=1):
        width = 2 * len(head) + 4
        worksheet.column_dimensions[get_column_letter(number)].width = min(max(width, _LEAST_WIDTH), _MOST_WIDTH)
    worksheet.column_dimensions[get_column_letter(columns + 1)].width = 60


def _save(book: Workbook, path: Path) -> None:
    content = io.BytesIO()
    book.save(content)
    try:
        path.write_bytes(content.getvalue())
    except OSError as error:
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error
