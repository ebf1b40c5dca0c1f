"""Turns as spans of time: where nobody is on duty, where two are, who is on now and who comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """One person at one post in `[begins, ends)`."""

    post_id: int
    person: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Hole:
    """`[begins, ends)` without anybody; at one post, or with `post_id` None at none at all."""

    begins: datetime
    ends: datetime
    post_id: int | None = None


@dataclass(frozen=True, slots=True)
class Double:
    """Two turns at once: two people at one post, or one person at two posts."""

    begins: datetime
    ends: datetime
    one: Span
    other: Span

    @property
    def is_torn(self) -> bool:
        """Whether one person would have to be at two posts."""
        return self.one.person == self.other.person


def usual_span(day: date, begins: time, ends: time) -> tuple[datetime, datetime]:
    """The usual turn of a post that begins on this day; it ends on the next one where it goes through the night.

    The same time twice means round the clock.
    """
    first = datetime.combine(day, begins)
    last = datetime.combine(day, ends)
    return first, last if last > first else last + ONE_DAY


def holes(spans: Iterable[Span], first: datetime, until: datetime, post_id: int | None = None) -> list[Hole]:
    """The parts of `[first, until)` that no span covers, in order; none of them empty, no two touching."""
    found: list[Hole] = []
    covered = first
    for span in sorted(spans, key=lambda span: span.begins):
        if span.begins > covered:
            found.append(Hole(covered, min(span.begins, until), post_id))
        covered = max(covered, span.ends)
        if covered >= until:
            return found
    if covered < until:
        found.append(Hole(covered, until, post_id))
    return found


def doubles(spans: Iterable[Span]) -> list[Double]:
    """Every two turns that overlap at one post, or tear one person between two posts; in order of time."""
    found = []
    for one, other in combinations(sorted(spans, key=lambda span: span.begins), 2):
        begins, ends = max(one.begins, other.begins), min(one.ends, other.ends)
        if begins < ends and (one.post_id == other.post_id or one.person == other.person):
            found.append(Double(begins, ends, one, other))
    return sorted(found, key=lambda double: double.begins)


def on_now(spans: Sequence[Span], now: datetime) -> list[Span]:
    """Who is on duty at this moment."""
    return [span for span in spans if span.begins <= now < span.ends]


def coming(spans: Sequence[Span], now: datetime) -> list[Span]:
    """Those of the next change: all turns that begin at the first moment after now at which one begins."""
    later = [span.begins for span in spans if span.begins > now]
    return [span for span in spans if later and span.begins == min(later)]


def days_between(first: date, last: date) -> Iterator[date]:
    """Each day of `[first, last]`."""
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - day.weekday() * ONE_DAY
