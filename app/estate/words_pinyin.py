"""The letters by which a word is found: initials in every reading; a category or a public place has no surname."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache

MOST_SPELLINGS = 8
_TYPED = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")


@lru_cache(maxsize=4096)
def word_initials(word: str) -> str:
    """Initials such as `sg` for 水管, several readings parted by blanks; empty for a word without known characters."""
    found = [""]
    for sign in unicodedata.normalize("NFKC", word).lower():
        letters = _letters(sign) if sign.isalnum() else ()
        found = [before + letter for before in found for letter in letters or ("",)][:MOST_SPELLINGS]
    return " ".join(dict.fromkeys(one for one in found if one))


def are_initials(text: str) -> bool:
    """Whether a text can be kept as initials: plain letters and figures, several readings parted by blanks."""
    return _TYPED.fullmatch(text) is not None


def begins_with(initials: str, typed: str) -> bool:
    """Whether one of the readings begins with what was typed."""
    return any(one.startswith(typed) for one in initials.split())


@lru_cache(maxsize=4096)
def _letters(sign: str) -> tuple[str, ...]:
    if sign.isascii():
        return (sign,)
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # single characters are asked for, so no phrase is loaded
    from pypinyin import Style, pinyin  # noqa: PLC0415 - time that the start of the window does not pay

    readings = pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(one[0] for one in readings[0] if one and one[0].isascii())) if readings else ()
