"""What drills found that a plan should say otherwise; a version that is written afterwards answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.incidents.drills.evaluation import Becomes
from app.incidents.drills.read_drills import PlayedDrill


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """What was found, and the number of the drill in which it was."""

    number: str
    text: str


def plan_findings(played: Sequence[PlayedDrill], code: str, written_at: datetime) -> tuple[PlanFinding, ...]:
    """What drills of a plan have asked of it since its version was written, the newest drill first."""
    since = [one for one in played if one.code == code and one.started_at > written_at]
    return tuple(
        PlanFinding(one.number, found.text)
        for one in since
        if one.evaluation is not None
        for found in one.evaluation.findings
        if found.becomes is Becomes.PLAN
    )
