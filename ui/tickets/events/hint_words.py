"""What is said of like tickets that may be one event."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr_n
from app.tickets.events.read_events import EventHint


def hint_words(hints: Sequence[EventHint]) -> str:
    """`3 like tickets in building 3: 给排水. One event?`, and how many more such hints there are."""
    first = hints[0]
    count = len(first.tickets)
    if first.event_id is None:
        words = tr_n(
            "{count} like ticket in {building}, {category}: one event?",
            "{count} like tickets in {building}, {category}: one event?",
            count,
        )
    else:
        words = tr_n(
            "{count} ticket in {building}, {category}, belongs to the event there?",
            "{count} tickets in {building}, {category}, belong to the event there?",
            count,
        )
    said = words.format(count=count, building=first.building, category=first.category)
    more = len(hints) - 1
    if more:
        said += " " + tr_n("{count} more such hint.", "{count} more such hints.", more).format(count=more)
    return said
