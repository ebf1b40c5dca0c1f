"""Prints that were asked for and never came out, of the papers that a service hands out."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from app.core.clock import Clock
from app.counter.paper_copies import Paper, WaitingPrint, let_go, note_printed, waiting_prints
from app.store.store import Store


class LeftPrints:
    """What every service with papers offers for those that are left; `papers` are its own."""

    papers: ClassVar[Collection[Paper]]

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def waiting(self) -> tuple[WaitingPrint, ...]:
        """Papers that were asked for and never came out, oldest first."""
        with self._store.reading() as connection:
            return waiting_prints(connection, self.papers)

    def came_out(self, waiting: WaitingPrint) -> None:
        """A person says that the paper lies there whole."""
        with self._store.transaction() as connection:
            note_printed(connection, waiting.paper, waiting.number, waiting.copy_no, self._clock.now())

    def let_go(self, waiting: WaitingPrint) -> None:
        """Nobody wants this print any more; it can still be asked for."""
        with self._store.transaction() as connection:
            let_go(connection, waiting, self._clock.now())
