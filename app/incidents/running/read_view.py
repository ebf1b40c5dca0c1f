"""Incidents as screens show them, read at one moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.ids import BuildingId, UnitId
from app.incidents.contacts.read_contacts import contacts_to_call
from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.number import incident_number
from app.incidents.plans.plan import Severity
from app.incidents.running.entry import EntryKind
from app.incidents.running.known_logs import read_whole
from app.incidents.running.log_rows import Standing, read_row
from app.incidents.running.timers import clock_moved
from app.incidents.running.view import IncidentView, RunningLine, call_lines, roles_now
from app.incidents.tables import incident, incident_entry, incident_plan

_RUNNING = (
    select(incident, incident_plan.c.code, incident_plan.c.text.label("plan_text"))
    .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
    .where(incident.c.closed_at.is_(None))
    .order_by(incident.c.id)
)
_HEADS = select(incident.c.id, incident.c.head_no).where(incident.c.closed_at.is_(None)).order_by(incident.c.id)
_CLOCKS = (
    select(incident_entry.c.incident_id, incident_entry.c.facts)
    .join_from(incident_entry, incident, incident.c.id == incident_entry.c.incident_id)
    .where(incident.c.closed_at.is_(None), incident_entry.c.kind == EntryKind.CLOCK_MOVED.value)
)


def read_view(connection: Connection, incident_id: int) -> IncidentView:
    """One incident with its whole log. Raises IncidentUnknown."""
    return view_of(connection, read_whole(connection, read_row(connection, incident_id)))


def view_of(connection: Connection, standing: Standing) -> IncidentView:
    """One incident with its whole log and the numbers of the office."""
    row, plan, entries = standing.row, standing.plan, standing.entries
    return IncidentView(
        id=row.id,
        number=_number(row),
        plan=plan,
        place=row.place,
        building_id=None if row.building_id is None else BuildingId(row.building_id),
        unit_id=None if row.unit_id is None else UnitId(row.unit_id),
        is_drill=row.is_drill,
        severity=Severity(row.severity),
        reporter=row.reporter,
        started_at=row.started_at,
        closed_at=row.closed_at,
        parent_id=row.parent_id,
        progress=standing.progress,
        entries=entries,
        roles=roles_now(entries),
        calls=call_lines(contacts_to_call(connection, plan.contacts, since=row.at), entries),
        broken_at=standing.broken_at,
    )


def read_running(connection: Connection) -> tuple[RunningLine, ...]:
    """The incidents that are not closed, the oldest first."""
    moved: dict[int, timedelta] = {}
    for line in connection.execute(_CLOCKS):
        moved[line.incident_id] = moved.get(line.incident_id, timedelta()) + clock_moved(line.facts)
    return tuple(_running_line(row, moved.get(row.id, timedelta())) for row in connection.execute(_RUNNING))


def read_heads(connection: Connection) -> tuple[tuple[int, int], ...]:
    """Each that is not closed with the number of its last line, the oldest first."""
    return tuple((row.id, row.head_no) for row in connection.execute(_HEADS))


def _running_line(row: Row[Any], moved: timedelta) -> RunningLine:
    plan = plan_of(row.code, row.plan_text)
    return RunningLine(row.id, _number(row), plan.code, plan.name, row.place, row.started_at, row.is_drill, moved)


def _number(row: Row[Any]) -> str:
    return incident_number(row.day, row.serial, is_drill=row.is_drill)
