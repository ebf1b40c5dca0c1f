"""The terms under which a unit is found; what is typed is the beginning of a term."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from app.estate.names_pinyin import spellings
from app.estate.plates import squash_plate
from app.estate.unit_code import UnitCode

LEAST_PHONE_TAIL = 4
LEAST_PLATE_TAIL = 3


class HitField(StrEnum):
    """Which field a term was taken from."""

    CODE = "code"
    ROOM = "room"
    NAME = "name"
    INITIALS = "initials"
    PINYIN = "pinyin"
    PHONE = "phone"
    PLATE = "plate"
    PLATE_TAIL = "plate_tail"


Term = tuple[str, HitField]


def code_terms(code: UnitCode) -> Iterator[Term]:
    """The code without separators, and the room alone."""
    yield code.squashed, HitField.CODE
    room = squash(code.room)
    yield room, HitField.ROOM
    if room[0] == "0" and room.strip("0"):
        yield room.lstrip("0"), HitField.ROOM


def person_terms(name: str, initials: str | None, phones: Sequence[str]) -> Iterator[Term]:
    """Name and its endings of two and more characters, initials (edited ones first), pinyin, telephones reversed."""
    written = squash(name)
    if written and not written.isascii():
        for start in range(max(1, len(written) - 1)):
            yield written[start:], HitField.NAME
    spelled = spellings(name)
    for letters in initials.split() if initials else spelled.initials:
        yield letters, HitField.INITIALS
    for word in spelled.full:
        yield word, HitField.PINYIN
    for phone in phones:
        yield reversed_digits(phone), HitField.PHONE


def plate_terms(number: str) -> Iterator[Term]:
    """The plate from its beginning and from its end."""
    written = squash_plate(number).lower()
    yield written, HitField.PLATE
    yield written[::-1], HitField.PLATE_TAIL


def squash(text: str) -> str:
    """Letters and figures only, small, full-width ones made plain."""
    if text.isalnum():
        return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).lower() if sign.isalnum())


def reversed_digits(phone: str) -> str:
    """The digits from the last to the first, so that a typed tail is a beginning."""
    return "".join(sign for sign in reversed(phone) if sign.isdecimal())
