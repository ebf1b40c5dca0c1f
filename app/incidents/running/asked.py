"""What is asked for when an incident starts and when somebody is called; nothing but the plan is required."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from app.core.ids import BuildingId, UnitId
from app.incidents.plans.plan import Severity
from app.incidents.running.entry import Entry
from app.incidents.running.progress import Progress
from app.incidents.running.view import CallResult, IncidentView


def new_client_id() -> str:
    """The identity of a start before it is written, so that two quick keys start one incident."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Where:
    """A place in words, and what of the estate it is, if anything of it."""

    place: str = ""
    building_id: BuildingId | None = None
    unit_id: UnitId | None = None
    place_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewIncident:
    """A plan and a place; `parent_id` is the incident that led to this one, which makes a drill of it if it is one.

    It begins `began_at`, else `minutes_ago` before now; the true time is kept as well.
    """

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
    reporter: str = ""
    began_at: datetime | None = None


def beside(view: IncidentView, code: str) -> NewIncident:
    """The plan that an answer of a running incident asks for, at the same place."""
    return NewIncident(
        new_client_id(),
        code,
        place=view.place,
        building_id=view.building_id,
        unit_id=view.unit_id,
        is_drill=view.is_drill,
        parent_id=view.id,
    )


@dataclass(frozen=True, slots=True)
class Call:
    """A call to a party of the list and what became of it.

    `deputy` and `number` follow from the list where they are not given: no answer moves on to the deputy.
    """

    contact: str
    result: CallResult
    deputy: bool | None = None
    number: str = ""
    words: str = ""
    step: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The lines that an act wrote, and how far the incident is now."""

    entries: tuple[Entry, ...]
    progress: Progress
