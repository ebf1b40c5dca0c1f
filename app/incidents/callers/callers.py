"""What runs in a caller's building, and the words that the lead gives for those who call; no name stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.access.actor import Actor
from app.core.ids import BuildingId
from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.plans.plan import Both
from app.incidents.running.allowed import check_words
from app.incidents.running.asked import Written
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import Line
from app.incidents.tables import incident, incident_entry, incident_plan

FACT = "callers"
_HEAD = "对来电说"
_LIVE = (
    select(incident, incident_plan.c.code, incident_plan.c.text.label("plan_text"))
    .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
    .where(incident.c.closed_at.is_(None), incident.c.is_drill.is_(False))
    .order_by(incident.c.id)
)
_WRITTEN = (
    select(incident_entry.c.facts)
    .where(incident_entry.c.incident_id == bindparam("id"), incident_entry.c.kind == EntryKind.WRITTEN.value)
    .order_by(incident_entry.c.no)
)


@dataclass(frozen=True, slots=True)
class LiveIncident:
    """An incident that runs where a caller lives: since when, and what the lead has callers told, if anything yet."""

    id: int
    name: Both
    started_at: datetime
    words: str


def live_incidents(connection: Connection, building_id: BuildingId | None) -> tuple[LiveIncident, ...]:
    """What runs in a building; what runs in none counts once the lead gave words for it. Drills do not."""
    found = list[LiveIncident]()
    for row in connection.execute(_LIVE):
        if row.building_id not in (None, building_id):
            continue
        words = _last(connection.execute(_WRITTEN, {"id": row.id}).scalars())
        if row.building_id is not None or words:
            found.append(LiveIncident(row.id, plan_of(row.code, row.plan_text).name, row.started_at, words))
    return tuple(found)


def words_of(entries: Iterable[Entry]) -> str:
    """What was last given for callers."""
    return _last(entry.facts for entry in entries)


def _last(facts: Iterable[Mapping[str, Any] | None]) -> str:
    given = [str(one[FACT]) for one in facts if one and FACT in one]
    return given[-1] if given else ""


def tell_callers(incidents: Incidents, by: Actor, incident_id: int, words: str) -> Written:
    """From now on those who call are told this; it stands in the log. Raises WordsMissing, IncidentClosed."""
    tidy = check_words(words)
    line = Line(EntryKind.WRITTEN, text=f"{_HEAD}：{tidy}", facts={FACT: tidy})
    return incidents.tell(by, incident_id, line)
