"""What is refused of a sheet as a whole, and of a single cell."""

from __future__ import annotations

from app.core.errors import Refusal, Trouble


class SheetUnreadable(Trouble):
    """The file may not be read or written; `reason` is the system's word."""

    file: str
    reason: str


class SheetNotThere(Refusal):
    """There is no such file in that folder."""

    file: str
    folder: str


class NotASpreadsheet(Refusal):
    """The file is no .xlsx workbook, or a damaged one."""

    file: str


class OldOrLockedSpreadsheet(Refusal):
    """An .xls of old programs, or a workbook under a password: both begin alike and neither can be read."""

    file: str


class TextNotSpreadsheet(Refusal):
    """A text file (.csv, .txt), to be saved as a workbook first."""

    file: str


class SheetSwollen(Refusal):
    """The workbook unpacks to so many megabytes that it would fill the memory; no list needs that."""

    file: str
    megabytes: int


class CellTooLong(Refusal):
    """A cell holds more letters than any spreadsheet program writes into one."""

    column: str
    most: int


class TooManyRows(Refusal):
    """More rows than one import takes."""

    rows: int
    most: int


class EmptySheet(Refusal):
    """No filled row below the column heads, or nothing at all."""

    file: str


class WrongColumns(Refusal):
    """No row of the sheet heads the columns that are needed."""

    missing: tuple[str, ...]
    found: tuple[str, ...]


class ValueMissing(Refusal):
    """A cell that must be filled is empty."""

    column: str


class FormulaWithoutValue(Refusal):
    """A formula whose result was never stored in the file."""

    column: str


class ErrorInCell(Refusal):
    """A cell that shows a spreadsheet's error, like #N/A."""

    column: str
    text: str


class NotADate(Refusal):
    """The text is no day in any spelling understood."""

    text: str


class NotACount(Refusal):
    """The text is no whole number."""

    text: str


class ExampleRow(Refusal):
    """The row still says that it is an example of the template; it never becomes real."""


class BatchTakenBack(Refusal):
    """The import was already taken back."""

    file: str
