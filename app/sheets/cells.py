"""What a cell says, whichever way it was typed: numbers as text, text as numbers, days as serials."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from app.sheets.refusals import NotACount, NotADate

ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA"})
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
_EPOCH = date(1899, 12, 30)
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:[T ]*\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?)?")
_MONTH = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_WHOLE = re.compile(r"-?\d{1,9}")


def cell_text(value: object) -> str:
    """The cell as a person reads it: `13812345678` for a number cell, `89.5` for 89.499999999999986."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    return str(value)


def _plain_number(value: object) -> str:
    return f"{Decimal(f'{value:.15g}'):f}"


@lru_cache(maxsize=8192, typed=True)
def cell_day(value: object) -> date:
    """The day of a filled cell: a date cell, a serial, `2024-1-5`, `2024/01/05`, `2024年1月5日`, `20240105`.

    Raises NotADate.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = unicodedata.normalize("NFKC", cell_text(value)).strip()
    found = _DAY.fullmatch(text.replace(" ", "") if ":" not in text else text) or _COMPACT.fullmatch(text)
    if found:
        return _checked(text, int(found[1]), int(found[2]), int(found[3]))
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _in_our_time(text, _EPOCH + timedelta(days=int(serial[1])))
    raise NotADate(text)


@lru_cache(maxsize=8192, typed=True)
def cell_last_day(value: object) -> date:
    """The last day that a filled cell means: as `cell_day`, or the end of a month (`2024-06`, `2024年6月`, `202406`).

    Raises NotADate.
    """
    first = _first_of_month(value)
    return cell_day(value) if first is None else first.replace(day=monthrange(first.year, first.month)[1])


def cell_first_day(value: object) -> date:
    """The first day that a filled cell means: as `cell_day`, or the first of a month. Raises NotADate."""
    return _first_of_month(value) or cell_day(value)


def _first_of_month(value: object) -> date | None:
    if not isinstance(value, str | int):
        return None
    text = unicodedata.normalize("NFKC", str(value)).replace(" ", "")
    found = _MONTH.fullmatch(text.removesuffix("底").removesuffix("末").removesuffix("初"))
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or found[3])
    if not 1 <= month <= 12:
        raise NotADate(text)
    return _checked(text, year, month, 1)


def _checked(text: str, year: int, month: int, day: int) -> date:
    try:
        return _in_our_time(text, date(year, month, day))
    except ValueError as error:
        raise NotADate(text) from error


def _in_our_time(text: str, day: date) -> date:
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise NotADate(text)
    return day


def cell_count(value: object) -> int:
    """The whole number of a filled cell. Raises NotACount."""
    text = unicodedata.normalize("NFKC", cell_text(value))
    if not _WHOLE.fullmatch(text):
        raise NotACount(text)
    return int(text)
