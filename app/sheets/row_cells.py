"""The cells of one row after another, asked for by what their column is; what is wrong is gathered, not raised."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from app.core.errors import Refusal
from app.sheets.cells import ERRORS, cell_text
from app.sheets.example_rows import place_of_example
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import CellTooLong, ErrorInCell, ExampleRow, FormulaWithoutValue
from app.sheets.row_faults import Fault

T = TypeVar("T")
LONGEST_CELL = 32_767
"""Letters that spreadsheet programs write into one cell at most."""

_TOO_LONG = "#TOO_LONG"
_TAKEN_OUT = ERRORS | {_TOO_LONG}
_NOTHING = frozenset({"", "/", "-", "--", "无", "—", "——", "空", "没有", "暂无"})


@lru_cache(maxsize=16384)
def _said(text: str) -> str | None:
    """The text without blanks around it; None where people write that there is nothing."""
    if len(text) > LONGEST_CELL:
        return _TOO_LONG
    said = text.strip()
    return None if said in _NOTHING else said


class RowCells:
    """Turns from row to row; `faults` are those of the present one: an example of the template has that one only."""

    def __init__(self, sheet: Sheet) -> None:
        header = sheet.header
        self._unstored = sheet.unstored
        self._width = max((column.place for column in header.columns), default=0) + 1
        self._titles = {column.place: column.title for column in header.columns}
        self._places = {column.kind.key: header.places(column.kind.key) for column in header.columns if column.kind}
        self._cells: list[Any] = []
        self._example: int | None = None
        self.faults: list[Fault] = []

    def turn_to(self, row: SheetRow) -> None:
        """Look at this row from now on."""
        self.faults = []
        cells = [_said(value) if type(value) is str else value for value in row.cells[: self._width]]
        if len(cells) < self._width:
            cells += [None] * (self._width - len(cells))
        self._cells = cells
        self._example = place_of_example(cells)
        if self._example is not None:
            self.faults.append(Fault(self._titles.get(self._example, ""), ExampleRow()))
            return
        if not _TAKEN_OUT.isdisjoint(cells):
            self._take_out_errors()
        if self._unstored:
            self._name_unstored(row.number)

    def has(self, key: str) -> bool:
        """Whether the sheet has such a column."""
        return key in self._places

    def text(self, key: str) -> str:
        """What the column says in this row; empty for nothing."""
        for place in self._places.get(key, ()):
            value = self._cells[place]
            if value is not None:
                return value if type(value) is str else cell_text(value)
        return ""

    def made(self, key: str, make: Callable[[Any], T]) -> T | None:
        """What `make` reads from the column; a refusal is noted."""
        for place in self._places.get(key, ()):
            found = self.made_at(place, make)
            if found is not None:
                return found
        return None

    def all_made(self, key: str, make: Callable[[Any], T]) -> list[T]:
        """What `make` reads from every column of this kind."""
        found = (self.made_at(place, make) for place in self._places.get(key, ()))
        return [one for one in found if one is not None]

    def made_at(self, place: int, make: Callable[[Any], T]) -> T | None:
        """What `make` reads from the cell at a place."""
        value = self._cells[place]
        if value is None:
            return None
        try:
            return make(value)
        except Refusal as refusal:
            self._note(self._titles[place], refusal)
            return None

    def tried(self, key: str, make: Callable[[], T]) -> T | None:
        """What `make` gives; its refusal is noted under the column."""
        try:
            return make()
        except Refusal as refusal:
            self.blame(key, refusal)
            return None

    def blame(self, key: str, refusal: Refusal) -> None:
        """Note what is wrong with a column, unless something is noted there already."""
        title = self.title(key)
        if all(fault.column != title for fault in self.faults):
            self._note(title, refusal)

    def title(self, key: str) -> str:
        """The head of the first column of this kind."""
        places = self._places.get(key, ())
        return self._titles[places[0]] if places else key

    def _note(self, title: str, refusal: Refusal) -> None:
        if self._example is None:
            self.faults.append(Fault(title, refusal))

    def _take_out_errors(self) -> None:
        for place, value in enumerate(self._cells):
            if value in _TAKEN_OUT:
                self._cells[place] = None
                title = self._titles.get(place)
                if title is not None:
                    why = CellTooLong(title, LONGEST_CELL) if value == _TOO_LONG else ErrorInCell(title, value)
                    self.faults.append(Fault(title, why))

    def _name_unstored(self, number: int) -> None:
        for place, title in self._titles.items():
            if (number, place) in self._unstored:
                self.faults.append(Fault(title, FormulaWithoutValue(title)))
