"""Which party stands large: that of the current step, else the first one that nobody has reached yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.incidents.running.view import CallLine, CallResult, IncidentView

FIXED_KEYS = ("119", "120", "110")


@dataclass(frozen=True, slots=True)
class CallMade:
    """A number that was dialled, when, and what became of it; `to_deputy` where it was the second number."""

    line: CallLine
    to_deputy: bool
    number: str
    result: CallResult
    at: datetime


def line_of(view: IncidentView, key: str) -> CallLine | None:
    """The party of a key."""
    return next((line for line in view.calls if line.key == key), None)


def shown_call(view: IncidentView) -> CallLine | None:
    """None only where a plan calls nobody, and even then the numbers of the country stand below."""
    current = view.progress.current
    of_the_step = line_of(view, current.step.contact) if current is not None and current.step.contact else None
    if of_the_step is not None:
        return of_the_step
    others = [line for line in view.calls if not line.is_fixed]
    return next((line for line in others if line.number and not line.is_reached), next(iter(others), None))
