"""What a form asks for when something is reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from app.core.ids import BuildingId, PersonId, UnitId, UserId
from app.tickets.kinds import Priority, ServiceClass, Source, TicketKind
from app.tickets.steps import Step


@dataclass(frozen=True, slots=True)
class Caller:
    """Who reports: somebody of the book, or a name and telephone as they are told; nobody at all is allowed."""

    name: str = ""
    phone: str = ""
    person_id: PersonId | None = None
    unit_id: UnitId | None = None
    words: str = ""


def new_client_id() -> str:
    """The identity of a form before it is saved, so that saving twice makes one ticket."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class NewTicket:
    """A report. What is None follows from the category, else from a plain repair of normal priority.

    `reported_at` is when it reached the office, if not now; `checklist` are texts still to be done.
    """

    client_id: str
    text: str = ""
    kind: TicketKind | None = None
    category_id: int | None = None
    unit_id: UnitId | None = None
    building_id: BuildingId | None = None
    place_id: int | None = None
    place: str = ""
    caller: Caller = field(default_factory=Caller)
    source: Source = Source.COUNTER
    service_class: ServiceClass | None = None
    priority: Priority | None = None
    team_id: int | None = None
    assignee_id: UserId | None = None
    checklist: tuple[str, ...] | None = None
    warranty: bool | None = None
    reported_at: datetime | None = None
    follows_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """The ticket that was made; `already` where this form was saved before."""

    ticket_id: int
    number: str
    version: int
    already: bool
    step: Step
