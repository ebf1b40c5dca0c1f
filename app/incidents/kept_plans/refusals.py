"""What the keeping of plans refuses."""

from __future__ import annotations

from app.core.errors import Refusal
from app.incidents.kept_plans.losses import Lost
from app.incidents.plans.plan import Both


class PlanUnchanged(Refusal):
    """Nothing is different from the version that was edited."""


class PlanNoteMissing(Refusal):
    """A version says in a few words what changed."""


class PlanReasonMissing(Refusal):
    """Something that ships as critical is lost, and nobody said why."""

    lost: tuple[Lost, ...]


class PlanEditedMeanwhile(Refusal):
    """Somebody else has written a version since this one was opened."""

    version: int
    author: str


class PlanNotWaiting(Refusal):
    """Only a version that waits is approved or taken back."""

    version: int


class PlanNeedsAnother(Refusal):
    """The author's own version is approved by another one of these people."""

    others: tuple[str, ...]


class PlanIsShipped(Refusal):
    """The shipped version is in use already; there is no way back from it."""

    name: Both


class PlanStillLinked(Refusal):
    """Other plans start this one."""

    plans: tuple[Both, ...]


class PlanNotRetired(Refusal):
    """The plan is in use."""

    name: Both


class PlanRetireReasonMissing(Refusal):
    """A plan that people rely on is put out of use with a reason only."""


class PlanFileTooBig(Refusal):
    """A file of this many bytes is no plan."""

    file: str
    size: int
