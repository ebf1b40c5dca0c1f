"""What is refused of ratings."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class BadNeedsReason(Refusal):
    """Bad names one of the reasons."""


@dataclass(eq=False)
class OtherNeedsWords(Refusal):
    """Another reason is said in words."""


@dataclass(eq=False)
class SentBackNeedsWords(Refusal):
    """Whoever sends a work back says what is still wrong."""


@dataclass(eq=False)
class ScoreOutOfBounds(Refusal):
    """A score lies between the lowest and the highest."""

    score: int
    least: int
    most: int


@dataclass(eq=False)
class NotDoneYet(Refusal):
    """Only work that is done is rated."""

    number: str


@dataclass(eq=False)
class RatedBefore(Refusal):
    """Since it was done the resident was asked."""

    number: str


@dataclass(eq=False)
class CheckedByOneself(Refusal):
    """Nobody checks the work for which they answer."""

    number: str
