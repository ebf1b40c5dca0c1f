"""One table of a plan's file, taken key by key, so that a wrong, missing or unknown key is named with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Never, TypeVar

from app.incidents.plans.plan import Both
from app.incidents.plans.refusals import PlanNotRead, Unread

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A table with its place in the file; keys that nobody took are refused by `nothing_else`."""

    file: str
    values: Mapping[str, Any]
    page: str = ""
    step: str = ""
    _taken: set[str] = field(default_factory=set)

    def at(self, values: object, key: str, page: str = "", step: str = "") -> TomlTable:
        """A table inside this one, known by the page and step it lies in."""
        if not isinstance(values, dict):
            self.refuse(Unread.WRONG_FORM, key)
        return TomlTable(self.file, values, page or self.page, step or self.step)

    def refuse(self, fault: Unread, what: str) -> Never:
        """Raise PlanNotRead with the place of this table."""
        raise PlanNotRead(self.file, self.page, self.step, fault, what)

    def nothing_else(self) -> None:
        """Every key was asked for; PlanNotRead names the first that was not."""
        for key in self.values:
            if key not in self._taken:
                self.refuse(Unread.UNKNOWN_KEY, key)

    def has(self, key: str) -> bool:
        """Whether the key is written at all."""
        return key in self.values

    def take(self, key: str, form: type[T]) -> T:
        """The value of a key that must be there, in this form; true and false are no numbers."""
        self._taken.add(key)
        if key not in self.values:
            self.refuse(Unread.MISSING, key)
        value = self.values[key]
        if not isinstance(value, form) or (isinstance(value, bool) and form is not bool):
            self.refuse(Unread.WRONG_FORM, key)
        return value

    def maybe(self, key: str, form: type[T]) -> T | None:
        """The value of a key that may be left out."""
        return self.take(key, form) if self.has(key) else None

    def text(self, key: str) -> str:
        """A text that says something."""
        value = self.take(key, str)
        if not value.strip():
            self.refuse(Unread.EMPTY_TEXT, key)
        return value

    def word(self, key: str, words: type[Word]) -> Word:
        """One of a few words."""
        value = self.take(key, str)
        if value not in set(words):
            self.refuse(Unread.UNKNOWN_WORD, value)
        return words(value)

    def both(self, key: str) -> Both:
        """A text in both languages."""
        return self.at(self.take(key, dict), key).as_both()

    def maybe_both(self, key: str) -> Both | None:
        """A text in both languages that may be left out."""
        return self.both(key) if self.has(key) else None

    def as_both(self) -> Both:
        """This table itself as a text in both languages."""
        said = Both(self.text("zh"), self.text("en"))
        self.nothing_else()
        return said

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self.take(key, list)
        if not all(isinstance(value, str) for value in values):
            self.refuse(Unread.WRONG_FORM, key)
        return tuple(values)

    def each(self, key: str, read: Callable[[TomlTable], T]) -> tuple[T, ...]:
        """What is read from every table of a list that may be left out."""
        return tuple(read(self.at(value, key)) for value in self.maybe(key, list) or ())
