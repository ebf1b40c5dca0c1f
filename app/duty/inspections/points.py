"""The points of a route: where, what to look at, and which answers are good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from app.core.typed_text import plain
from app.duty.refusals import NoPoints, PointChoices, PointIncomplete, PointLimits, SeenNotAChoice, SeenNotANumber

GOOD, NOT_GOOD = "正常", "异常"
USUAL_CHOICES = (GOOD, NOT_GOOD)
_MOST_SIGNS = 12


class Asks(StrEnum):
    """What a point wants to know."""

    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"


class Verdict(StrEnum):
    """What was seen, against what should be."""

    GOOD = "good"
    NOT_GOOD = "not_good"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Point:
    """One point; `key` stays while the list is edited. Of `choices` the first is good and all others are not.

    `low` and `high` are limits in `unit`, each of which may be missing; the limit itself is good.
    """

    key: str
    where: str
    what: str
    asks: Asks = Asks.CHOICE
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    choices: tuple[str, ...] = USUAL_CHOICES

    @property
    def limits(self) -> str:
        """`0.30 – 0.60 MPa`, `≤ 40 ℃`; empty where nothing limits."""
        if self.asks is not Asks.NUMBER:
            return ""
        if self.low is not None and self.high is not None:
            span = f"{self.low} – {self.high}"
        elif self.low is not None:
            span = f"≥ {self.low}"
        elif self.high is not None:
            span = f"≤ {self.high}"
        else:
            span = ""
        return f"{span} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at a point: a number or an answer as text, and perhaps words about it."""

    value: str
    verdict: Verdict
    words: str = ""


def check_points(name: str, points: Sequence[Point]) -> None:
    """Refuse a route that cannot be walked. Raises NoPoints, PointIncomplete, PointLimits, PointChoices."""
    if not points:
        raise NoPoints(name)
    for number, point in enumerate(points, start=1):
        if not (point.where.strip() and point.what.strip()):
            raise PointIncomplete(number)
        if point.low is not None and point.high is not None and point.low > point.high:
            raise PointLimits(point.where, str(point.low), str(point.high))
        if point.asks is Asks.CHOICE and (len(set(point.choices)) < len(point.choices) or len(point.choices) < 2):
            raise PointChoices(point.where)


def judge(point: Point, text: str, words: str = "") -> Seen:
    """What was typed at a point; a choice by its number or its words. Raises SeenNotANumber, SeenNotAChoice."""
    if point.asks is Asks.NUMBER:
        number = read_number(text, point.unit)
        return Seen(str(number), _within(point, number), words)
    if point.asks is Asks.CHOICE:
        chosen = _chosen(point, text)
        return Seen(chosen, Verdict.GOOD if chosen == point.choices[0] else Verdict.NOT_GOOD, words)
    return Seen(text.strip(), Verdict.GOOD, words)


def read_number(text: str, unit: str = "") -> Decimal:
    """A decimal as it is typed, with a minus and full-width digits. Raises SeenNotANumber."""
    typed = plain(text).replace(",", "")
    try:
        number = Decimal(typed)
    except InvalidOperation:
        raise SeenNotANumber(text.strip(), unit) from None
    if not number.is_finite() or len(typed) > _MOST_SIGNS or "e" in typed.lower():
        raise SeenNotANumber(text.strip(), unit)
    return number


def _within(point: Point, number: Decimal) -> Verdict:
    low_enough = point.high is None or number <= point.high
    high_enough = point.low is None or number >= point.low
    return Verdict.GOOD if low_enough and high_enough else Verdict.NOT_GOOD


def _chosen(point: Point, text: str) -> str:
    typed = plain(text)
    if typed.isdecimal() and 1 <= int(typed) <= len(point.choices):
        return point.choices[int(typed) - 1]
    met = [choice for choice in point.choices if choice == text.strip()]
    if not met:
        raise SeenNotAChoice(text.strip(), point.choices)
    return met[0]


def points_facts(points: Sequence[Point]) -> list[dict[str, object]]:
    """As they are kept."""
    return [
        {
            "key": point.key,
            "where": point.where,
            "what": point.what,
            "asks": point.asks.value,
            "unit": point.unit,
            "low": None if point.low is None else str(point.low),
            "high": None if point.high is None else str(point.high),
            "choices": list(point.choices),
        }
        for point in points
    ]


def points_of(facts: Sequence[Mapping[str, Any]]) -> tuple[Point, ...]:
    """As they were kept."""
    return tuple(
        Point(
            one["key"],
            one["where"],
            one["what"],
            Asks(one["asks"]),
            one["unit"],
            None if one["low"] is None else Decimal(one["low"]),
            None if one["high"] is None else Decimal(one["high"]),
            tuple(one["choices"]),
        )
        for one in facts
    )
