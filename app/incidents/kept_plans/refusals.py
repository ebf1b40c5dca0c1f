"""What the keeping of plans refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.incidents.kept_plans.losses import Lost
from app.incidents.plans.plan import Both


@dataclass(eq=False)
class PlanUnchanged(Refusal):
    """Nothing is different from the version that was edited."""


@dataclass(eq=False)
class PlanNoteMissing(Refusal):
    """A version says in a few words what changed."""


@dataclass(eq=False)
class PlanReasonMissing(Refusal):
    """Something that ships as critical is lost, and nobody said why."""

    lost: tuple[Lost, ...]


@dataclass(eq=False)
class PlanEditedMeanwhile(Refusal):
    """Somebody else has written a version since this one was opened."""

    version: int
    author: str


@dataclass(eq=False)
class PlanNotWaiting(Refusal):
    """Only a version that waits is approved or taken back."""

    version: int


@dataclass(eq=False)
class PlanNeedsAnother(Refusal):
    """The author's own version is approved by another one of these people."""

    others: tuple[str, ...]


@dataclass(eq=False)
class PlanIsShipped(Refusal):
    """The shipped version is in use already; there is no way back from it."""

    name: Both


@dataclass(eq=False)
class PlanStillLinked(Refusal):
    """Other plans start this one."""

    plans: tuple[Both, ...]


@dataclass(eq=False)
class PlanNotRetired(Refusal):
    """The plan is in use."""

    name: Both


@dataclass(eq=False)
class PlanRetireReasonMissing(Refusal):
    """A plan that people rely on is put out of use with a reason only."""


@dataclass(eq=False)
class PlanFileTooBig(Refusal):
    """A file of this many bytes is no plan."""

    file: str
    size: int
