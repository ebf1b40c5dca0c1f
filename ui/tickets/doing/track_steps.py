"""The steps on the track of a complaint, suggestion or fee dispute, and which are open now."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import mark
from app.tickets.kinds import OVER, ServiceClass, State, TicketKind
from app.tickets.lists.rows import TicketRow


class TrackStep(StrEnum):
    """What is done with a complaint besides moving it."""

    REVIEW = "review"
    PLAN = "plan"
    PROGRESS = "progress"
    ANSWER = "answer"
    SATISFIED = "satisfied"
    NOT_SATISFIED = "not_satisfied"
    IMPROVE = "improve"
    MEDIATE = "mediate"
    MAJOR = "major"


STEPS: dict[TrackStep, str] = {
    TrackStep.REVIEW: mark("First review"),
    TrackStep.PLAN: mark("Plan"),
    TrackStep.PROGRESS: mark("Word of progress"),
    TrackStep.ANSWER: mark("Answer to the resident"),
    TrackStep.SATISFIED: mark("The resident is satisfied"),
    TrackStep.NOT_SATISFIED: mark("The resident is not satisfied: once more"),
    TrackStep.IMPROVE: mark("What is improved by it"),
    TrackStep.MEDIATE: mark("Step of mediation"),
    TrackStep.MAJOR: mark("It becomes a major complaint"),
}
_TRACK = frozenset({TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE, TicketKind.SUGGESTION})


def open_steps(row: TicketRow) -> list[TrackStep]:
    """The steps that can be taken, the likely one first; none for other kinds of tickets."""
    if row.kind not in _TRACK or row.state in OVER:
        return []
    if row.state is State.REPORTED:
        return [TrackStep.REVIEW, *_always(row)]
    if row.state is State.DONE:
        return [TrackStep.SATISFIED, TrackStep.NOT_SATISFIED, *_always(row)]
    if row.state is State.CONFIRMED:
        return _always(row)
    return [TrackStep.ANSWER, TrackStep.PLAN, TrackStep.PROGRESS, *_always(row)]


def _always(row: TicketRow) -> list[TrackStep]:
    mediation = [TrackStep.MEDIATE] if row.kind is TicketKind.FEE_DISPUTE else []
    return [*mediation, TrackStep.IMPROVE, *([TrackStep.MAJOR] if _may_grow(row) else [])]


def _may_grow(row: TicketRow) -> bool:
    """The first review says by itself how grave it is."""
    is_complaint = row.kind is TicketKind.COMPLAINT and row.service_class is not ServiceClass.MAJOR
    return is_complaint and row.state is not State.REPORTED
