"""Hazards as screen and paper show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.core.ids import BuildingId
from app.duty.hazards.flow import Grade, State, Step, is_late


def hazard_number(day: date, serial: int) -> str:
    """`YH261123-01`: 隐患, the day and the running number of that day."""
    return f"YH{day:%y%m%d}-{serial:02d}"


@dataclass(frozen=True, slots=True)
class HazardLine:
    """One line of the timeline of a hazard."""

    step: Step
    text: str
    facts: Mapping[str, Any]
    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Hazard:
    """A hazard with its timeline, the oldest line first; `ticket` is the number of the ticket that it became."""

    id: int
    number: str
    place: str
    building_id: BuildingId | None
    building: str
    what: str
    grade: Grade
    owner: str
    due_on: date
    state: State
    found_at: datetime
    found_by: str
    round_id: int | None
    ticket_id: int | None
    ticket: str
    closed_at: datetime | None
    lines: tuple[HazardLine, ...]
    photos: int = 0

    @property
    def where(self) -> str:
        """Building and place."""
        return f"{self.building} {self.place}".strip()

    def is_late(self, today: date) -> bool:
        """Whether its deadline has passed while it is not put right."""
        return is_late(self.state, self.due_on, today)


@dataclass(frozen=True, slots=True)
class NewHazard:
    """What a form asks for; a deadline that is not set follows from the grade."""

    what: str
    place: str
    grade: Grade = Grade.GENERAL
    owner: str = ""
    due_on: date | None = None
    building_id: BuildingId | None = None
    round_id: int | None = None
    point: str = ""
