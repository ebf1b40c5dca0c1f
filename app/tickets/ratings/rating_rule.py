"""What a resident says when asked, and what a check by staff finds. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.tickets.ratings.refusals import BadNeedsReason, OtherNeedsWords, ScoreOutOfBounds, SentBackNeedsWords

SCORES = range(1, 6)
"""From very bad to very good."""

CALL_BACK_DAYS = 30
"""Work that was done longer ago is not asked about any more."""


class RatingKind(StrEnum):
    """Who says it."""

    CALL_BACK = "resident"
    QUALITY_CHECK = "quality_check"


class RatingResult(StrEnum):
    """What came of asking; `not_reached` is asked again."""

    GOOD = "good"
    BAD = "bad"
    SENT_BACK = "sent_back"
    NOT_REACHED = "not_reached"


class BadReason(StrEnum):
    """Why somebody is not content."""

    LATE = "late"
    ATTITUDE = "attitude"
    NOT_FIXED = "not_fixed"
    QUALITY = "quality"
    UNTIDY = "untidy"
    PRICE = "price"
    NO_NEWS = "no_news"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rating:
    """A call-back or a check; scores 1 to 5 where they were named, `words` as they were said."""

    result: RatingResult
    attitude: int | None = None
    quality: int | None = None
    reason: BadReason | None = None
    words: str = ""


def check_rating(rating: Rating) -> None:
    """Bad names a reason, another reason and sending back have words.

    Raises BadNeedsReason, OtherNeedsWords, SentBackNeedsWords, ScoreOutOfBounds.
    """
    for score in (rating.attitude, rating.quality):
        if score is not None and score not in SCORES:
            raise ScoreOutOfBounds(score, SCORES[0], SCORES[-1])
    words = rating.words.strip()
    if rating.result is RatingResult.SENT_BACK and not words:
        raise SentBackNeedsWords
    if rating.result is RatingResult.BAD and rating.reason is None:
        raise BadNeedsReason
    if rating.reason is BadReason.OTHER and not words:
        raise OtherNeedsWords
