"""The letters by which a name is found: initials and full pinyin, in every reading that its surname has."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.estate.surnames import COMPOUND_SURNAMES, SURNAMES

MOST_READINGS = 8
_PLAIN_LETTERS = re.compile(r"[a-z0-9]+")
_GIVEN = {
    "乐": ("le", "yue"),
    "茜": ("qian", "xi"),
    "行": ("xing", "hang"),
    "朝": ("chao", "zhao"),
    "长": ("chang", "zhang"),
    "晟": ("sheng", "cheng"),
    "重": ("chong", "zhong"),
    "曾": ("zeng", "ceng"),
    "盛": ("sheng", "cheng"),
    "单": ("dan", "shan"),
    "柏": ("bai", "bo"),
    "嘉": ("jia",),
    "峥": ("zheng",),
}


@dataclass(frozen=True, slots=True)
class Spellings:
    """What a person may type for a name: initials (`zjg`) and full pinyin (`zhangjianguo`)."""

    initials: tuple[str, ...]
    full: tuple[str, ...]


_NONE = Spellings((), ())


@lru_cache(maxsize=32768)
def spellings(name: str) -> Spellings:
    """All spellings of a name; none for a name without letters or known characters."""
    syllables = _syllables(unicodedata.normalize("NFKC", name))
    if not syllables:
        return _NONE
    initials, full = [""], [""]
    for readings in syllables:
        initials = [before + letter for before in initials for letter in dict.fromkeys(one[0] for one in readings)]
        full = [before + reading for before in full for reading in readings]
        if len(full) > MOST_READINGS:
            initials, full = initials[:MOST_READINGS], full[:MOST_READINGS]
    typed_u = [word.replace("lv", "lu").replace("nv", "nu") for word in full if "v" in word]
    return Spellings(tuple(initials), tuple(dict.fromkeys(full + typed_u)))


def _syllables(name: str) -> list[tuple[str, ...]]:
    signs = [sign for sign in name if sign.isalnum()]
    first = signs[0] if signs else ""
    compound = COMPOUND_SURNAMES.get("".join(signs[:2]))
    found: list[tuple[str, ...]]
    if compound and len(signs) > 2:
        found, signs = [(syllable,) for syllable in compound], signs[2:]
        if first in SURNAMES:
            found[0] = tuple(dict.fromkeys((*found[0], *SURNAMES[first])))
    else:
        found = [readings for sign in signs[:1] if (readings := SURNAMES.get(sign) or _readings(sign))]
        signs = signs[1:]
    return found + [readings for sign in signs if (readings := _readings(sign))]


@lru_cache(maxsize=8192)
def _readings(sign: str) -> tuple[str, ...]:
    if sign.isascii():
        return (sign.lower(),)
    if sign in _GIVEN:
        return _GIVEN[sign]
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # single characters are asked for, so no phrase is loaded
    from pypinyin import Style, pinyin  # noqa: PLC0415 - time that the start of the window does not pay

    reading = pinyin(sign, style=Style.NORMAL)[0][0]
    return (reading,) if _PLAIN_LETTERS.fullmatch(reading) else ()
