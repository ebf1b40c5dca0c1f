"""The tickets of an event, each in a line: number, place and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import mask_personal
from app.tickets.labels import TicketLabel
from app.tickets.lists.rows import TicketRow

_SHOWN = 6
_MOST_TEXT = 40


def event_lines(tickets: Sequence[TicketLabel | TicketRow]) -> str:
    """The first of them, and how many more there are."""
    lines = [
        f"{one.number}  {one.where}  {' '.join(mask_personal(one.text).split())[:_MOST_TEXT]}"
        for one in tickets[:_SHOWN]
    ]
    if len(tickets) > _SHOWN:
        lines.append(tr("and {count} more").format(count=len(tickets) - _SHOWN))
    return "\n".join(lines)
