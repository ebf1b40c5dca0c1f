"""What drills refuse."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.incidents.drills.grades import Point


class DrillMonthsOutside(Refusal):
    """A plan is played at least as often as the rule wants, and no period is longer than five years."""

    months: int
    longest: int


class DrillInPast(Refusal):
    """A drill is planned for today or later."""

    on: date


class DrillUnknown(Refusal):
    """No planned drill of this id, or somebody took it off or began it."""

    drill_id: int


class DrillNotAnnounced(Refusal):
    """Residents take part: they are told before, or they run for their lives."""

    on: date


class NotADrill(Refusal):
    """A real incident is reviewed, not graded."""


class DrillStillRuns(Refusal):
    """A drill is closed before it is graded."""


class DrillEvaluated(Refusal):
    """It was graded before; what has to be said since is an addition to its log."""


class GradesMissing(Refusal):
    """Every point is graded, or marked as not seen."""

    points: tuple[Point, ...]


class NobodyTookPart(Refusal):
    """A drill counts for the people who took part; at least one is named."""


class FindingNeedsOwner(Refusal):
    """What becomes a task is somebody's."""

    text: str
