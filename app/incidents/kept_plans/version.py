"""A version of a plan as the office keeps it, and how a plan stands in the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.incidents.kept_plans.losses import Lost
from app.incidents.plans.plan import Plan
from app.incidents.plans.refusals import PlanFault

DAYS_BEFORE_REVIEW = 30
"""So long before the day a review is announced."""


class PlanState(StrEnum):
    """Where a version stands."""

    IN_USE = "in-use"
    WAITING = "waiting"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class Review(StrEnum):
    """How far off the review of a plan is."""

    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version; `author` and `approved_by` are names, "" for what came with the program.

    `alone`: its author approved it, because nobody else could.
    """

    id: int
    plan: Plan
    text: str
    is_shipped: bool
    state: PlanState
    note: str
    reason: str
    author_id: int | None
    author: str
    written_at: datetime
    approved_by: str
    approved_at: datetime | None
    alone: bool
    review_due: date


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in the list: the version in use (the last one where it was put out of use), and one that waits."""

    version: PlanVersion
    waiting: PlanVersion | None
    to_confirm: int
    review: Review

    @property
    def is_retired(self) -> bool:
        """Whether nobody can start it."""
        return self.version.state is PlanState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Assessed:
    """What is said of an edited plan: broken rules, and what of the shipped safety it loses."""

    faults: tuple[PlanFault, ...]
    lost: tuple[Lost, ...]

    @property
    def hinders(self) -> bool:
        """Whether a fault keeps it from being used."""
        return any(not fault.only_warns for fault in self.faults)


def review_of(due: date, today: date) -> Review:
    """Overdue from the day after; announced a month before."""
    if due < today:
        return Review.OVERDUE
    return Review.SOON if (due - today).days <= DAYS_BEFORE_REVIEW else Review.LATER
