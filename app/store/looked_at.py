"""A database that is only looked at: what would be written is taken back, and an act is refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from app.core.errors import Refusal
from app.store.written_rows import watch, written


class OnlyLookedAt(Refusal):
    """This is a backup that is looked at: nothing in it can be written."""


@contextmanager
def taken_back(connection: Connection) -> Iterator[None]:
    """Take back what is written inside; what only notes that somebody looked passes without a word.

    Raises OnlyLookedAt where an act was done.
    """
    watch(connection)
    with connection.begin() as attempt:
        try:
            yield
            changes, trail_grew = written(connection)
        finally:
            attempt.rollback()
    if changes or trail_grew:
        raise OnlyLookedAt
