"""Telephone numbers as people write them: several in a cell, landlines with area code, blanks and signs."""

from __future__ import annotations

import re
import unicodedata

from app.estate.refusals import NotAPhone

_BETWEEN = re.compile(r"[,，、;；/|\n\r\t或和&]+")
_SIGNS = re.compile(r"[\s.·()（）\u2010-\u2015-]+")
_COUNTRY = re.compile(r"^(?:\+|00)86")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|#|\*)\s*([0-9]{1,6})$", re.IGNORECASE)
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-9][0-9]{6,7})")
_LOCAL = re.compile(r"[2-9][0-9]{6,7}")
_SERVICE = re.compile(r"[48]00[0-9]{7}|95[0-9]{3,6}|1[0-9]{4}")


def parse_phones(cell: str) -> tuple[str, ...]:
    """The numbers of a cell in their order, each once: `13812345678`, `0571-88880000`, `88880000`, `4008001234`.

    Raises NotAPhone naming the part that is none.
    """
    if _MOBILE.fullmatch(cell):
        return (cell,)
    numbers: dict[str, None] = {}
    for part in _BETWEEN.split(cell):
        if part.strip():
            numbers.update(dict.fromkeys(_in_one_part(part)))
    return tuple(numbers)


def parse_phone(text: str) -> str:
    """One number. Raises NotAPhone."""
    found = _number(text)
    if found is None:
        raise NotAPhone(text.strip())
    return found


def _in_one_part(part: str) -> list[str]:
    whole = _number(part)
    if whole is not None:
        return [whole]
    pieces = [_number(piece) for piece in part.split()]
    if len(pieces) < 2 or None in pieces:
        raise NotAPhone(part.strip())
    return [piece for piece in pieces if piece]


def _number(text: str) -> str | None:
    if _MOBILE.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text).strip()
    extension = _EXTENSION.search(plain)
    digits = _COUNTRY.sub("", _SIGNS.sub("", plain[: extension.start()] if extension else plain))
    if not digits.isascii():
        return None
    if _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits):
        return None if extension else digits
    tail = f"-{extension[1]}" if extension else ""
    landline = _LANDLINE.fullmatch(digits)
    if landline:
        return f"{landline[1]}-{landline[2]}{tail}"
    return digits + tail if _LOCAL.fullmatch(digits) else None
