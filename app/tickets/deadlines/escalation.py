"""Who has to be told of a deadline, step by step: at soon, at overdue, and when it stays overdue."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.core.open_hours import OpenHours
from app.tickets.deadlines.due import Reckoned, Standing


class Step(StrEnum):
    """A step of an escalation, with who is told."""

    SOON = "soon"  # the assignee
    OVERDUE = "overdue"  # the supervisors
    LATE = "late"  # the manager


def steps_reached(reckoned: Reckoned, hours: OpenHours, manager_after: int, now: datetime) -> tuple[Step, ...]:
    """The steps that a clock has reached; none while it is paused, or once it is kept or dropped.

    `manager_after` are open minutes of the clock's own hours.
    """
    if reckoned.standing is Standing.SOON:
        return (Step.SOON,)
    if reckoned.standing is not Standing.OVERDUE:
        return ()
    if hours.minutes(reckoned.due_at, now) < manager_after:
        return (Step.SOON, Step.OVERDUE)
    return tuple(Step)
