"""What is refused of a sheet as a whole, and of a single cell."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal, Trouble


@dataclass(eq=False)
class SheetUnreadable(Trouble):
    """The file may not be read or written; `reason` is the system's word."""

    file: str
    reason: str


@dataclass(eq=False)
class SheetNotThere(Refusal):
    """There is no such file in that folder."""

    file: str
    folder: str


@dataclass(eq=False)
class NotASpreadsheet(Refusal):
    """The file is no .xlsx workbook, or a damaged one."""

    file: str


@dataclass(eq=False)
class OldOrLockedSpreadsheet(Refusal):
    """An .xls of old programs, or a workbook under a password: both begin alike and neither can be read."""

    file: str


@dataclass(eq=False)
class TextNotSpreadsheet(Refusal):
    """A text file (.csv, .txt), to be saved as a workbook first."""

    file: str


@dataclass(eq=False)
class SheetSwollen(Refusal):
    """The workbook unpacks to so many megabytes that it would fill the memory; no list needs that."""

    file: str
    megabytes: int


@dataclass(eq=False)
class CellTooLong(Refusal):
    """A cell holds more letters than any spreadsheet program writes into one."""

    column: str
    most: int


@dataclass(eq=False)
class TooManyRows(Refusal):
    """More rows than one import takes."""

    rows: int
    most: int


@dataclass(eq=False)
class EmptySheet(Refusal):
    """No filled row below the column heads, or nothing at all."""

    file: str


@dataclass(eq=False)
class WrongColumns(Refusal):
    """No row of the sheet heads the columns that are needed."""

    missing: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(eq=False)
class ValueMissing(Refusal):
    """A cell that must be filled is empty."""

    column: str


@dataclass(eq=False)
class FormulaWithoutValue(Refusal):
    """A formula whose result was never stored in the file."""

    column: str


@dataclass(eq=False)
class ErrorInCell(Refusal):
    """A cell that shows a spreadsheet's error, like #N/A."""

    column: str
    text: str


@dataclass(eq=False)
class NotADate(Refusal):
    """The text is no day in any spelling understood."""

    text: str


@dataclass(eq=False)
class NotACount(Refusal):
    """The text is no whole number."""

    text: str


@dataclass(eq=False)
class ExampleRow(Refusal):
    """The row still says that it is an example of the template; it never becomes real."""


@dataclass(eq=False)
class BatchTakenBack(Refusal):
    """The import was already taken back."""

    file: str
