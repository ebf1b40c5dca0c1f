"""What is said of a drill afterwards: a grade for each point, who took part, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.incidents.drills.grades import Grade, Point
from app.incidents.drills.refusals import FindingNeedsOwner, GradesMissing, NobodyTookPart


class Becomes(StrEnum):
    """What follows from a finding."""

    NOTED = "noted"
    TASK = "task"  # a ticket with an owner
    PLAN = "plan"  # the plan is to be changed


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that went wrong or could go better; a task needs an owner, `ticket` is its number once it is raised."""

    text: str
    becomes: Becomes = Becomes.NOTED
    owner: str = ""
    due_on: date | None = None
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody took part, and as what."""

    person: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A drill as it was looked back on; `scenario` is the card of its plan, whatever is said here."""

    grades: Mapping[Point, Grade]
    attendances: tuple[Attendance, ...]
    findings: tuple[Finding, ...] = ()
    scenario: str = ""


def checked_evaluation(said: Evaluation) -> Evaluation:
    """The evaluation, tidied. Raises GradesMissing, NobodyTookPart, FindingNeedsOwner."""
    missing = tuple(point for point in Point if point not in said.grades)
    if missing:
        raise GradesMissing(missing)
    attendances = {" ".join(one.person.split()): " ".join(one.role.split()) for one in said.attendances}
    attendances.pop("", None)
    if not attendances:
        raise NobodyTookPart
    findings = tuple(_tidy(one) for one in said.findings if one.text.split())
    for one in findings:
        if one.becomes is Becomes.TASK and not one.owner:
            raise FindingNeedsOwner(one.text)
    people = tuple(Attendance(person, role) for person, role in attendances.items())
    return replace(said, attendances=people, findings=findings)


def _tidy(one: Finding) -> Finding:
    return replace(one, text=" ".join(one.text.split()), owner=" ".join(one.owner.split()))
