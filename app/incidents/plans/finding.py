"""The plans that what is typed means: letters of the table first, then names, what people say, and their initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from app.estate.words_pinyin import word_initials
from app.incidents.plans.plan import Plan
from app.incidents.plans.spoken_names import SPOKEN


def find_plans(plans: Iterable[Plan], typed: str) -> tuple[Plan, ...]:
    """The plans met by a text, the best first; none for an empty one."""
    wanted = _squashed(typed)
    if not wanted:
        return ()
    ranked = [(rank, plan) for plan in plans if (rank := _rank(plan, wanted)) is not None]
    return tuple(plan for _, plan in sorted(ranked, key=lambda pair: pair[0]))


def by_digit(plans: Iterable[Plan], typed: str) -> Plan | None:
    """The plan that a digit of the table stands for."""
    digit = unicodedata.normalize("NFKC", typed).strip()
    return next((plan for plan in plans if plan.digit is not None and str(plan.digit) == digit), None)


def _rank(plan: Plan, wanted: str) -> int | None:
    if wanted == plan.letters:
        return 0
    if plan.letters.startswith(wanted):
        return 1
    heads, insides, initials = _words(plan.code, plan.name.zh, plan.name.en, plan.use_when.zh)
    if any(word.startswith(wanted) for word in heads):
        return 2
    if any(word.startswith(wanted) for word in initials):
        return 3
    is_telling = len(wanted) > 1 or not wanted.isascii()
    return 4 if is_telling and any(wanted in word for word in insides) else None


@cache
def _words(code: str, zh: str, en: str, use_when: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What begins with the letters typed, what holds them anywhere, and initials; read once for each plan."""
    spoken = SPOKEN.get(code, ())
    parts = [part for name in (zh, use_when) for part in name.replace("，", "、").split("、")]
    heads = tuple(_squashed(word) for word in (zh, en, *parts, *spoken))
    initials = tuple(one for word in (zh, *parts, *spoken) if not word.isascii() for one in word_initials(word).split())
    return heads, (*heads, _squashed(use_when)), initials


def _squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())
