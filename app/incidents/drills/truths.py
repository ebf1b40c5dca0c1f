"""What must always hold of drills."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from app.core.language import mark
from app.incidents.tables import drill_attendance, drill_evaluation, drill_planned, incident
from app.store.truths import Truth

_GRADED = (
    select(incident.c.id, incident.c.is_drill, incident.c.closed_at)
    .join(drill_evaluation, drill_evaluation.c.incident_id == incident.c.id)
    .order_by(incident.c.id)
)


def _graded_drills_are_over(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_GRADED):
        if not row.is_drill or row.closed_at is None:
            yield str(row.id)


_OF_UNGRADED = (
    select(drill_attendance.c.incident_id)
    .where(drill_attendance.c.incident_id.not_in(select(drill_evaluation.c.incident_id)))
    .distinct()
)


def _attendance_is_of_graded_drills(connection: Connection) -> Iterator[str]:
    yield from (str(row.incident_id) for row in connection.execute(_OF_UNGRADED))


_BEGUN_IN_EARNEST = (
    select(incident.c.id)
    .join(drill_planned, drill_planned.c.incident_id == incident.c.id)
    .where(incident.c.is_drill.is_(False))
)


def _begun_as_drills(connection: Connection) -> Iterator[str]:
    yield from (str(row.id) for row in connection.execute(_BEGUN_IN_EARNEST))


TRUTHS = (
    Truth(mark("only drills that are over are graded"), _graded_drills_are_over),
    Truth(mark("every training record belongs to a graded drill"), _attendance_is_of_graded_drills),
    Truth(mark("a planned drill was begun as a drill"), _begun_as_drills),
)
