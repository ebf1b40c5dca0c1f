"""Opening a photo, which may show a resident or what is theirs, is a look at data: it stands in the audit trail."""

from __future__ import annotations

from datetime import datetime

from app.access import audit
from app.access.actor import Actor
from app.store.store import Store


def note_photo(store: Store, subject: str, file: str, at: datetime, by: Actor) -> None:
    """Keep that somebody opened the photo `file` of `subject`, a number that the office knows.

    Not in a backup that is looked at: that somebody views it stands in the trail of the office itself.
    """
    if store.is_looked_at:
        return
    with store.transaction() as connection:
        audit.record(connection, "look_at_photo", subject, {"file": file}, at, by.id)
