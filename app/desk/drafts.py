"""Drafts: what a form holds before it is saved, durable after every pause in typing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.access.actor import Actor
from app.core.clock import Clock
from app.desk.tables import draft
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """The newest state of one person's form."""

    form: str
    content: Mapping[str, Any]
    at: datetime


class Drafts:
    """One draft for each person and form; saving replaces, taking back is by the form itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(self, by: Actor, form: str, content: Mapping[str, object]) -> None:
        """Keep the form's state (texts, whole numbers, lists and mappings)."""
        values = {"content": dict(content), "at": self._clock.now(), "by": by.id}
        mine = (draft.c.user_id == by.id, draft.c.form == form)
        with self._store.transaction() as connection:
            if connection.execute(update(draft).where(*mine).values(**values)).rowcount == 0:
                connection.execute(insert(draft).values(user_id=by.id, form=form, **values))

    def find(self, by: Actor, form: str) -> Draft | None:
        """The draft that was left, or None."""
        with self._store.reading() as connection:
            row = connection.execute(select(draft).where(draft.c.user_id == by.id, draft.c.form == form)).first()
        return None if row is None else Draft(row.form, row.content, row.at)

    def drop(self, by: Actor, form: str) -> None:
        """The form was saved for good or emptied: its draft is no longer needed."""
        with self._store.transaction() as connection:
            connection.execute(delete(draft).where(draft.c.user_id == by.id, draft.c.form == form))
