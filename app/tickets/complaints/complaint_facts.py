"""What a complaint ticket carries besides its timeline, as a document and as a screen reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.tickets.kinds import MediationStep


@dataclass(frozen=True, slots=True)
class Mediated:
    """A step between resident and office, when it was written."""

    step: MediationStep
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """The department that answers, the plan, how often it was done again, and what is improved by it.

    `satisfied` is what was said last, None where nobody was asked. `progress_at` is the last word of progress.
    """

    department: str = ""
    plan: str = ""
    plan_by: date | None = None
    progress_at: datetime | None = None
    answer: str = ""
    satisfied: bool | None = None
    redone: int = 0
    improvement: str = ""
    mediation: tuple[Mediated, ...] = ()


def facts_of(complaint: ComplaintFacts) -> dict[str, object]:
    """As a document."""
    return {
        "department": complaint.department,
        "plan": complaint.plan,
        "plan_by": complaint.plan_by and complaint.plan_by.isoformat(),
        "progress_at": complaint.progress_at and complaint.progress_at.isoformat(),
        "answer": complaint.answer,
        "satisfied": complaint.satisfied,
        "redone": complaint.redone,
        "improvement": complaint.improvement,
        "mediation": [
            {"step": one.step.value, "text": one.text, "at": one.at.isoformat()} for one in complaint.mediation
        ],
    }


def complaint_of(facts: Mapping[str, Any]) -> ComplaintFacts:
    """From a document; an empty one is a complaint of which nothing is known yet."""
    if not facts:
        return ComplaintFacts()
    steps = (
        Mediated(MediationStep(one["step"]), one["text"], datetime.fromisoformat(one["at"]))
        for one in facts["mediation"]
    )
    return ComplaintFacts(
        facts["department"],
        facts["plan"],
        facts["plan_by"] and date.fromisoformat(facts["plan_by"]),
        facts["progress_at"] and datetime.fromisoformat(facts["progress_at"]),
        facts["answer"],
        facts["satisfied"],
        facts["redone"],
        facts["improvement"],
        tuple(steps),
    )
