"""Reads an incident as its report tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.core.money import total
from app.core.show import show_date, show_time
from app.estate.office_facts import read_office_facts
from app.incidents.attached.losses import IncidentLosses
from app.incidents.attached.people import IncidentPeople
from app.incidents.closing.closing import closing_of
from app.incidents.number import incident_number
from app.incidents.reports.key_times import key_times
from app.incidents.reports.report_facts import Chained, FollowUpLine, ReportFacts
from app.incidents.reports.review import review_of
from app.incidents.reports.step_findings import findings
from app.incidents.running.chain import first_broken
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import read_lines, read_row
from app.incidents.tables import incident, incident_photo
from app.tickets.lists.rows import TicketRow

Tickets = Callable[[Sequence[int]], Sequence[TicketRow]]


@dataclass(frozen=True, slots=True)
class Sources:
    """The services that a report gathers from."""

    incidents: Incidents
    people: IncidentPeople
    losses: IncidentLosses
    tickets: Tickets


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants the report, when, and whether with names and telephones."""

    by: Actor
    now: datetime
    unmasked: bool = False


def read_report(connection: Connection, sources: Sources, incident_id: int, asked: Asked) -> ReportFacts:
    """Raises IncidentUnknown, and NotPermitted where names and telephones were asked for."""
    row = read_row(connection, incident_id)
    view = sources.incidents.view(incident_id)
    closing = None if row.closing is None else closing_of(row.closing)
    people, losses = sources.people, sources.losses.of(incident_id)
    return ReportFacts(
        office=read_office_facts(connection),
        view=view,
        key_times=key_times(view, closing),
        findings=findings(view.progress, view.entries),
        people=people.unmasked(asked.by, incident_id) if asked.unmasked else people.of(incident_id),
        losses=losses,
        loss_total=total(loss.amount for loss in losses if loss.amount is not None),
        follow_ups=_follow_ups(sources, incident_id),
        photos=_photos(connection, incident_id),
        closing=closing,
        review_on=row.review_on,
        review=None if row.review is None else review_of(row.review),
        reviewed_at=row.reviewed_at,
        chained=_chained(connection, incident_id),
        printed_at=asked.now,
        printed_by=asked.by.name,
        parent="" if view.parent_id is None else _number(connection, view.parent_id),
        children=tuple(_number(connection, child) for child in sources.incidents.children(incident_id)),
    )


def _follow_ups(sources: Sources, incident_id: int) -> tuple[FollowUpLine, ...]:
    rows = sources.tickets([one.ticket_id for one in sources.incidents.tickets(incident_id)])
    return tuple(FollowUpLine(row.number, row.text, _owner(row), _due(row)) for row in rows)


def _owner(row: TicketRow) -> str:
    return row.worker or row.assignee or row.team


def _due(row: TicketRow) -> str:
    if row.closed_at is not None:
        return f"{show_date(row.closed_at)} 完结"
    return "" if row.clock is None else show_time(row.clock.reckoned.due_at)


def _photos(connection: Connection, incident_id: int) -> int:
    count = select(func.count()).where(incident_photo.c.incident_id == incident_id)
    return connection.execute(count).scalar_one()


def _chained(connection: Connection, incident_id: int) -> Chained:
    lines = read_lines(connection, incident_id)
    return Chained(len(lines), lines[-1][1] if lines else "", first_broken(lines))


def _number(connection: Connection, incident_id: int) -> str:
    columns = (incident.c.day, incident.c.serial, incident.c.is_drill)
    row = connection.execute(select(*columns).where(incident.c.id == incident_id)).one()
    return incident_number(row.day, row.serial, is_drill=row.is_drill)
