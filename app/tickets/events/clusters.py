"""When several like reports are one thing: as many as are needed, within so many minutes of one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

LEAST = 3
"""Like tickets that suggest one event."""


def cluster(times: Sequence[datetime], minutes: int, least: int = LEAST) -> tuple[int, ...]:
    """The places of all times that lie with `least` or more others within `minutes`; both ends count.

    Empty where nothing clusters.
    """
    order = sorted(range(len(times)), key=lambda place: times[place])
    span, found, first = timedelta(minutes=minutes), set[int](), 0
    for last in range(len(order)):
        while times[order[last]] - times[order[first]] > span:
            first += 1
        if last - first + 1 >= least:
            found.update(order[first : last + 1])
    return tuple(sorted(found))
