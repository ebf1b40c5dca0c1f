"""From found to closed: which step follows which, and by when a hazard is to be put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is."""

    MAJOR = "major"
    GENERAL = "general"
    MINOR = "minor"


class State(StrEnum):
    """Where a hazard stands."""

    FOUND = "found"
    OWNED = "owned"
    FIXED = "fixed"
    CHECKED = "checked"
    CLOSED = "closed"
    RAISED = "raised"


class Step(StrEnum):
    """What a line of its timeline tells."""

    FOUND = "found"
    GRADED = "graded"
    OWNED = "owned"
    FIXED = "fixed"
    CHECKED = "checked"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    RAISED = "raised"
    NOTED = "noted"
    PHOTO = "photo"


DAYS = {Grade.MAJOR: 0, Grade.GENERAL: 7, Grade.MINOR: 30}
"""Days until it is to be put right, as offered; what is set on the hazard itself counts."""

OPEN = frozenset({State.FOUND, State.OWNED, State.FIXED, State.CHECKED})

_LEADS_TO = {
    Step.FOUND: State.FOUND,
    Step.OWNED: State.OWNED,
    Step.FIXED: State.FIXED,
    Step.CHECKED: State.CHECKED,
    Step.SENT_BACK: State.OWNED,
    Step.CLOSED: State.CLOSED,
    Step.RAISED: State.RAISED,
}
_ALWAYS = frozenset({Step.GRADED, Step.NOTED, Step.PHOTO})
ALLOWED: Mapping[State, frozenset[Step]] = {
    State.FOUND: _ALWAYS | {Step.OWNED, Step.FIXED, Step.RAISED},  # what can be put right on the spot is
    State.OWNED: _ALWAYS | {Step.OWNED, Step.FIXED, Step.RAISED},
    State.FIXED: _ALWAYS | {Step.CHECKED, Step.SENT_BACK},
    State.CHECKED: _ALWAYS | {Step.CLOSED, Step.SENT_BACK},
    State.CLOSED: frozenset({Step.NOTED}),
    State.RAISED: frozenset({Step.NOTED}),
}


def state_after(steps: Iterable[Step]) -> State:
    """Where the steps lead, the oldest first."""
    state = State.FOUND
    for step in steps:
        state = _LEADS_TO.get(step, state)
    return state


def deadline(grade: Grade, day: date) -> date:
    """By when a hazard of this grade found on this day is to be put right, unless somebody sets another day."""
    return day + timedelta(days=DAYS[grade])


def is_late(state: State, due_on: date, today: date) -> bool:
    """Whether the deadline has passed while it is not put right."""
    return state in (State.FOUND, State.OWNED) and due_on < today
