"""Reading a date as it is typed: ISO, without separators, Chinese, or only month and day."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from app.core.errors import Refusal

_FULL = re.compile(r"([0-9]{4})[-/.年 ]([0-9]{1,2})[-/.月 ]([0-9]{1,2})日?")
_SOLID = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT = re.compile(r"([0-9]{1,2})[-/.月 ]([0-9]{1,2})日?")
_EARLIEST, _LATEST = 1900, 2199


class NotADate(Refusal):
    """The text names no day of the calendar."""

    text: str


def parse_date(text: str, today: date) -> date:
    """The day that was typed; without a year, that of `today`.

    Takes `2026-11-22`, `2026/11/22`, `20261122`, `2026年11月22日`, `11-22`, full-width signs. Raises NotADate.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    found = _FULL.fullmatch(typed) or _SOLID.fullmatch(typed)
    short = _SHORT.fullmatch(typed)
    if found:
        year, month, day = (int(part) for part in found.groups())
    elif short:
        year, (month, day) = today.year, (int(part) for part in short.groups())
    else:
        raise NotADate(text.strip())
    try:
        read = date(year, month, day)
    except ValueError:
        raise NotADate(text.strip()) from None
    if not _EARLIEST <= year <= _LATEST:
        raise NotADate(text.strip())
    return read
