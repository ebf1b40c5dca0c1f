"""No resident's name, room or telephone stands on what hangs in public; what is the office's own may."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.notices.refusals import NamesAPerson, PrivateFact

_TITLES = "先生|女士|小姐|太太|大爷|大妈|大叔|阿姨|奶奶|爷爷|老人|同志|业主|住户|某某|某"
_BEFORE = "业主|住户|居民|租户|租客|房东|患者|病人|感染者|老人"
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_ROOM = re.compile(r"(?<![0-9A-Za-z\-:：])[0-9]{3,4}\s*(?:号)?(?:室|房(?!间|屋|产))")
_CODE = re.compile(r"(?<![0-9\-:])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![0-9\-])")
_CALLED = re.compile("([\u4e00-\u9fff])(?:某某|某(?!个|些|一|种|栋|层|时|处|单元|楼))")
_GAPS = re.compile(r"(?<=[0-9])[\s\-–—.·]+(?=[0-9])")
_LONGEST_NAME = 4
_SHORTEST_PHONE = 7


@dataclass(frozen=True, slots=True)
class Private:
    """What the book knows of residents: names, telephone digits, codes of homes; `own` are the office's own digits."""

    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    rooms: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


NOBODY = Private()


def check_private(texts: Iterable[str], known: Private = NOBODY) -> None:
    """Raises NamesAPerson with the words that have to go."""
    whole = unicodedata.normalize("NFKC", "\n".join(texts))
    for fact, words in (
        (PrivateFact.PHONE, _phones(whole, known)),
        (PrivateFact.ROOM, _rooms(whole, known)),
        (PrivateFact.NAME, _names(whole, known)),
    ):
        if words:
            raise NamesAPerson(fact, words)


def digits_of(number: str) -> str:
    """The digits of a telephone number."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", number) if sign.isdecimal())


def _phones(whole: str, known: Private) -> tuple[str, ...]:
    """Every mobile number that is not the office's, and every number that a resident gave."""
    joined = _GAPS.sub("", whole)
    runs = re.findall(r"[0-9]{7,}", joined)
    private = known.phones - known.own
    given = [run for run in runs if run in private and len(run) >= _SHORTEST_PHONE]
    mobile = [one for one in _MOBILE.findall(joined) if one not in known.own]
    return _once([*mobile, *given])


def _rooms(whole: str, known: Private) -> tuple[str, ...]:
    codes = [code for code in _CODE.findall(whole) if not known.rooms or code in known.rooms]
    return _once([*codes, *_ROOM.findall(whole)])


def _names(whole: str, known: Private) -> tuple[str, ...]:
    squashed = re.sub(r"[^\S\n]+", "", whole)
    written = (name for name in known.names if name in squashed)
    named = [name for name in written if _is_meant(name, squashed)]
    return _once([*named, *(found.group() for found in _CALLED.finditer(squashed))])


def _is_meant(name: str, whole: str) -> bool:
    """A name of three signs is a name; one of two is also a word, unless it is said of somebody."""
    if len(name) > _LONGEST_NAME and "·" not in name:
        return False  # a company, not a person
    if len(name) > 2:
        return True
    said = re.escape(name)
    return re.search(f"(?:{_BEFORE}){said}|{said}(?:{_TITLES})", whole) is not None


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
