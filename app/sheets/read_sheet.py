"""Reading a sheet of rows under heads, tolerant of everything but wrong columns and too many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.sheets.cells import cell_text
from app.sheets.header import SEARCHED_ROWS, Header, HeaderFinder
from app.sheets.refusals import EmptySheet, TooManyRows, WrongColumns
from app.sheets.sheet_file import first_worksheet, raw_look

MOST_ROWS = 50_000
MOST_COLUMNS = 80
_TELL_EVERY = 500
Cells = tuple[Any, ...]
Merge = tuple[int, int, int, int]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A filled row: its number as the spreadsheet program shows it, and its cells as stored."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a file: the rows above and with the heads, the heads, the filled rows below.

    `unstored` are the cells (row number, place from 0) whose formula has no stored result.
    """

    file: str
    top: tuple[Cells, ...]
    header: Header
    rows: tuple[SheetRow, ...]
    unstored: frozenset[tuple[int, int]]


def no_progress(done: int, total: int) -> None:
    """For callers whom nobody watches."""


def read_sheet(path: Path, finder: HeaderFinder, needed: Sequence[str], progress: Progress = no_progress) -> Sheet:
    """Read the first worksheet; `needed` are heads to name when no row heads two known columns.

    `progress(done, total)` counts rows and may raise to stop. Raises SheetUnreadable, NotASpreadsheet,
    OldOrLockedSpreadsheet, TextNotSpreadsheet, SheetSwollen, TooManyRows, EmptySheet, WrongColumns.
    """
    with first_worksheet(path) as worksheet:
        expected = worksheet.max_row or 0
        if expected > MOST_ROWS + SEARCHED_ROWS:
            raise TooManyRows(expected, MOST_ROWS)
        raw = raw_look(worksheet)
        width = MOST_COLUMNS if (worksheet.max_column or 0) > MOST_COLUMNS else None
        worksheet.reset_dimensions()  # what a file says of its size is often less than what it holds
        rows = list(_filled_rows(worksheet.iter_rows(max_col=width, values_only=True), expected, progress))
    if not rows:
        raise EmptySheet(path.name)
    top = _top(rows)
    header = finder.find(top)
    if header is None:
        raise WrongColumns(tuple(needed), _fullest(top))
    below = tuple(_without_merges([row for row in rows if row.number > header.rows], raw.merges))
    if not below:
        raise EmptySheet(path.name)
    return Sheet(path.name, tuple(top[: header.rows]), header, below, raw.unstored)


def _filled_rows(rows: Iterable[Cells], expected: int, progress: Progress) -> Iterator[SheetRow]:
    filled = 0
    for number, cells in enumerate(rows, start=1):
        if any(map(_is_filled, cells)):
            filled += 1
            if filled > MOST_ROWS + SEARCHED_ROWS:
                raise TooManyRows(number, MOST_ROWS)
            yield SheetRow(number, cells)
        if number % _TELL_EVERY == 0:
            progress(number, max(number, expected))


def _is_filled(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _top(rows: Sequence[SheetRow]) -> list[Cells]:
    """The first rows with the blank ones between them, so that places in the list are numbers in the sheet."""
    by_number = {row.number: row.cells for row in rows[: SEARCHED_ROWS + 1]}
    last = min(SEARCHED_ROWS + 1, max(by_number))
    return [by_number.get(number, ()) for number in range(1, last + 1)]


def _without_merges(rows: Sequence[SheetRow], merges: Iterable[Merge]) -> Iterable[SheetRow]:
    """Give every cell of a merged area below the heads the value that is shown there."""
    by_number = {row.number: row for row in rows}
    for first, last, left, right in merges:
        there = by_number.get(first)
        if there is None or left >= len(there.cells):
            continue
        for number in range(first, last + 1):
            row = by_number.get(number)
            if row is not None:
                filled = [*row.cells, *[None] * (right + 1 - len(row.cells))]
                filled[left : right + 1] = [there.cells[left]] * (right + 1 - left)
                by_number[number] = SheetRow(number, tuple(filled))
    return by_number.values()


def _fullest(top: Sequence[Cells]) -> tuple[str, ...]:
    """The row that looks most like heads, to name what was found."""
    return max((tuple(text for text in map(cell_text, cells) if text) for cells in top), key=len, default=())
