"""Under which names a report waits in the drafts."""

from __future__ import annotations

from ui.shell.context import Context

FORM = "tickets.entry"
PHOTOS = "tickets.entry.photos"
SOURCE = "tickets.entry.source"


def is_left(context: Context) -> bool:
    """Whether an earlier run left a report that was not taken down."""
    return any(context.office.drafts.find(context.actor, name) is not None for name in (FORM, PHOTOS))
