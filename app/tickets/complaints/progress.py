"""Of a major complaint somebody hears regularly: which ones ask for the next word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.store.settings import read_choice
from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.kinds import OVER, ServiceClass, State, TicketKind
from app.tickets.labels import TicketLabel, labels_of
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
    """A major complaint of which nothing was noted for longer than the office allows.

    `said_at` is the last word of progress, None where there was none yet.
    """

    ticket: TicketLabel
    said_at: datetime | None
    due_at: datetime

    @property
    def ticket_id(self) -> int:
        """Which complaint it is."""
        return self.ticket.id


def progress_due(connection: Connection, now: datetime) -> tuple[ProgressDue, ...]:
    """The major complaints that ask for a word of progress, longest first."""
    days = timedelta(days=read_choice(connection, PROGRESS_DAYS))
    due = []
    for row in connection.execute(_MAJOR):
        said_at = complaint_of(row.complaint).progress_at
        due_at = (said_at or row.reported_at) + days
        if due_at <= now:
            due.append((due_at, row.id, said_at))
    labels = labels_of(connection, [ticket_id for _, ticket_id, _ in due]) if due else {}
    return tuple(ProgressDue(labels[ticket_id], said_at, due_at) for due_at, ticket_id, said_at in sorted(due))
