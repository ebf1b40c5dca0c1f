"""What was taken down by mistake is taken off: the row says so, and a line of the log that points back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Table, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.incidents.running.entry import EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import Line


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row that a line of the log names under `name`; `blanked` are the columns that nobody keeps any longer."""

    name: str
    table: Table
    id: int
    why: str
    blanked: Mapping[str, str] = field(default_factory=dict)


def take_off(connection: Connection, incidents: Incidents, by: Actor, at: datetime, mistake: Mistake) -> None:
    """Take it off; said again, nothing is written. Raises NotPermitted."""
    by.require(Permission.RUN_INCIDENT)
    columns = mistake.table.c
    standing = (columns.id == mistake.id) & columns.taken_off_at.is_(None)
    incident_id = connection.execute(select(columns.incident_id).where(standing)).scalar()
    if incident_id is None:
        return
    gone = {**mistake.blanked, "taken_off_at": at, "taken_off_by": by.id}
    connection.execute(update(mistake.table).where(standing).values(**gone))
    taken_down = next(entry for entry in incidents.log(incident_id) if entry.facts.get(mistake.name) == mistake.id)
    facts = {mistake.name: mistake.id, "taken_off": taken_down.no}
    incidents.tell(by, incident_id, Line(EntryKind.TAKEN_OFF, text=" ".join(mistake.why.split()), facts=facts))
