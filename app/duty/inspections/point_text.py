"""A route as text, one point a line, so that a list is written and edited as quickly as it is read aloud."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from app.duty.inspections.points import USUAL_CHOICES, Asks, Point, read_number
from app.duty.refusals import PointIncomplete

_PARTS, _TO, _OR = "|", "~", "/"


def points_text(points: Iterable[Point]) -> str:
    """One line for each: `where | what | answer`; the answer is empty for 正常/异常."""
    return "\n".join(f" {_PARTS} ".join(_parts(point)) for point in points)


def read_points(text: str, before: Mapping[tuple[str, str], str]) -> tuple[Point, ...]:
    """The points of a text; `before` gives the key of a place and what is looked at there.

    An answer is empty, `数值 low~high unit` with either limit perhaps missing, `文字`, or answers parted by `/`, the
    first of them good. Raises PointIncomplete, SeenNotANumber.
    """
    return tuple(_numbered(text, before))


def _numbered(text: str, before: Mapping[tuple[str, str], str]) -> Iterator[Point]:
    known, used = dict(before), set(before.values())
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), start=1):
        where, what, answer = _split(line, number)
        key = known.pop((where, what), "")
        if not key:
            key = next(f"p{at}" for at in range(1, len(used) + 2) if f"p{at}" not in used)
            used.add(key)
        yield _point(key, where, what, answer)


def _split(line: str, number: int) -> tuple[str, str, str]:
    parts = [part.strip() for part in line.replace("｜", _PARTS).split(_PARTS)]
    if len(parts) not in (2, 3) or not (parts[0] and parts[1]):
        raise PointIncomplete(number)
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


def _point(key: str, where: str, what: str, answer: str) -> Point:
    if not answer:
        return Point(key, where, what)
    if answer == "文字":
        return Point(key, where, what, Asks.TEXT)
    if answer.startswith("数值"):
        return _numeric(key, where, what, unicodedata.normalize("NFKC", answer.removeprefix("数值")).strip())
    return Point(key, where, what, choices=tuple(part.strip() for part in answer.replace("／", _OR).split(_OR)))


def _numeric(key: str, where: str, what: str, answer: str) -> Point:
    span, _, unit = answer.partition(" ")
    if not span or _TO not in span:
        return Point(key, where, what, Asks.NUMBER, answer.strip())
    low, _, high = span.partition(_TO)
    return Point(key, where, what, Asks.NUMBER, unit.strip(), _limit(low), _limit(high))


def _limit(text: str) -> Decimal | None:
    return read_number(text) if text.strip() else None


def _parts(point: Point) -> list[str]:
    if point.asks is Asks.TEXT:
        return [point.where, point.what, "文字"]
    if point.asks is Asks.NUMBER:
        low = "" if point.low is None else str(point.low)
        high = "" if point.high is None else str(point.high)
        span = f" {low}{_TO}{high}" if low or high else ""
        return [point.where, point.what, f"数值{span} {point.unit}".strip()]
    if point.choices == USUAL_CHOICES:
        return [point.where, point.what]
    return [point.where, point.what, _OR.join(point.choices)]
