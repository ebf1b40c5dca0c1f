"""What is asked for when an incident starts; nothing but the plan is required."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from app.core.ids import BuildingId, UnitId
from app.incidents.plans.plan import Severity
from app.incidents.running.entry import Entry
from app.incidents.running.progress import Progress


def new_client_id() -> str:
    """The identity of a start before it is written, so that two quick keys start one incident."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class NewIncident:
    """A plan and a place; `minutes_ago` sets the start back, `parent_id` is the incident that led to this one."""

    client_id: str
    code: str
    place: str = ""
    building_id: BuildingId | None = None
    unit_id: UnitId | None = None
    place_id: int | None = None
    is_drill: bool = False
    severity: Severity | None = None
    minutes_ago: int = 0
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The lines that an act wrote, and how far the incident is now."""

    entries: tuple[Entry, ...]
    progress: Progress
