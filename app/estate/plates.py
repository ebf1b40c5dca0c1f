"""Number plates in one spelling: `浙A·0D7K2` for every way of writing it."""

from __future__ import annotations

import re
import unicodedata

from app.estate.refusals import NotAPlate

_SIGNS = re.compile(r"[\s·•・.\u2010-\u2015_-]+")
_BETWEEN = re.compile(r"[,，、;；/|\n\r]+")
_ORDINARY = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z])([A-Z0-9]{4,6}[A-Z0-9挂学警港澳领使试超]?)"
)
_SPECIAL = re.compile(r"[A-Z0-9\u4e00-\u9fff]{5,10}")


def squash_plate(text: str) -> str:
    """Without dots and blanks, capital letters: `浙A0D7K2`."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).upper()


def parse_plate(text: str) -> str:
    """The kept spelling. Raises NotAPlate."""
    plain = squash_plate(text)
    ordinary = _ORDINARY.fullmatch(plain)
    if ordinary and 7 <= len(plain) <= 8:
        return f"{ordinary[1]}·{ordinary[2]}"
    if _SPECIAL.fullmatch(plain) and any(sign.isdecimal() for sign in plain) and not plain.isdecimal():
        return plain
    raise NotAPlate(text.strip())


def parse_plates(cell: str) -> tuple[str, ...]:
    """The plates of a cell, each once. Raises NotAPlate."""
    return tuple(dict.fromkeys(parse_plate(part) for part in _BETWEEN.split(cell) if part.strip()))
