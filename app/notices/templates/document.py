"""One table of a template's document, taken key by key, so that what is wrong is named with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Never, TypeVar

from app.notices.refusals import TemplateBroken, TemplateFault

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Document:
    """A table with its place; keys that nobody took are refused by `nothing_else`."""

    code: str
    values: Mapping[str, Any]
    place: str = ""
    _taken: set[str] = field(default_factory=set)

    def refuse(self, fault: TemplateFault, what: str) -> Never:
        """Raise TemplateBroken with this place."""
        raise TemplateBroken(self.code, self.place, fault, what)

    def nothing_else(self) -> None:
        """Every key was asked for."""
        for key in self.values:
            if key not in self._taken:
                self.refuse(TemplateFault.UNKNOWN_KEY, key)

    def has(self, key: str) -> bool:
        """Whether the key is written at all."""
        return key in self.values

    def take(self, key: str, form: type[T]) -> T:
        """The value of a key that must be there, in this form; true and false are no numbers."""
        self._taken.add(key)
        if key not in self.values:
            self.refuse(TemplateFault.MISSING, key)
        value = self.values[key]
        if not isinstance(value, form) or (isinstance(value, bool) and form is not bool):
            self.refuse(TemplateFault.WRONG_FORM, key)
        return value

    def maybe(self, key: str, form: type[T], otherwise: T) -> T:
        """The value of a key that may be left out."""
        return self.take(key, form) if self.has(key) else otherwise

    def text(self, key: str) -> str:
        """A text that says something."""
        value = self.take(key, str)
        if not value.strip():
            self.refuse(TemplateFault.EMPTY_TEXT, key)
        return value

    def word(self, key: str, words: type[Word]) -> Word:
        """One of a few words."""
        return self._known(self.take(key, str), words)

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """Some of a few words; none where the key is left out."""
        return tuple(self._known(value, words) for value in self.maybe(key, list, []))

    def inside(self, key: str) -> Document:
        """The table of a key; an empty one where it is left out."""
        return self._at(self.maybe(key, dict, {}), key)

    def each(self, key: str, read: Callable[[Document], T]) -> tuple[T, ...]:
        """What is read from every table of a list that may be left out."""
        return tuple(read(self._at(value, f"{key} {at}")) for at, value in enumerate(self.maybe(key, list, []), 1))

    def _at(self, values: object, key: str) -> Document:
        if not isinstance(values, dict):
            self.refuse(TemplateFault.WRONG_FORM, key)
        named = f"{key} ({values['id']})" if isinstance(values.get("id"), str) else key
        return Document(self.code, values, f"{self.place} {named}".strip())

    def _known(self, value: object, words: type[Word]) -> Word:
        if not isinstance(value, str) or value not in set(words):
            self.refuse(TemplateFault.UNKNOWN_WORD, str(value))
        return words(value)
