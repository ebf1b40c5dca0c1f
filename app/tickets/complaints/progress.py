"""Of a major complaint somebody hears regularly: which ones ask for the next word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.store.settings import read_choice
from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.kinds import OVER, ServiceClass, State, TicketKind
from app.tickets.settings import PROGRESS_DAYS
from app.tickets.tables import ticket

_ENDED = sorted(state.value for state in OVER | {State.DONE, State.CONFIRMED})
_MAJOR = select(ticket.c.id, ticket.c.reported_at, ticket.c.complaint).where(
    ticket.c.kind == TicketKind.COMPLAINT.value,
    ticket.c.service_class == ServiceClass.MAJOR.value,
    ticket.c.state.not_in(_ENDED),
)


@dataclass(frozen=True, slots=True)
class ProgressDue:
    """A major complaint of which nothing was noted for longer than the office allows."""

    ticket_id: int
    due_at: datetime


def progress_due(connection: Connection, now: datetime) -> tuple[ProgressDue, ...]:
    """The major complaints that ask for a word of progress, longest first."""
    days = timedelta(days=read_choice(connection, PROGRESS_DAYS))
    due = (
        ProgressDue(row.id, (complaint_of(row.complaint).progress_at or row.reported_at) + days)
        for row in connection.execute(_MAJOR)
    )
    return tuple(sorted((one for one in due if one.due_at <= now), key=lambda one: (one.due_at, one.ticket_id)))
