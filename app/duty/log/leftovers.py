"""What the next person on duty must know, read from every room: incidents, tickets, hazards, rounds, the day list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.duty.day_list.day_rows import read_day
from app.duty.hazards.flow import OPEN
from app.duty.hazards.hazard_rows import read_hazards
from app.duty.inspections.inspection_rows import read_standing
from app.duty.log.handover_facts import Left, Leftover
from app.duty.log.incident_words import standing_words
from app.incidents.running.view import IncidentView
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import OPEN as OPEN_STATES
from app.tickets.kinds import ServiceClass
from app.tickets.lists.rows import TicketRow, read_rows
from app.tickets.tables import ticket, ticket_clock

Running = Callable[[], Sequence[IncidentView]]
MOST_TICKETS = 60
_TEXT = 80


def read_leftovers(connection: Connection, running: Sequence[IncidentView], now: datetime) -> tuple[Leftover, ...]:
    """Everything that goes on, what is most urgent first."""
    return (
        *(_incident(view, now) for view in running),
        *_tickets(connection, now),
        *_hazards(connection, now.date()),
        *_rounds(connection, now.date()),
        *_tasks(connection, now.date()),
    )


def _incident(view: IncidentView, now: datetime) -> Leftover:
    name, details = view.plan.name.zh, tuple(standing_words(view, now))
    what = f"{name}（演练）" if view.is_drill else name
    return Leftover(Left.INCIDENT, view.id, view.number, what, view.place, view.started_at, details)


def _tickets(connection: Connection, now: datetime) -> Iterator[Leftover]:
    is_open = ticket.c.state.in_(sorted(state.value for state in OPEN_STATES))
    emergency = select(ticket.c.id).where(is_open, ticket.c.service_class == ServiceClass.EMERGENCY.value)
    late = select(ticket_clock.c.ticket_id).where(stands(Standing.OVERDUE, now))
    urgent = connection.execute(emergency.order_by(ticket.c.id)).scalars().all()
    overdue = sorted(set(connection.execute(late).scalars()) - set(urgent))
    for kind, ids in ((Left.EMERGENCY, urgent), (Left.OVERDUE, overdue)):
        for row in read_rows(connection, ids[:MOST_TICKETS], now):
            yield _ticket(kind, row)


def _ticket(kind: Left, row: TicketRow) -> Leftover:
    text = " ".join(row.text.split())
    said = text if len(text) <= _TEXT else f"{text[:_TEXT]}……"
    return Leftover(kind, row.id, row.number, said, row.where, row.reported_at)


def _hazards(connection: Connection, today: date) -> Iterator[Leftover]:
    for one in read_hazards(connection, today):
        if one.state in OPEN and one.due_on <= today:
            yield Leftover(Left.HAZARD, one.id, one.number, one.what, one.place, one.found_at)


def _rounds(connection: Connection, today: date) -> Iterator[Leftover]:
    for one in read_standing(connection, today):
        if one.due.is_due(today):
            yield Leftover(Left.ROUND, one.inspection.id, "", one.inspection.name)


def _tasks(connection: Connection, today: date) -> Iterator[Leftover]:
    for line in read_day(connection, today):
        if line.tick is None:
            yield Leftover(Left.TASK, line.task.id, line.task.clock, line.task.name)
