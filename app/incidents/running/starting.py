"""An incident begins: once for each key that was pressed, on the newest version of its plan."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.incidents.number import incident_number
from app.incidents.plans.plan import Plan
from app.incidents.refusals import StartInFuture
from app.incidents.running.acts import Act, Acts
from app.incidents.running.allowed import check_runs
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Hand, Line, read_plan_mark, read_row, write_lines
from app.incidents.tables import incident
from app.store.rows import insert_row


class Starting(Acts):
    """Starts incidents."""

    def start(self, by: Actor, asked: NewIncident) -> int:
        """Begin an incident on the newest version of its plan, once for each `client_id`; its id.

        Raises NotPermitted, PlanUnknown, StartInFuture, and IncidentUnknown or IncidentClosed of the parent.
        """
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            before = self._started(connection, asked.client_id)
            return before or self._start(connection, self._hand(by), asked)

    @staticmethod
    def _started(connection: Connection, client_id: str) -> int | None:
        """The incident that this key started before."""
        found: int | None = connection.execute(select(incident.c.id).where(incident.c.client_id == client_id)).scalar()
        return found

    def _start(
        self, connection: Connection, hand: Hand, asked: NewIncident, chosen: tuple[int, Plan] | None = None
    ) -> int:
        began = _began(asked, hand.at)
        plan_id, plan = chosen or self._plans.newest(connection, asked.code)
        parent = None if asked.parent_id is None else self._logs.standing(connection, asked.parent_id)
        is_drill = asked.is_drill or (parent is not None and bool(parent.row.is_drill))
        incident_id = self._insert(connection, hand, asked, (plan_id, plan), began, is_drill=is_drill)
        if parent is not None:
            check_runs(parent.progress)
            row = read_row(connection, incident_id)
            number = incident_number(row.day, row.serial, is_drill=is_drill)
            facts = {"plan": plan.code, "number": number, "incident": incident_id}
            self._write(Act(connection, hand, parent), Line(EntryKind.LINKED, facts=facts))
        return incident_id

    def _insert(
        self,
        connection: Connection,
        hand: Hand,
        asked: NewIncident,
        chosen: tuple[int, Plan],
        began: datetime,
        *,
        is_drill: bool,
    ) -> int:
        """The row with its first line, which tells the same."""
        plan_id, plan = chosen
        day = hand.at.date()
        last: int | None = connection.execute(select(func.max(incident.c.serial)).where(incident.c.day == day)).scalar()
        where = {
            "place": " ".join(asked.place.split()),
            "building_id": asked.building_id,
            "unit_id": asked.unit_id,
            "place_id": asked.place_id,
        }
        said = {
            **where,
            "severity": (asked.severity or plan.severity).value,
            "reporter": " ".join(asked.reporter.split()),
            "parent_id": asked.parent_id,
        }
        incident_id = insert_row(
            connection,
            incident,
            client_id=asked.client_id,
            day=day,
            serial=(last or 0) + 1,
            plan_id=plan_id,
            is_drill=is_drill,
            started_at=began,
            head_no=0,
            head="",
            at=hand.at,
            by=hand.by,
            **said,
        )
        facts = {
            "plan": plan.code,
            "version": plan.version,
            "mark": read_plan_mark(connection, plan_id),
            "drill": is_drill,
            "client_id": asked.client_id,
            **said,
        }
        first = Line(EntryKind.STARTED, facts=facts, happened_at=began)
        standing = self._logs.standing(connection, incident_id)
        self._keep(write_lines(connection, standing, hand, [first]))
        return incident_id


def _began(asked: NewIncident, now: datetime) -> datetime:
    """When it began. Raises StartInFuture."""
    if asked.minutes_ago < 0 or (asked.began_at is not None and asked.began_at > now):
        raise StartInFuture(asked.minutes_ago)
    return asked.began_at or now - timedelta(minutes=asked.minutes_ago)
