"""What must hold of ratings."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from app.core.errors import Refusal
from app.core.language import mark
from app.store.truths import Truth
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingResult, check_rating
from app.tickets.tables import ticket_rating

_RATINGS = select(ticket_rating).order_by(ticket_rating.c.id)


def _whole(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_RATINGS):
        try:
            reason = BadReason(row.reason) if row.reason else None
            check_rating(Rating(RatingResult(row.result), row.attitude, row.quality, reason, row.words))
        except (Refusal, ValueError):
            yield f"rating {row.id}: {row.result}"


TRUTHS = (Truth(mark("each rating that is bad or sent back says why"), _whole),)
