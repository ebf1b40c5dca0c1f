"""A mass event and the incident behind it: linked by one key, and from then on the way from one to the other."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from app.tickets.events.read_events import LiveEvent
from ui.sentences import say
from ui.sentences.incidents import said
from ui.shell.context import Context

TAB = "incidents"


class EventIncident:
    """Which incident an event belongs to, or may belong to: the newest that runs in its building, drills left out."""

    def __init__(self, context: Context, event: LiveEvent, problem: Callable[[str], None]) -> None:
        self._context, self._event, self._problem = context, event, problem
        incidents = context.office.incidents
        self._linked = incidents.of_ticket(event.ticket_id)
        live = [
            (view.id, said(view.plan.name))
            for view in (incidents.view(line.id) for line in context.office.running_incidents() if not line.is_drill)
            if view.building_id in (None, event.building_id)
        ]
        self._behind = live[-1] if live else None

    def words(self) -> str:
        """What the key does; empty where no incident runs there."""
        if self._linked is not None:
            return tr("To the incident")
        return tr("Belongs to: {name}").format(name=self._behind[1]) if self._behind is not None else ""

    def go_on(self) -> bool:
        """Go to the incident, or link the event to it; whether the panel can go."""
        if self._linked is not None:
            self._context.ways.lead(TAB, self._linked)
            return True
        assert self._behind is not None
        try:
            self._context.office.incidents.link_ticket(self._context.actor, self._behind[0], self._event.ticket_id)
        except Refusal as refusal:
            self._problem(say(refusal))
            return False
        self._context.changes.announce(TAB, by=self)
        self._context.messages.done(tr("The event stands in the log of the incident"))
        return True
