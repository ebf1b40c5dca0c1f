"""What a running incident does not take."""

from __future__ import annotations

from datetime import datetime

from app.core.errors import Refusal
from app.incidents.plans.plan import Ask, Step


class IncidentClosed(Refusal):
    """After its close only dated additions are written."""

    closed_at: datetime


class IncidentStillRuns(Refusal):
    """An addition belongs to a closed incident; a running one takes a line of its log."""


class StepHidden(Refusal):
    """No answer opened the page of this step, or an answer makes the step wrong."""

    step: Step


class StepSettled(Refusal):
    """Somebody settled it before: who, and when."""

    step: Step
    at: datetime
    by: str


class StepNotSettled(Refusal):
    """There is nothing on this step that could be taken back."""

    step: Step


class AnswerMissing(Refusal):
    """The step looks at the world and wants to know what was seen."""

    step: Step
    ask: Ask


class AnswerUnreadable(Refusal):
    """What was typed is no number, no time, or none of the choices."""

    step: Step
    ask: Ask
    typed: str


class WordsMissing(Refusal):
    """Done differently, left out, or written freely: it is told in words."""

    step: Step | None = None


class CriticalUnsettled(Refusal):
    """Critical steps wait for somebody, and no reason is named why they were left."""

    steps: tuple[Step, ...]


class MomentInFuture(Refusal):
    """What is written down has happened: `at` lies later than `now`."""

    at: datetime
    now: datetime


class ClosingTimesCrossed(Refusal):
    """It cannot have been contained before it began, nor over before it was contained."""

    first: datetime
    then: datetime


class TicketOfAnotherIncident(Refusal):
    """A ticket follows from one incident."""

    number: str


class ReviewedBefore(Refusal):
    """An incident is gone over once; what comes later is an addition."""

    at: datetime
