"""Scenario cards: what is found when a drill begins, so that nobody plays the same case by heart."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources

from app.incidents.plans.plan import Both


@cache
def scenario_cards() -> Mapping[str, tuple[Both, ...]]:
    """The cards of every plan by its code."""
    text = (resources.files("resources") / "drills" / "scenarios.toml").read_text(encoding="utf-8")
    return {code: tuple(Both(card["zh"], card["en"]) for card in cards) for code, cards in tomllib.loads(text).items()}


def draw(cards: Sequence[Both], used: Sequence[str], choose: Callable[[Sequence[Both]], Both]) -> Both:
    """A card at random by `choose`, one of those that were played least often so far (`used` in either language)."""
    played = [used.count(card.zh) + used.count(card.en) for card in cards]
    return choose([card for card, times in zip(cards, played, strict=True) if times == min(played)])
