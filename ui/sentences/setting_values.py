"""The values of settings in words: the default beside a field, the value before a change."""

from __future__ import annotations

from typing import Any

from app.core.language import tr
from app.core.settings import UNITS, Amount, OneOf, Setting, SomeOf, Whole, YesNo
from app.core.show import show_money, show_whole


def value_words(setting: Setting[Any], value: Any) -> str:
    """The value as its field would show it, with its unit."""
    kind = setting.kind
    if isinstance(kind, Amount):
        return tr("{amount} yuan").format(amount=show_money(value))
    if isinstance(kind, Whole):
        return f"{show_whole(value)} {tr(UNITS[kind.unit])}"
    if isinstance(kind, YesNo):
        return tr("yes") if value else tr("no")
    if isinstance(kind, OneOf):
        return tr(kind.words[value])
    if isinstance(kind, SomeOf):
        chosen = [tr(words) for one, words in kind.words.items() if one in value]
        return ", ".join(chosen) if chosen else tr("none of them")
    return str(value) or tr("empty")
