"""Which building a place means that was typed in a hurry: `3`, `3栋东梯`, `3-2 七楼`; a floor is no building."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
_AFTER_A_CODE = re.compile(r"(栋|幢|号楼|座|-|#|$)")
_BEFORE_A_CODE = re.compile(r"^(building|block|bldg\.?)")


def building_of(typed: str, buildings: Mapping[T, Iterable[str]]) -> T | None:
    """The building whose code or name the place begins with; `buildings` gives the words of each."""
    plain = _plain(typed)
    met = [(len(word), key) for key, words in buildings.items() for word in words if _begins(plain, _plain(word))]
    return max(met, key=lambda pair: pair[0])[1] if met else None


def _begins(plain: str, word: str) -> bool:
    if not word or not plain.startswith(word):
        return False
    rest = plain[len(word) :]
    return not word[-1].isalnum() or not word.isascii() or _AFTER_A_CODE.match(rest) is not None


def _plain(text: str) -> str:
    squashed = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return _BEFORE_A_CODE.sub("", squashed)
