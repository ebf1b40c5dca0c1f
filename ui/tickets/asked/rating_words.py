"""What was said of a ticket afterwards, in lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.core.language import tr
from app.core.show import show_time
from app.tickets.ratings.rating_rows import RatingRow
from app.tickets.ratings.rating_rule import BadReason, RatingKind, RatingResult
from app.tickets.ratings.rating_words import RATING_KINDS, REASONS, RESULTS
from ui.tickets.detail.facts_block import Fact
from ui.widgets.colours import Tone

_BAD = frozenset({RatingResult.BAD, RatingResult.SENT_BACK})


def rating_facts(ratings: Sequence[RatingRow]) -> list[Fact]:
    """Who said what and when, oldest first."""
    return [_fact(one) for one in ratings]


def rating_head(facts: Mapping[str, Any], who: str) -> str:
    """`call-back by 王敏: not content, came late`."""
    result = tr(RESULTS[RatingResult(facts["result"])])
    if facts.get("reason"):
        result = tr("{result}, {reason}").format(result=result, reason=tr(REASONS[BadReason(facts["reason"])]))
    kind = tr(RATING_KINDS[RatingKind(facts["kind"])])
    return tr("{kind} by {who}: {result}").format(kind=kind, who=who, result=result)


def _fact(one: RatingRow) -> Fact:
    said = one.rating
    parts = [tr(RESULTS[said.result])]
    if said.reason is not None:
        parts.append(tr(REASONS[said.reason]))
    if said.attitude is not None:
        parts.append(tr("attitude {score} of 5").format(score=said.attitude))
    if said.quality is not None:
        parts.append(tr("quality {score} of 5").format(score=said.quality))
    parts += [part for part in (said.words, f"{one.by} {show_time(one.at)[5:]}") if part]
    tone = Tone.DANGER if said.result in _BAD else Tone.INK
    return Fact(tr(RATING_KINDS[one.kind]), tr(", ").join(parts), tone)
