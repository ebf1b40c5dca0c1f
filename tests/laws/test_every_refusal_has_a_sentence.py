"""Whatever the program refuses, and whatever fails, the person reads a sentence of its own in either language."""

import dataclasses
import enum
import importlib
import itertools
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Refusal, Trouble, facts_of
from app.core.language import choose_language
from app.core.money import Money
from tests.laws.source_tree import the_house
from ui.sentences import has_sentence, say

CHINESE = range(0x4E00, 0x9FFF)
PLAUSIBLE: dict[object, object] = {
    str: "3-2-501",
    int: 3,
    bool: True,
    Money: Money(1_862_40),
    Decimal: Decimal("89.50"),
    Fraction: Fraction(1, 2_000),
    date: date(2026, 11, 20),
    datetime: datetime(2026, 11, 20, 9),
    Path: Path("office data"),
    object: "3-2-501",
    type(None): None,
    Any: "3-2-501",
}

BY_NAME: dict[str, list[object]] = {  # texts that name one of a few things
    "NotCounted.methods": [("cash", "wechat")],
    "ReferenceMissing.method": ["wechat"],
    "ReferenceTwice.method": ["wechat"],
    "MethodStays.method": ["wechat"],
    "TenderChanged.method": ["wechat"],
    "DifferenceNeedsReason.method": ["cash"],
    "OfficeFactsMissing.missing": [("company", "estate")],
}


def kinds_of_error() -> list[type[BaseException]]:
    """Every refusal and trouble that the program can raise; a family's parent is never raised itself."""
    for source in the_house().within("app"):
        if "from app.core.errors import" in source.text:
            importlib.import_module(source.module)
    found = [*_heirs(Refusal), *_heirs(Trouble)]
    return [kind for kind in found if not kind.__subclasses__() and kind.__module__.startswith("app.")]


def _heirs(kind: type[BaseException]) -> Iterator[type[BaseException]]:
    for heir in kind.__subclasses__():
        yield heir
        yield from _heirs(heir)


def plausible(hint: object) -> list[object]:
    """Values that a field of this type may hold; both a value and nothing where nothing is allowed."""
    if isinstance(hint, typing.NewType):
        return plausible(hint.__supertype__)
    if typing.get_origin(hint) is not None:
        return _plausible_parts(typing.get_origin(hint), typing.get_args(hint))
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return list(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return [hint(*next(_facts(hint)))]
    return [PLAUSIBLE[hint]]


def _plausible_parts(origin: object, arguments: tuple[object, ...]) -> list[object]:
    if origin in (typing.Union, types.UnionType):
        return [value for argument in arguments for value in plausible(argument)]
    if origin is typing.Literal:
        return list(arguments)
    return [_several(origin, [plausible(argument)[0] for argument in arguments if argument is not Ellipsis])]


def _several(origin: object, values: list[object]) -> object:
    if origin in (dict, Mapping):
        return {values[0]: values[1]}
    return values if origin in (list, Sequence) else typing.cast("type", origin)(values)


def _init_names(kind: Any) -> list[str]:
    return [field.name for field in dataclasses.fields(kind) if field.init]


def _facts(kind: type) -> Iterator[tuple[object, ...]]:
    hints = typing.get_type_hints(kind)
    names = [*facts_of(kind).parameters] if issubclass(kind, BaseException) else _init_names(kind)
    return itertools.product(*(BY_NAME.get(f"{kind.__name__}.{name}") or plausible(hints[name]) for name in names))


def chinese_letters(text: str) -> int:
    return sum(ord(letter) in CHINESE for letter in text)


def examples(kind: type[BaseException]) -> list[BaseException]:
    return [kind(*facts) for facts in _facts(kind)]


KINDS = kinds_of_error()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_has_a_sentence_of_its_own(kind: type[BaseException]) -> None:
    assert has_sentence(kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_sentence_is_whole_in_english_and_in_chinese(kind: type[BaseException]) -> None:
    for error in examples(kind):
        assert isinstance(error, Refusal | Trouble)
        choose_language("en")
        english = say(error)
        choose_language("zh_CN")
        chinese = say(error)
        assert type(error).__name__ not in english + chinese
        assert not set("{}") & set(english + chinese)
        assert chinese_letters(english) <= 8  # an example may be Chinese: a plate, a room as people write it
        assert chinese_letters(chinese) >= 4
        assert chinese != english
        assert english.strip().endswith((".", "?", "!"))
        assert chinese.strip().endswith(("。", "？", "！"))


def test_an_error_without_a_sentence_still_says_something_calm() -> None:
    class RainInTheOffice(Refusal):
        room: str

    assert say(RainInTheOffice("1-1-101")) == "Something unexpected happened: RainInTheOffice(room='1-1-101')"
    assert not has_sentence(RainInTheOffice)
