"""What stands on the list of a plan: blank, or as far as an incident was worked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.estate.office_facts import OfficeFacts
from app.incidents.plans.plan import Plan, PlanRole
from app.incidents.running.progress import StepNow

FIXED_NUMBERS = ("119", "120", "110")


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number to call; empty where it is written by hand, or is a person's own and not to stand on paper.

    `name` is what plans call the party, `called` who it is at this office.
    """

    name: str
    number: str
    called: str = ""
    deputy: str = ""
    deputy_number: str = ""

    @property
    def whole_name(self) -> str:
        """`电梯维保单位 台通电梯`."""
        return f"{self.name} {self.called}" if self.called and self.called != self.name else self.name


@dataclass(frozen=True, slots=True)
class Approved:
    """Who approved the version and when; nobody yet of what came with the program."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class TimerFilled:
    """What the clock of a plan came to: until when, or when it was answered (the newest last)."""

    due_at: datetime | None = None
    answered: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class RunFilled:
    """What an incident wrote on its list; `hidden` are the steps that an answer made wrong."""

    number: str
    place: str
    is_drill: bool
    started_at: datetime
    printed_at: datetime
    roles: Mapping[PlanRole, str]
    steps: Mapping[str, StepNow]
    timers: Mapping[str, TimerFilled]
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A list; `phones` are those of the plan without 119, 120 and 110; `run` is None on a blank one.

    `plans` gives the names of other plans by their codes, for answers that start one.
    """

    office: OfficeFacts
    plan: Plan
    approved: Approved | None
    phones: tuple[PhoneLine, ...]
    plans: Mapping[str, str] = field(default_factory=dict)
    run: RunFilled | None = None

    @property
    def is_drill(self) -> bool:
        """Whether the word for it stands on every sheet."""
        return self.run is not None and self.run.is_drill
