"""What is refused of ratings."""

from __future__ import annotations

from app.core.errors import Refusal


class BadNeedsReason(Refusal):
    """Bad names one of the reasons."""


class OtherNeedsWords(Refusal):
    """Another reason is said in words."""


class SentBackNeedsWords(Refusal):
    """Whoever sends a work back says what is still wrong."""


class ScoreOutOfBounds(Refusal):
    """A score lies between the lowest and the highest."""

    score: int
    least: int
    most: int


class NotDoneYet(Refusal):
    """Only work that is done is rated."""

    number: str


class RatedBefore(Refusal):
    """Since it was done the resident was asked."""

    number: str


class CheckedByOneself(Refusal):
    """Nobody checks the work for which they answer."""

    number: str
