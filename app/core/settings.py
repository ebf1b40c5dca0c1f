"""What an office may choose: each setting with its default, the values it takes, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from app.core.language import mark
from app.core.money import MOST, NOTHING, Money
from app.core.setting_refusals import (
    SettingAmountOutOfBounds,
    SettingNotOffered,
    SettingNumberOutOfBounds,
    SettingTextMissing,
    SettingTextTooLong,
)

T = TypeVar("T")
E = TypeVar("E", bound=str)


class Unit(StrEnum):
    """What a whole number counts."""

    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    MINUTES = "minutes"
    COPIES = "copies"
    TENTHS_OF_MM = "tenths_of_mm"


UNITS = {
    Unit.YEARS: mark("years"),
    Unit.MONTHS: mark("months"),
    Unit.DAYS: mark("days"),
    Unit.MINUTES: mark("minutes"),
    Unit.COPIES: mark("copies"),
    Unit.TENTHS_OF_MM: mark("tenths of a millimetre"),
}


class Kind(Generic[T]):
    """Which values a setting takes."""

    def stored(self, value: T) -> object:
        """The value as it is kept: text, a whole number, yes or no, a list of texts."""
        raise NotImplementedError

    def read(self, stored: object) -> T:
        """The value that was kept. Raises ValueError for what this kind never keeps."""
        raise NotImplementedError

    def check(self, name: str, value: T) -> None:
        """Refuse what is out of bounds, by the setting's name."""


@dataclass(frozen=True, slots=True)
class Amount(Kind[Money]):
    """An amount between two, in fen."""

    least: Money = NOTHING
    most: Money = MOST

    def stored(self, value: Money) -> object:
        """Whole fen."""
        return value.fen

    def read(self, stored: object) -> Money:
        """From whole fen."""
        amount = Money(_whole(stored))
        if not self.least <= amount <= self.most:
            raise ValueError(stored)
        return amount

    def check(self, name: str, value: Money) -> None:
        """Raises SettingAmountOutOfBounds."""
        if not self.least <= value <= self.most:
            raise SettingAmountOutOfBounds(name, self.least, self.most)


@dataclass(frozen=True, slots=True)
class Whole(Kind[int]):
    """A whole number of some unit, both bounds included."""

    least: int
    most: int
    unit: Unit

    def stored(self, value: int) -> object:
        """As it is."""
        return value

    def read(self, stored: object) -> int:
        """As it is, if it lies within the bounds."""
        number = _whole(stored)
        if not self.least <= number <= self.most:
            raise ValueError(stored)
        return number

    def check(self, name: str, value: int) -> None:
        """Raises SettingNumberOutOfBounds."""
        if not self.least <= value <= self.most:
            raise SettingNumberOutOfBounds(name, self.least, self.most)


@dataclass(frozen=True, slots=True)
class YesNo(Kind[bool]):
    """Yes or no."""

    def stored(self, value: bool) -> object:  # noqa: FBT001 - the value itself
        """As it is."""
        return value

    def read(self, stored: object) -> bool:
        """As it is."""
        if not isinstance(stored, bool):
            raise ValueError(stored)  # noqa: TRY004 - a value that does not fit, whatever its type
        return stored


@dataclass(frozen=True, slots=True)
class OneOf(Kind[E]):
    """One of a few things, each with its words (marked for translation)."""

    words: Mapping[E, str]

    def stored(self, value: E) -> object:
        """Its name."""
        return str(value)

    def read(self, stored: object) -> E:
        """By its name."""
        return _named(self.words, stored)

    def check(self, name: str, value: E) -> None:
        """Raises SettingNotOffered."""
        if value not in self.words:
            raise SettingNotOffered(name)


@dataclass(frozen=True, slots=True)
class SomeOf(Kind[frozenset[E]]):
    """Any number of a few things, none and all included; each with its words (marked for translation)."""

    words: Mapping[E, str]

    def stored(self, value: frozenset[E]) -> object:
        """Their names in the order in which they are offered."""
        return [str(one) for one in self.words if one in value]

    def read(self, stored: object) -> frozenset[E]:
        """By their names."""
        if not isinstance(stored, list):
            raise ValueError(stored)  # noqa: TRY004 - a value that does not fit, whatever its type
        return frozenset(_named(self.words, one) for one in stored)

    def check(self, name: str, value: frozenset[E]) -> None:
        """Raises SettingNotOffered."""
        if not value <= set(self.words):
            raise SettingNotOffered(name)


@dataclass(frozen=True, slots=True)
class Text(Kind[str]):
    """One line of text; blanks around it are not kept."""

    longest: int = 60
    required: bool = False

    def stored(self, value: str) -> object:
        """Without the blanks around it."""
        return value.strip()

    def read(self, stored: object) -> str:
        """As it is."""
        if not isinstance(stored, str):
            raise ValueError(stored)  # noqa: TRY004 - a value that does not fit, whatever its type
        return stored

    def check(self, name: str, value: str) -> None:
        """Raises SettingTextMissing, SettingTextTooLong."""
        if self.required and not value.strip():
            raise SettingTextMissing(name)
        if len(value.strip()) > self.longest:
            raise SettingTextTooLong(name, self.longest)


@dataclass(frozen=True, eq=False, slots=True)
class Setting(Generic[T]):
    """One thing that an office may choose.

    `name` and `about` (one line: what it does) are marked for translation. A setting with a `part` is kept as that part
    of the mapping under its key.
    """

    key: str
    default: T
    kind: Kind[T]
    name: str
    about: str
    part: str = ""

    @property
    def id(self) -> str:
        """The setting's one name in history and drafts."""
        return f"{self.key}.{self.part}" if self.part else self.key

    def check(self, value: T) -> None:
        """Refuse a value that is out of bounds.

        Raises SettingAmountOutOfBounds, SettingNumberOutOfBounds, SettingNotOffered, SettingTextMissing,
        SettingTextTooLong.
        """
        self.kind.check(self.name, value)


@dataclass(frozen=True, eq=False, slots=True)
class Section:
    """Settings that belong together on the screen; two rooms add to one section by using its name."""

    name: str
    settings: tuple[Setting[Any], ...]


def _whole(stored: object) -> int:
    if not isinstance(stored, int) or isinstance(stored, bool):
        raise ValueError(stored)  # noqa: TRY004 - a value that does not fit, whatever its type
    return stored


def _named(words: Mapping[E, str], stored: object) -> E:
    for one in words:
        if str(one) == stored:
            return one
    raise ValueError(stored)
