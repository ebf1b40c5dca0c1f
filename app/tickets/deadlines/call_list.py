"""The call list of the moment, for the paper."""

from __future__ import annotations

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.office_facts import read_office_facts
from app.store.store import Store
from app.tickets.complaints.progress import progress_due
from app.tickets.deadlines.call_list_paper import CallList
from app.tickets.deadlines.escalations import read_escalations


class CallLists:
    """Reads what goes on paper when the screen is not at hand."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def now(self, by: Actor) -> CallList:
        """Everything that has to be told now, told or not. Raises NotPermitted."""
        by.require(Permission.WORK_TICKET)
        now = self._clock.now()
        with self._store.reading() as connection:
            rows, progress = read_escalations(connection, now), progress_due(connection, now)
            return CallList(read_office_facts(connection), rows, now, by.name, progress)
