"""Unit codes in every spelling that offices use, and the one spelling that the program keeps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.estate.refusals import NotAUnitCode

LONGEST = 40
_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NUMERALS = re.compile(r"[一二三四五六七八九十]{1,3}(?=\s*(?:号楼|栋|幢|座|楼|单元|号|期|区))")
_AFTER_NUMBER = re.compile(r"(?<=[0-9A-Z])\s*(?:号楼|#楼|栋|幢|座|楼|单元|层|门|#|号|室)+")
_LAST_WORD = re.compile(r"(?<=[0-9])\s*-*\s*号?(?:车位|商铺|房|户)$")
_GAPS = re.compile(r"[\W_]+")
_PLACE_AND_NUMBER = re.compile(rf"([0-9A-Z]*[{_HAN}]+)([0-9A-Z].*)")
_LETTERS_AND_NUMBER = re.compile(r"([A-Z]+)([0-9].*)")
_PLACE = re.compile(rf"[0-9A-Z]*[{_HAN}]+")
_RUNS = re.compile(r"[0-9]+|[^0-9]+")
_DIGIT = re.compile(r"[0-9]")
_NONE = frozenset({"0", "无", "空"})


@dataclass(frozen=True, slots=True)
class UnitCode:
    """Building, entrance (may be empty) and room in the kept spelling."""

    building: str
    entrance: str
    room: str

    @property
    def canonical(self) -> str:
        """`3-2-501`, `商铺07`, `B1-073`."""
        if not self.entrance and _PLACE.fullmatch(self.building) and self.room[0].isascii():
            return self.building + self.room
        return "-".join(part for part in (self.building, self.entrance, self.room) if part)

    @property
    def squashed(self) -> str:
        """The code as it is typed without separators: `32501`."""
        return self.canonical.replace("-", "").lower()

    @property
    def sort_key(self) -> str:
        """Natural order as plain text order (2-… before 10-…); equal for codes of one and the same unit."""
        return "-".join(natural(part) for part in (self.building, self.entrance, self.room))


@lru_cache(maxsize=4096)
def natural(text: str) -> str:
    """A text whose plain order is the order of its numbers: each run of digits has its length in front."""
    return "".join(_numbered(run) if run[0].isdigit() else run.lower() for run in _RUNS.findall(text))


def _numbered(digits: str) -> str:
    number = digits.lstrip("0") or "0"
    return chr(ord("0") + len(number)) + number


def parse_unit_code(text: str) -> UnitCode:
    """Read `3-2-501`, `3 2 501`, `3栋2单元501`, `03#2-501`, `3号楼2单元501室`, `商铺07`, `B1-073`.

    Raises NotAUnitCode for a text without building or number.
    """
    return _from_parts(code_parts(text), text)


def unit_code_of(building: str, entrance: str, room: str) -> UnitCode:
    """A code from three cells; a room cell that already holds the whole code is understood.

    Raises NotAUnitCode.
    """
    place = (*_building_parts(building), *(part for part in _building_parts(entrance) if part not in _NONE))
    inside = code_parts(room)
    if len(inside) > len(place) and tuple(map(natural, inside[: len(place)])) == tuple(map(natural, place)):
        place = ()
    return _from_parts((*place, *inside), " ".join(part for part in (building, entrance, room) if part))


@lru_cache(maxsize=1024)
def _building_parts(text: str) -> tuple[str, ...]:
    return code_parts(text)


def code_parts(text: str) -> tuple[str, ...]:
    """The text cut where a code has its seams, unit words taken out: (`3`, `2`, `501`)."""
    if text.isascii() and text.isalnum():
        return (text.upper(),)
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    plain = _NUMERALS.sub(lambda found: str(_number(found[0])), plain)
    plain = _LAST_WORD.sub("", re.sub(r"\s*期\s*", "期", plain))
    return tuple([part for part in _GAPS.split(_AFTER_NUMBER.sub("-", plain)) if part])


def _from_parts(parts: Sequence[str], typed: str) -> UnitCode:
    if len(parts) == 1:
        found = _PLACE_AND_NUMBER.fullmatch(parts[0]) or _LETTERS_AND_NUMBER.fullmatch(parts[0])
        parts = found.groups() if found else ()
    if len(parts) == 4 and parts[0].endswith(("期", "区", "苑")):
        parts = (parts[0] + parts[1], *parts[2:])
    if not 2 <= len(parts) <= 4 or len(typed) > LONGEST:
        raise NotAUnitCode(typed.strip())
    building, *between, room = _without_zeros(parts[0]), *parts[1:2], "-".join(map(_room, parts[2:] or parts[1:]))
    entrance = _without_zeros(between[0]) if len(parts) > 2 and between[0] not in _NONE else ""
    if not _DIGIT.search(building + room):
        raise NotAUnitCode(typed.strip())
    return UnitCode(building, entrance, room)


def _without_zeros(part: str) -> str:
    return (part.lstrip("0") or "0") if part[0] == "0" else part


def _room(part: str) -> str:
    return _without_zeros(part) if len(part) >= 4 and part[0] == "0" and part.isdecimal() else part


def _number(numerals: str) -> int:
    tens, ten, ones = numerals.rpartition("十")
    value = "零一二三四五六七八九".find
    return (value(tens) if tens else 1) * 10 * bool(ten) + (value(ones) if ones else 0)


def typed_code_prefix(text: str) -> str:
    """What a typed part of a code is the beginning of: `3 2` → `3-2`, `3栋` → `3-`; empty without a seam."""
    parts = code_parts(text)
    if not parts:
        return ""
    kept = [*(_without_zeros(part) for part in parts[:-1]), parts[-1]]
    ended = code_parts(text + "1") != (*parts[:-1], parts[-1] + "1")
    if len(parts) == 1 and not ended:
        return ""
    return "-".join(kept) + ("-" if ended else "")
