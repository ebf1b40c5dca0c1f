"""Inspection lists and their rounds as screen and paper show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.duty.inspections.points import Point, Seen, Verdict
from app.duty.inspections.rhythm import Due, Rhythm


@dataclass(frozen=True, slots=True)
class Inspection:
    """A list that comes again; its points in the order of the route."""

    id: int
    name: str
    rhythm: Rhythm
    points: tuple[Point, ...]
    first_on: date
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a list stands today; `running` is the id of a round that somebody walks, `last` when one ended."""

    inspection: Inspection
    due: Due
    running: int | None
    last: datetime | None
    last_by: str = ""

    @property
    def id(self) -> int:
        """Of the list."""
        return self.inspection.id


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was seen at a point, by whom and when; the last one of a point counts."""

    seen: Seen
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Round:
    """A round with the points as they were; `sightings` by the key of the point, the last one of each."""

    id: int
    inspection_id: int
    name: str
    due_on: date
    points: tuple[Point, ...]
    sightings: Mapping[str, Sighting]
    walked_by: str
    begun_at: datetime
    ended_at: datetime | None
    corrected: int = 0

    @property
    def not_good(self) -> tuple[Point, ...]:
        """The points whose last sighting was not good."""
        return tuple(point for point in self.points if self.verdict(point) is Verdict.NOT_GOOD)

    @property
    def unseen(self) -> tuple[Point, ...]:
        """The points that nobody looked at."""
        return tuple(point for point in self.points if point.key not in self.sightings)

    def verdict(self, point: Point) -> Verdict | None:
        """Of the last sighting; None where nobody looked."""
        found = self.sightings.get(point.key)
        return None if found is None else found.seen.verdict
