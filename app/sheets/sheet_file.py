"""Opening a workbook that people hand over, and telling what it is when it is none."""

from __future__ import annotations

import errno
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException

from app.sheets.refusals import (
    NotASpreadsheet,
    OldOrLockedSpreadsheet,
    SheetNotThere,
    SheetSwollen,
    SheetUnreadable,
    TextNotSpreadsheet,
)

_OLD_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNSTORED = re.compile(
    rb'<c [^>]*?\br="([A-Z]+[0-9]+)"[^>]*><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_MERGE = re.compile(rb'<mergeCell [^>]*?\bref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_PORTION = 1 << 20
_LONGEST_CELL = 1 << 20
_LONGEST_SIGN = 16
_MEGABYTE = 1_000_000
MOST_BYTES = 400 * _MEGABYTE
"""Of an unpacked workbook: 50,000 rows of 80 filled cells take half of it."""

_SMALL, _MOST_PACKED = 16 * _MEGABYTE, 100
_DAMAGED = (
    *(InvalidFileException, CellCoordinatesException, BadZipFile, zlib.error, EOFError, SyntaxError),
    *(LookupError, ValueError, TypeError, AttributeError, OverflowError, RuntimeError),
)
_BINARY = frozenset(range(9)) | {11, 12} | frozenset(range(14, 32))


@contextmanager
def first_worksheet(path: Path) -> Iterator[Any]:
    """The worksheet that stands first, for reading row by row; formulas as their stored results.

    Raises SheetNotThere, SheetUnreadable, NotASpreadsheet, OldOrLockedSpreadsheet, TextNotSpreadsheet,
    SheetSwollen.
    """
    _check_signature(path)
    with _faults_of(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles and validations concern nobody here
        _check_size(path)
        with (
            path.open("rb") as file,  # ours to close: a damaged workbook would keep it open, and so in the way
            closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book,
        ):
            if not book.worksheets:
                raise NotASpreadsheet(path.name)
            yield book.worksheets[0]


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """What a damaged workbook brings up while it is read, told as its fault."""
    try:
        yield
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # openpyxl's own word, and a place before the file's beginning
            raise NotASpreadsheet(path.name) from error
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error
    except _DAMAGED as error:
        raise NotASpreadsheet(path.name) from error


def _check_size(path: Path) -> None:
    """A file of some kilobytes that unpacks to gigabytes fills the memory."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    packed_away = any(part.file_size > max(_SMALL, _MOST_PACKED * part.compress_size) for part in parts)
    if whole > MOST_BYTES or packed_away:
        raise SheetSwollen(path.name, whole // _MEGABYTE)


def _check_signature(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError as error:
        raise SheetNotThere(path.name, str(path.absolute().parent)) from error
    except OSError as error:
        raise SheetUnreadable(path.name, error.strerror or str(error)) from error
    if start.startswith(_OLD_SIGN):
        raise OldOrLockedSpreadsheet(path.name)
    if start.startswith(b"PK") and zipfile.is_zipfile(path):
        return
    if start and not _BINARY & set(start) and path.suffix.lower() != ".xlsx":
        raise TextNotSpreadsheet(path.name)
    raise NotASpreadsheet(path.name)


@dataclass(frozen=True, slots=True)
class RawLook:
    """What only the raw text of a worksheet says; rows from 1, places from 0.

    `unstored` are the cells (row, place) whose formula has no stored result, `merges` the merged areas as
    (first row, last row, first place, last place).
    """

    unstored: frozenset[tuple[int, int]]
    merges: tuple[tuple[int, int, int, int], ...]


def raw_look(worksheet: Any) -> RawLook:
    """Look through the raw text of a worksheet once; a formula costs no second reading of the file."""
    unstored: set[str] = set()
    merges: list[str] = []
    with worksheet._get_source() as source:  # noqa: SLF001 - openpyxl offers no other way to the raw text
        for text in _portions(source):
            if b"<f" in text:
                unstored.update(found[1].decode() for found in _UNSTORED.finditer(text))
            if b"<mergeCell " in text:
                merges += [found[1].decode() for found in _MERGE.finditer(text)]
    return RawLook(frozenset(map(_cell, unstored)), tuple(map(_merge, merges)))


def _portions(source: IO[bytes]) -> Iterator[bytes]:
    """The text in pieces that are cut before a cell or a merge, never inside one."""
    rest = b""
    while portion := source.read(_PORTION):
        text = rest + portion
        seam = max(text.rfind(b"<c "), text.rfind(b"<mergeCell "), 0)
        if len(text) - seam > _LONGEST_CELL:  # no formula is so long, and what never ends would fill the memory
            seam = len(text) - _LONGEST_SIGN
        yield text[:seam]
        rest = text[seam:]
    yield rest


def _cell(reference: str) -> tuple[int, int]:
    column, row = coordinate_from_string(reference)
    return row, column_index_from_string(column) - 1


def _merge(reference: str) -> tuple[int, int, int, int]:
    (first, left), (last, right) = (_cell(corner) for corner in reference.split(":"))
    return first, last, left, right
