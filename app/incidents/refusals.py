"""What incidents and their plans refuse."""

from __future__ import annotations

from app.core.errors import Refusal


class IncidentUnknown(Refusal):
    """No incident of this id."""

    incident_id: int


class PlanUnknown(Refusal):
    """No plan of this code, or the office retired it."""

    code: str


class StartInFuture(Refusal):
    """An incident begins now or earlier."""

    minutes_ago: int
