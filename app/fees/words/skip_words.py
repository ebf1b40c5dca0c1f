"""Why nothing is charged, in words, and what would change it."""

from __future__ import annotations

from app.core.language import mark, tr
from app.fees.skip_reason import SkipReason

_WORDS: dict[SkipReason, tuple[str, str]] = {
    SkipReason.NO_AREA: (mark("no area"), mark("enter the area on the unit's page")),
    SkipReason.NO_HANDOVER_DATE: (mark("no handover date"), mark("enter the handover date on the unit's page")),
    SkipReason.UNSOLD: (mark("not sold"), mark("nothing to do until it is sold")),
    SkipReason.NOT_BEGUN: (mark("not begun"), mark("nothing to do: it begins later")),
    SkipReason.ENDED: (mark("ended"), mark("nothing to do: the tariff on it has ended")),
    SkipReason.NO_PRICE: (mark("no price"), mark("give the tariff a version for these days")),
    SkipReason.BILLED_ALREADY: (mark("billed already"), mark("nothing to do")),
    SkipReason.NO_METER: (mark("no meter"), mark("link a meter to the unit and lay the tariff on it again")),
    SkipReason.NO_READING: (mark("no reading"), mark("enter the reading of its meter")),
    SkipReason.NO_USAGE: (mark("nothing used"), mark("nothing to do: the days go into the next bill")),
    SkipReason.NEGATIVE_USAGE: (mark("usage below zero"), mark("check the last two readings of its meter")),
    SkipReason.FORMULA_FAILED: (mark("the formula fails"), mark("complete the unit's facts, or mend the formula")),
    SkipReason.NO_TARIFF: (mark("no tariff"), mark("lay a tariff on the unit")),
}
_TO_BE_MENDED = frozenset(_WORDS) - {
    SkipReason.UNSOLD,
    SkipReason.NOT_BEGUN,
    SkipReason.ENDED,
    SkipReason.BILLED_ALREADY,
    SkipReason.NO_USAGE,
}


def needs_mending(reason: SkipReason) -> bool:
    """Whether a fact is missing that somebody should enter."""
    return reason in _TO_BE_MENDED


def reason_words(reason: SkipReason) -> str:
    """`no area`, `billed already`."""
    return tr(_WORDS[reason][0])


def cure_words(reason: SkipReason) -> str:
    """What to do about it."""
    return tr(_WORDS[reason][1])
