"""What incidents and their plans refuse."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class IncidentUnknown(Refusal):
    """No incident of this id."""

    incident_id: int


@dataclass(eq=False)
class PlanUnknown(Refusal):
    """No plan of this code, or the office retired it."""

    code: str


@dataclass(eq=False)
class StartInFuture(Refusal):
    """An incident begins now or earlier."""

    minutes_ago: int
