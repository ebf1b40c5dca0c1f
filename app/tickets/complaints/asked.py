"""What is asked on the track of a complaint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.ids import UserId
from app.tickets.kinds import ContactWay, Priority, ServiceClass


@dataclass(frozen=True, slots=True)
class Review:
    """The first look: what it is, how grave, which department answers, and who of the office stands for it."""

    text: str
    department: str = ""
    category_id: int | None = None
    service_class: ServiceClass | None = None
    priority: Priority | None = None
    assignee_id: UserId | None = None
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done, and by when."""

    text: str
    by_day: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the resident was told; one that is not `final` is followed by another."""

    text: str
    way: ContactWay
    whom: str
    final: bool = True
    happened_at: datetime | None = None
