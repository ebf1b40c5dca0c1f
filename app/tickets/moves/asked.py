"""What is asked of a move, of giving a ticket out, of closing it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.ids import UserId
from app.tickets.kinds import Confirmation, ContactWay, State
from app.tickets.materials.kinds import ChargeToo
from app.tickets.steps import Step
from app.tickets.two_windows import Elsewhere


@dataclass(frozen=True, slots=True)
class Moved:
    """What was done, and what another window had changed of other fields meanwhile."""

    step: Step
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def version(self) -> int:
        """What the window has seen now."""
        return self.step.version


@dataclass(frozen=True, slots=True)
class MoveTo:
    """A move, with the reason where one is asked; `happened_at` where it is entered later.

    `charges` is what becomes of what the counter still asks for, where the ticket is cancelled.
    """

    to: State
    text: str = ""
    happened_at: datetime | None = None
    charges: ChargeToo | None = None


@dataclass(frozen=True, slots=True)
class GiveOut:
    """Who answers for it (`assignee_id`), which team and who of it does it; None leaves what is."""

    assignee_id: UserId | None = None
    team_id: int | None = None
    worker_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """When somebody comes; one the resident asked for lets the close stand still up to it or until work goes on."""

    at: datetime
    asked_by_resident: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Why it was, what was done, in how many minutes, what was used, and how the resident confirmed.

    `checklist_done` are the places in the checklist that are done; what is left stays open on the closed ticket.
    """

    cause: str
    action: str
    minutes: int | None
    material: str = ""
    confirmed: Confirmation = Confirmation.NONE
    checklist_done: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reopened:
    """The ticket that goes on: the same one, or (`same` is false) a new one that points back."""

    ticket_id: int
    number: str
    same: bool
    step: Step


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody was spoken or written to; `reached` keeps the promise of a contact."""

    way: ContactWay
    whom: str
    reached: bool
    text: str = ""
    happened_at: datetime | None = None
