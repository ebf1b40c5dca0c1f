"""What was, and what it teaches."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.incidents.journal.rows import JournalRow, Shown, read_counts, read_journal, read_row_of
from app.incidents.journal.step_times import PastRun, StepTimes, step_times
from app.incidents.kept_plans.plan_rows import newest_plan, plan_of
from app.incidents.refusals import IncidentUnknown
from app.incidents.running.log_rows import read_lines
from app.incidents.tables import incident, incident_plan
from app.store.store import Store

LAST_RUNS = 50
"""Older runs tell of another list and other people."""


class IncidentJournal:
    """Reads only; whoever runs incidents may read it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, shown: Shown = Shown.REAL) -> tuple[JournalRow, ...]:
        """A part of the list."""
        with self._store.reading() as connection:
            return read_journal(connection, shown)

    def row(self, incident_id: int) -> JournalRow:
        """One incident. Raises IncidentUnknown."""
        with self._store.reading() as connection:
            found = read_row_of(connection, incident_id)
        if found is None:
            raise IncidentUnknown(incident_id)
        return found

    def counts(self) -> Mapping[Shown, int]:
        """How many each part of the list holds."""
        with self._store.reading() as connection:
            return read_counts(connection)

    def step_times(self, by: Actor, code: str) -> tuple[StepTimes, ...]:
        """What the steps of a plan took in its last runs and drills. Raises NotPermitted, PlanUnknown."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.reading() as connection:
            return step_times(newest_plan(connection, code)[1], _past(connection, code))


def _past(connection: Connection, code: str) -> list[PastRun]:
    closed = (
        select(incident.c.id, incident.c.is_drill, incident_plan.c.text)
        .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
        .where(incident_plan.c.code == code, incident.c.closed_at.is_not(None))
        .order_by(incident.c.id.desc())
        .limit(LAST_RUNS)
    )
    return [
        PastRun(plan_of(code, row.text), tuple(entry for entry, _ in read_lines(connection, row.id)), row.is_drill)
        for row in connection.execute(closed).all()
    ]
