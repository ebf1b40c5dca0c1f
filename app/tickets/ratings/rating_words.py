"""Words for results and reasons, in the person's language (marked; look up with `tr`)."""

from __future__ import annotations

from app.core.language import mark
from app.tickets.ratings.rating_rule import BadReason, RatingKind, RatingResult

RATING_KINDS: dict[RatingKind, str] = {
    RatingKind.CALL_BACK: mark("call-back"),
    RatingKind.QUALITY_CHECK: mark("check by staff"),
}
RESULTS: dict[RatingResult, str] = {
    RatingResult.GOOD: mark("content"),
    RatingResult.BAD: mark("not content"),
    RatingResult.SENT_BACK: mark("sent back"),
    RatingResult.NOT_REACHED: mark("nobody reached"),
}
REASONS: dict[BadReason, str] = {
    BadReason.LATE: mark("came late"),
    BadReason.ATTITUDE: mark("was impolite"),
    BadReason.NOT_FIXED: mark("the fault is still there"),
    BadReason.QUALITY: mark("the work is poor"),
    BadReason.UNTIDY: mark("left dirt behind"),
    BadReason.PRICE: mark("too expensive"),
    BadReason.NO_NEWS: mark("nobody said how it goes"),
    BadReason.OTHER: mark("another reason"),
}
