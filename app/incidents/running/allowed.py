"""Whether a line may be added to the log as it stands; each function raises what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from itertools import pairwise

from app.incidents.plans.plan import Ask, AskKind, Step
from app.incidents.running.progress import Progress, StepNow, StepState
from app.incidents.running.refusals import (
    AnswerMissing,
    AnswerUnreadable,
    ClosingTimesCrossed,
    CriticalUnsettled,
    IncidentClosed,
    IncidentStillRuns,
    MomentInFuture,
    StepHidden,
    StepNotSettled,
    StepSettled,
    WordsMissing,
)

UNKNOWN = "?"
_UNKNOWN = frozenset({UNKNOWN, "？", "不清楚", "不知道", "不详"})


def check_runs(now_is: Progress) -> None:
    """Raises IncidentClosed."""
    if now_is.closed_at is not None:
        raise IncidentClosed(now_is.closed_at)


def check_settle(now_is: Progress, step_id: str) -> Step:
    """The step, if it may be ticked, done differently, left out or put off.

    Raises IncidentClosed, StepHidden, StepSettled.
    """
    check_runs(now_is)
    one = now_is.step(step_id)
    if one.state is StepState.HIDDEN:
        raise StepHidden(one.step)
    if one.state.is_settled:
        assert one.settled_at is not None
        raise StepSettled(one.step, one.settled_at, one.by)
    return one.step


def check_tick(now_is: Progress, step_id: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers of a tick, tidied. Raises what `check_settle` does, AnswerMissing and AnswerUnreadable."""
    step = check_settle(now_is, step_id)
    return {ask.id: _read(step, ask, answers.get(ask.id, "")) for ask in step.asks}


def check_words(words: str, step: Step | None = None) -> str:
    """The words, tidied. Raises WordsMissing."""
    tidy = " ".join(words.split())
    if not tidy:
        raise WordsMissing(step)
    return tidy


def check_undo(now_is: Progress, step_id: str) -> StepNow:
    """The step as it is, if something on it can be taken back. Raises IncidentClosed, StepNotSettled."""
    check_runs(now_is)
    one = now_is.step(step_id)
    if one.state in (StepState.OPEN, StepState.HIDDEN):
        raise StepNotSettled(one.step)
    return one


def check_moment(happened_at: datetime | None, now: datetime) -> None:
    """Raises MomentInFuture."""
    if happened_at is not None and happened_at > now:
        raise MomentInFuture(happened_at, now)


def check_times(began: datetime, contained_at: datetime | None, over_at: datetime, now: datetime) -> None:
    """When it was contained and over, to the minute as people write it. Raises MomentInFuture, ClosingTimesCrossed.

    A beginning that lies ahead of now binds nobody: the clock of the computer was set back since.
    """
    check_moment(over_at, now)
    began = began.replace(second=0, microsecond=0)
    times = [*([began] if began <= now else []), *([contained_at] if contained_at else []), over_at]
    for first, then in pairwise(times):
        if then < first:
            raise ClosingTimesCrossed(first, then)


def check_close(now_is: Progress, reasons: Mapping[str, str]) -> dict[str, str]:
    """The reasons by the step's id. Raises IncidentClosed, and CriticalUnsettled for every step without one."""
    check_runs(now_is)
    wanted = now_is.unsettled_critical
    tidy = {one.step.id: " ".join(reasons.get(one.step.id, "").split()) for one in wanted}
    without = tuple(one.step for one in wanted if not tidy[one.step.id])
    if without:
        raise CriticalUnsettled(without)
    return tidy


def check_addition(now_is: Progress) -> None:
    """Raises IncidentStillRuns."""
    if now_is.closed_at is None:
        raise IncidentStillRuns


def _read(step: Step, ask: Ask, typed: str) -> str:
    """Nobody is held up by what nobody knows: a question mark is an answer, except to a choice."""
    tidy = " ".join(typed.split())
    if not tidy:
        raise AnswerMissing(step, ask)
    if tidy in _UNKNOWN and ask.kind is not AskKind.CHOICE:
        return UNKNOWN
    if ask.kind is AskKind.NUMBER and not (tidy.isascii() and tidy.isdigit()):
        raise AnswerUnreadable(step, ask, typed)
    if ask.kind is AskKind.CHOICE and tidy not in {option.id for option in ask.options}:
        raise AnswerUnreadable(step, ask, typed)
    return _clock_time(step, ask, tidy) if ask.kind is AskKind.TIME else tidy


def _clock_time(step: Step, ask: Ask, typed: str) -> str:
    """`19:41`, `1941`, `9：05` become hours and minutes of two digits."""
    digits = typed.replace("：", ":").replace(":", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in (3, 4)):
        raise AnswerUnreadable(step, ask, typed)
    try:
        return f"{time(int(digits[:-2]), int(digits[-2:])):%H:%M}"
    except ValueError:
        raise AnswerUnreadable(step, ask, typed) from None
