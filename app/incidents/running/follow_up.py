"""The tickets that followed from an incident."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.incidents.running.acts import Acts
from app.incidents.tables import incident, incident_ticket
from app.tickets.kinds import State
from app.tickets.number import ticket_number
from app.tickets.tables import ticket


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A ticket as the incident names it."""

    ticket_id: int
    number: str
    text: str
    state: State


class FollowUps(Acts):
    """Reads what belongs together."""

    def tickets(self, incident_id: int) -> tuple[FollowUp, ...]:
        """The tickets that this incident raised or took in, oldest first."""
        asked = (
            select(ticket.c.id, ticket.c.day, ticket.c.serial, ticket.c.text, ticket.c.state)
            .join(incident_ticket, incident_ticket.c.ticket_id == ticket.c.id)
            .where(incident_ticket.c.incident_id == incident_id)
            .order_by(incident_ticket.c.id)
        )
        with self._store.reading() as connection:
            return tuple(
                FollowUp(row.id, ticket_number(row.day, row.serial), row.text, State(row.state))
                for row in connection.execute(asked)
            )

    def of_ticket(self, ticket_id: int) -> int | None:
        """The incident that a ticket belongs to, if to any."""
        asked = select(incident_ticket.c.incident_id).where(incident_ticket.c.ticket_id == ticket_id)
        with self._store.reading() as connection:
            found: int | None = connection.execute(asked).scalar()
            return found

    def children(self, incident_id: int) -> tuple[int, ...]:
        """The incidents that an answer of this one started."""
        asked = select(incident.c.id).where(incident.c.parent_id == incident_id).order_by(incident.c.id)
        with self._store.reading() as connection:
            return tuple(connection.execute(asked).scalars())
