"""Categories as forms and lists see them."""

from __future__ import annotations

from dataclasses import dataclass

from app.tickets.kinds import Priority, ServiceClass, TicketKind

BETWEEN = " / "
"""Between the names of a path: 给排水 / 渗漏."""


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """What a category means for a ticket; `initials` only where the computed ones are not how people type it."""

    name: str
    kind: TicketKind = TicketKind.REPAIR
    priority: Priority = Priority.NORMAL
    service_class: ServiceClass = ServiceClass.NORMAL
    team_id: int | None = None
    checklist: tuple[str, ...] = ()
    initials: str = ""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category in its place: `depth` 0 stands at the top, `path` names what it is under and itself.

    `facts.initials` are those that count, computed or not. `tickets` name it or what is below it.
    """

    id: int
    parent_id: int | None
    depth: int
    path: str
    facts: CategoryFacts
    team: str
    has_below: bool
    retired: bool
    tickets: int = 0

    @property
    def name(self) -> str:
        """Its own name."""
        return self.facts.name
