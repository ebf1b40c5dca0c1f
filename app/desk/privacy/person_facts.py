"""What is known of a person when the office is asked for it: each thing, where it stands, and whether it can go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import PersonId
from app.core.money import NOTHING, Money
from app.estate.kinds import OccupancyRole


class Part(StrEnum):
    """Where in the office it stands."""

    REGISTER = "register"
    MONEY = "money"
    TICKETS = "tickets"
    INCIDENTS = "incidents"
    UNFINISHED = "unfinished"
    TRAIL = "trail"
    ELSEWHERE = "elsewhere"


class What(StrEnum):
    """What it is."""

    NAME = "name"
    INITIALS = "initials"
    PHONE = "phone"
    NOTE = "note"
    ROLE = "role"
    PLATE = "plate"
    UNIT_NOTE = "unit_note"
    RECEIPT = "receipt"
    OWED = "owed"
    CREDIT = "credit"
    DEPOSIT = "deposit"
    REPORT = "report"
    PHOTOS = "photos"
    TOLD = "told"
    DRAFT = "draft"
    ACT = "act"
    TEXT = "text"


class Fate(StrEnum):
    """What a removal does with it; UNSURE is a text that may mean somebody else of that name."""

    GOES = "goes"
    STAYS = "stays"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One thing; `about` is the unit, receipt, ticket or incident, `on` when it was written, `amount` in fen."""

    part: Part
    what: What
    text: str
    fate: Fate
    about: str = ""
    on: datetime | date | None = None
    amount: Money = NOTHING
    role: OccupancyRole | None = None


class DutyKind(StrEnum):
    """Why somebody cannot be forgotten yet."""

    ROLE = "role"
    OWED = "owed"
    CREDIT = "credit"
    DEPOSIT = "deposit"
    TICKET = "ticket"
    INCIDENT = "incident"
    KEPT = "kept"
    REPORT_KEPT = "report_kept"
    INCIDENT_KEPT = "incident_kept"


@dataclass(frozen=True, slots=True)
class Duty:
    """One reason: on which unit, ticket or incident (`about`), how much, and on which day it ends, if one is known."""

    kind: DutyKind
    about: str = ""
    amount: Money = NOTHING
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list; telephones masked. `units` are codes, `former` where no role stands any more."""

    id: PersonId
    name: str
    phones: tuple[str, ...]
    units: tuple[str, ...]
    former: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Everything of one person as of `at`, and what stands against forgetting them."""

    id: PersonId
    name: str
    rows: tuple[HeldRow, ...]
    duties: tuple[Duty, ...]
    at: datetime

    @property
    def sure(self) -> tuple[HeldRow, ...]:
        """What is this person's without doubt: nothing else may be handed out."""
        return tuple(row for row in self.rows if row.fate is not Fate.UNSURE)
