"""The roster as the screen and the paper show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from app.duty.roster.spans import Double, Hole, Span


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody is on duty, and the usual hours of a turn; `retired` ones are no longer filled."""

    id: int
    name: str
    begins: time
    ends: time
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One person at one post in `[begins, ends)`."""

    id: int
    post_id: int
    post: str
    person: str
    phone: str
    begins: datetime
    ends: datetime

    @property
    def span(self) -> Span:
        """As the rules see it."""
        return Span(self.post_id, self.person, self.begins, self.ends)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on: `holes` name when nobody is on duty, and posts that nobody fills."""

    monday: date
    posts: tuple[Post, ...]
    turns: tuple[Turn, ...]
    holes: tuple[Hole, ...]
    doubles: tuple[Double, ...]

    @property
    def named_holes(self) -> tuple[Hole, ...]:
        """The holes without those of posts that lie in hours without anybody at all, in order of time."""
        empty = [hole for hole in self.holes if hole.post_id is None]
        named = [
            hole
            for hole in self.holes
            if hole.post_id is None or not any(one.begins <= hole.begins and hole.ends <= one.ends for one in empty)
        ]
        return tuple(sorted(named, key=lambda hole: hole.begins))

    def at(self, post_id: int, day: date) -> tuple[Turn, ...]:
        """The turns of a post that begin on a day."""
        return tuple(turn for turn in self.turns if turn.post_id == post_id and turn.begins.date() == day)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who is on duty now, and who begins at the next change."""

    now: tuple[Turn, ...]
    next: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn as it is asked for."""

    post_id: int
    person: str
    phone: str
    begins: datetime
    ends: datetime
