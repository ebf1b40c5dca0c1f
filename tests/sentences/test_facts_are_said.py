"""A refusal of the counter, or of who may do what, says its facts in either language: which receipt, how much, when."""

from __future__ import annotations

import typing
from collections.abc import Callable
from datetime import date, datetime

import pytest

from app.access import refusals as access
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble, facts_of
from app.core.language import choose_language, tr
from app.core.money import Money
from app.core.show import show_date, show_money, show_time
from app.counter import refusals as counter
from app.counter.methods import NAMES, Method
from app.counter.payments import refusals as payments
from app.fees.skip_reason import SkipReason
from app.fees.words.skip_words import reason_words
from app.ledger.head import JournalBehindHead
from ui.sentences import say
from ui.sentences.access import PERMISSIONS

KEPT_TO_ITSELF = {(access.WrongPassword, "name")}  # which of the two was wrong is nobody's business
TEXTS = {"method": Method.WECHAT, "methods": (Method.CARD, Method.ALIPAY)}
SAMPLES: dict[object, Callable[[int], object]] = {
    str: lambda place: f"fact{place}",
    int: lambda place: 471_100 + place,
    Money: lambda place: Money(98_765_00 + place),
    date: lambda place: date(2026, 1, 10 + place),
    datetime: lambda place: datetime(2026, 1, 10 + place, 13, 30 + place),
    Permission: lambda place: list(Permission)[place],
    SkipReason: lambda place: list(SkipReason)[place],
}
SHOWN: dict[type, Callable[[typing.Any], list[str]]] = {
    Money: lambda value: [show_money(value)],
    date: lambda value: [show_date(value)],
    datetime: lambda value: [show_time(value)],
    Permission: lambda value: [tr(PERMISSIONS[value])],
    Method: lambda value: [tr(NAMES[value])],
    SkipReason: lambda value: [reason_words(value)],
    tuple: lambda value: [tr(NAMES[one]) for one in value],
}


def refusals() -> list[type[Refusal | Trouble]]:
    found = [kind for room in (counter, payments, access) for kind in vars(room).values() if isinstance(kind, type)]
    own = [kind for kind in found if issubclass(kind, Refusal) and kind is not Refusal]
    return [*own, JournalBehindHead]


def example(kind: type[Refusal | Trouble]) -> Refusal | Trouble:
    hints = typing.get_type_hints(kind)
    facts = {
        name: TEXTS.get(name, SAMPLES.get(hints[name], str)(place))
        for place, name in enumerate(facts_of(kind).parameters)
    }
    return kind(**facts)


def shown(error: Refusal | Trouble) -> dict[str, list[str]]:
    """Every fact by its name, as the screen writes it."""
    facts = {name: getattr(error, name) for name in facts_of(type(error)).parameters}
    told = {name: value for name, value in facts.items() if (type(error), name) not in KEPT_TO_ITSELF}
    return {name: SHOWN.get(type(value), lambda plain: [str(plain)])(value) for name, value in told.items()}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.__name__)
def test_every_fact_of_a_refusal_stands_in_its_sentence(kind: type[Refusal | Trouble], language: str) -> None:
    choose_language(language)
    error = example(kind)
    sentence = say(error)
    missing = [name for name, texts in shown(error).items() if not all(text in sentence for text in texts)]
    assert missing == [], sentence


def test_both_rooms_refuse_something() -> None:
    assert len(refusals()) > 25
