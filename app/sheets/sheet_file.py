"""Opening a workbook that people hand over, and telling what it is when it is none."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from app.sheets.refusals import NotASpreadsheet, OldOrLockedSpreadsheet, SheetUnreadable, TextNotSpreadsheet

_OLD_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORMULA = re.compile(rb"<(?:[a-z]+:)?f[ />]")
_BINARY = frozenset(range(9)) | {11, 12} | frozenset(range(14, 32))


@contextmanager
def first_worksheet(path: Path, *, stored_values: bool = True) -> Iterator[Any]:
    """The worksheet that stands first, for reading row by row; formulas as their stored values, or as formulas.

    Raises SheetUnreadable, NotASpreadsheet, OldOrLockedSpreadsheet, TextNotSpreadsheet.
    """
    _check_signature(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=stored_values, keep_links=False)
    except OSError as error:
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, SyntaxError, AttributeError) as error:
        raise NotASpreadsheet(path.name) from error
    try:
        if not book.worksheets:
            raise NotASpreadsheet(path.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's remarks on styles and validations concern nobody here
            yield book.worksheets[0]
    finally:
        book.close()


def _check_signature(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error
    if start.startswith(_OLD_SIGN):
        raise OldOrLockedSpreadsheet(path.name)
    if start.startswith(b"PK") and zipfile.is_zipfile(path):
        return
    if start and not _BINARY & set(start) and path.suffix.lower() != ".xlsx":
        raise TextNotSpreadsheet(path.name)
    raise NotASpreadsheet(path.name)


def has_formulas(worksheet: Any) -> bool:
    """Whether the worksheet holds a formula anywhere, by a look at its raw text."""
    with worksheet._get_source() as source:  # noqa: SLF001 - openpyxl offers no other way to the raw text
        tail = b""
        while portion := source.read(1 << 20):
            if _FORMULA.search(tail + portion):
                return True
            tail = portion[-20:]
    return False
