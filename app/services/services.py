"""What every service is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.store.store import Store


class Services:
    """Services on one opened store.

    A service is read from the disk when somebody first asks for it, so that the day begins with what the search needs.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
